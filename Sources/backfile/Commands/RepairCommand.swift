import ArchiveExport
import ArchiveImport
import ArchiveStorage
import ArgumentParser

struct RepairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Make a sound archive of what can be read of a damaged one.",
    discussion: """
      Writes a new archive beside the damaged one, which stays as it is; with --replace the new one takes its
      place, and the damaged one is kept under another name. Texts and what people added are read wherever
      they can be; the full-text index, quotes, counts and copies are made anew from the texts. What was
      lost is listed; the exit code is then 3. It needs free room on the disk for two archives.

        backfile repair
        backfile repair -o saved.backfile
      """)

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The new archive.", discussion: "Without it: the archive's name and .repaired.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Put the new archive in the place of the damaged one.")
  var replace = false

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if output != nil, replace { throw ValidationError("Either --output or --replace.") }
  }

  func run() async throws {
    let damaged = archive.archive
    let path = output ?? damaged.path + ".repaired"
    guard Archive(path: path).exists == false else {
      throw CommandFailure(message: "\(path) is there already; name another file with -o")
    }
    let work = try await StoppableWork(showing: ProgressLine(isQuiet: true)) {
      try await ArchiveRepair(damaged, version: Backfile.version).run(to: path)
    }
    print(work.report)
    if replace {
      if let former = try ArchiveBackup.put(path, inPlaceOf: damaged) {
        Console.inform("the damaged archive is now \(former)")
      }
    } else {
      Console.inform("the new archive is \(path)")
    }
    if !work.report.isComplete { throw ExitStatus.rejects }
  }

  private func print(_ report: ArchiveRepair.Report) {
    for article in report.lost {
      let name = [article.headline, article.url].compactMap { $0 }.joined(separator: ", ")
      Console.complain("lost: \(article.id) \(name)")
    }
    for id in report.changed { Console.complain("not the text that was imported: \(id)") }
    for table in report.incompleteTables { Console.complain("some rows are lost of: \(table)") }
    for problem in report.problems { Console.complain("the new archive: \(problem)") }
    Console.write(
      "saved \(grouped(report.articles)) of \(grouped(max(report.counted, report.articles))) articles, "
        + "\(grouped(report.withoutRecord)) of them without their fields; "
        + "\(grouped(report.changed.count)) texts are changed\n", to: 1)
  }
}
