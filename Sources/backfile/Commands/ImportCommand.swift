import ArchiveExport
import ArchiveImport
import ArchiveStorage
import ArgumentParser
import Dispatch
import Glibc
import NewsFormats
import NewsModel
import Synchronization

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take dumps of articles into the archive.",
    discussion: """
      PATHs are files, folders or - for standard input. Formats are recognised by their content:
      \(Format.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")); each may be
      compressed with gzip.

      Fields are mapped by their usual names, in any letter case. Importing the same dump again
      adds nothing; an import that was stopped is finished by running the same command again.
      Records that cannot become articles are kept with the reason; the exit code is then 3.
      """)

  @OptionGroup var archive: ArchiveOption

  @Argument(help: ArgumentHelp("What to import.", valueName: "path"), completion: .file())
  var paths: [String]

  @Option(help: "The format, where it should not be recognised.")
  var format: String?

  @Option(help: ArgumentHelp("The outlet of articles that name none.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("The language of articles that name none (en, pt-br…).", valueName: "tag"))
  var language: String?

  @Option(
    help: ArgumentHelp(
      "One of our fields, and the dump's field that holds it; may be repeated.",
      discussion: "Ours: \(Field.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "field=column"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to read dates like 01/02/2017: \(DateOrder.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "order"))
  var dateOrder: String?

  @Option(
    help: ArgumentHelp(
      "What separates the cells of a table, where it should not be recognised.",
      valueName: "character"))
  var delimiter: String?

  @Flag(help: "Take texts as they are: what looks like HTML in them is no markup.")
  var plainText = false

  @Flag(help: "Show how the first records of each file would be read, and write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Write the rejected records with their reasons to this file (JSONL).", valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Write what was read to this file, by file, format, source and year, and what looks odd.",
      discussion: "CSV; JSON or JSON Lines where its name ends in .json or .jsonl.",
      valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write to the disk after so many new articles, and print how many are there.",
      discussion: "Without it: after some 40 MB of text, which is quicker.", valueName: "n"))
  var saveEvery: Int?

  @Flag(name: [.short, .long], help: "Show no progress and no report, only errors.")
  var quiet = false

  func validate() throws {
    if let saveEvery, saveEvery < 1 { throw ValidationError("--save-every takes a number from 1.") }
  }

  func run() async throws {
    let options = try options()
    if dryRun {
      return try PreviewPrinter(options: options).print(
        paths: paths, besides: archive.archive.files)
    }
    var settings = Importer(archive: archive.archive, options: options, version: Backfile.version)
    settings.saveEvery = saveEvery
    let (importer, saysSaved) = (settings, saveEvery != nil)
    let line = ProgressLine(isQuiet: quiet)
    let work = try await StoppableWork(showing: line) {
      try await importer.run(
        paths: paths, onProgress: { line.show($0) },
        onSaved: { if saysSaved { Console.write("saved \($0)\n", to: STDOUT_FILENO) } })
    }
    let report = work.report
    if let rejects { try writeRejects(of: report.run, to: rejects) }
    if let path = self.report { try ImportReportTable(report.tally).write(to: path) }
    printReport(report)
    if report.isInterrupted {
      throw work.stopStatus
    }
    if !report.problems.isEmpty && report.counts.read == 0 { throw ExitStatus.failure }
    if report.counts.rejected > 0 || !report.problems.isEmpty { throw ExitStatus.rejects }
  }

  private func options() throws -> ImportOptions {
    var options = ImportOptions(source: source, language: language)
    options.isPlainText = plainText
    if let format {
      guard let known = Format(named: format) else {
        throw ValidationError(
          "There is no format '\(format)'; there are "
            + Format.all.map(\.name).joined(separator: ", ") + ".")
      }
      options.format = known
    }
    for pair in map {
      guard let equals = pair.firstIndex(of: "="),
        let field = Field(rawValue: pair[..<equals].lowercased())
      else {
        throw ValidationError(
          "'--map \(pair)' is not of the form field=column; fields are "
            + Field.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      options.mapping[String(pair[pair.index(after: equals)...])] = field
    }
    if let dateOrder {
      guard let order = DateOrder(rawValue: dateOrder) else {
        throw ValidationError(
          "There is no date order '\(dateOrder)'; there are "
            + DateOrder.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      options.dateOrder = order
    }
    if let delimiter {
      let text = delimiter == "\\t" || delimiter == "tab" ? "\t" : delimiter
      guard text.utf8.count == 1, let byte = text.utf8.first else {
        throw ValidationError("'--delimiter' takes one ASCII character, or tab.")
      }
      options.delimiter = byte
    }
    return options
  }

  private func printReport(_ report: ImportReport) {
    for problem in report.problems { Console.complain(problem.message) }
    for reject in report.firstRejects {
      let line = reject.position.line.map { ", line \($0)" } ?? ""
      Console.complain("\(reject.file), record \(reject.position.record)\(line): \(reject.reason)")
    }
    let more = report.counts.rejected - report.firstRejects.count
    if more > 0, !report.firstRejects.isEmpty {
      Console.complain("… and \(grouped(more)) more rejected; --rejects FILE writes them all")
    }
    guard !quiet else { return }
    for (remark, count) in report.remarks.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      Console.inform("note: \(remark) (\(grouped(count)))")
    }
    for line in ImportReportTable(report.tally).summary { Console.inform(line) }
    if report.isContinued { Console.inform("went on with an import that had been stopped") }
    if report.revised > 0 {
      Console.inform(
        "took boilerplate out of \(grouped(report.revised)) articles read before it was known")
    }
    if report.copies > 0 {
      Console.inform(
        "\(grouped(report.copies)) of the archive's articles are copies of others: "
          + "backfile duplicates")
    }
    Console.write(report.sum + "\n", to: STDOUT_FILENO)
    if report.isInterrupted {
      Console.inform("stopped; run the same command again to finish")
    }
  }

  private func writeRejects(of run: Int64, to path: String) throws {
    let sink = try path == "-" ? ByteSink() : ByteSink(path: path)
    var writer = JSONWriter(to: sink, lines: true)
    try writer.begin(columns: ImportTable.rejectColumns)
    try ImportHistory(archive.archive).forEachReject(ofRun: run) {
      try writer.write(ImportTable.row(of: $0))
    }
    try writer.end()
  }
}
