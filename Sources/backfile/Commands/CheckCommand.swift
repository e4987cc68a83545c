import ArchiveImport
import ArchiveStorage
import ArgumentParser

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell whether the archive is sound.",
    discussion: """
      Looks at SQLite's own structure, the references between tables, each full-text index against
      its text, packed facts against their rows, and the books of the imports; with --data also at each
      article's text, by the SHA-256 of what was imported. Changes nothing. Exit code 4 when something is
      wrong: `backfile repair` saves what can be read.
      """)

  @Flag(help: "Compare each article's text with the SHA-256 of what was imported.")
  var data = false

  @OptionGroup var archive: ArchiveOption
  @Flag(name: [.short, .long], help: "Say nothing when all is well.")
  var quiet = false

  func run() async throws {
    var isSound = true
    var findings = try ArchiveCheck(archive.archive).run()
    if data, findings.first?.problems.isEmpty == true {
      findings.append(await TextCheck(archive.archive).run())
    }
    for finding in findings {
      if finding.problems.isEmpty {
        if !quiet { Console.write("ok      \(finding.subject)\n", to: 1) }
        continue
      }
      isSound = false
      Console.write("DAMAGED \(finding.subject)\n", to: 1)
      for problem in finding.problems {
        Console.write("        " + Console.safe(problem) + "\n", to: 1)
      }
    }
    guard isSound else { throw ExitStatus.damaged }
    if !quiet { Console.write("the archive is sound\n", to: 1) }
  }
}
