import ArchiveExport
import ArchiveQuery
public import ArgumentParser

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write articles, quotes, speakers, hits and counts as CSV tables into a folder.",
    discussion: """
      Beside the tables stand a codebook of every column and datapackage.json: the query and how it
      was understood, the state of the archive, and the checksum of every file. Without a query,
      everything is exported.

        backfile export 'tariff*' -o tariffs
        backfile export 'tariff*' -o tariffs --for r --network gexf
        backfile export 'tariff*' -o shared --no-text
        backfile export --replay tariffs

      The tables are UTF-8 by RFC 4180, and nothing in them is altered. With --for r, python, stata or
      quanteda a script stands beside them that reads them. With --for excel they have a byte order
      mark, cells are cut at 32,767 characters and the last column says which, and an apostrophe stands
      before texts that Excel would run as formulas.

      --replay runs an export again, writes nothing, and says whether the files would be identical and
      which articles came, went or changed; its exit code is 1 where something did.
      """)

  @OptionGroup var input: QueryInput

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var folder: String?

  @Option(
    name: .customLong("for"),
    help: """
      Whom the tables are for: \(Audience.allCases.map(\.rawValue).joined(separator: ", ")). \
      (default: \(Audience.any.rawValue))
      """)
  var audience: Audience?

  @Flag(
    name: .customLong("no-text"),
    help: "Leave out the texts, where they may not be republished; ids, links and checksums stay.")
  var hasNoText = false

  @Option(help: "Write the network of sources and the speakers they quote: gexf, graphml.")
  var network: NetworkFormat?

  @Option(
    help: """
      How many words stand on each side of a hit in kwic.csv. (default: \(Concordance.usualWidth))
      """)
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Run an export again and compare: its folder or datapackage.json.", valueName: "path"))
  var replay: String?

  @Flag(name: [.short, .long], help: "Do not list the files, or what a comparison found.")
  var quiet = false

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if (folder == nil) == (replay == nil) {
      throw ValidationError("Either -o FOLDER, to write to, or --replay FOLDER, to compare with.")
    }
    if replay != nil {
      let conditions = [input.source, input.after, input.before]
      if !input.words.isEmpty || conditions.contains(where: { $0 != nil }) {
        throw ValidationError("--replay takes its query from the record.")
      }
      if audience != nil || hasNoText || network != nil || width != nil {
        throw ValidationError("--replay takes its options from the record.")
      }
    }
    if let width, !Concordance.widths.contains(width) {
      throw ValidationError("--width takes a number from 0 to 1000.")
    }
  }

  func run() throws {
    if let replay {
      let reader = try input.reader(of: archive, for: nil)
      return try report(ExportReplay(of: replay, from: reader, version: Backfile.version))
    }
    let query = try input.query()
    let reader = try input.reader(of: archive, for: query)
    var options = ExportOptions()
    (options.audience, options.hasTexts) = (audience ?? .any, !hasNoText)
    (options.network, options.width) = (network, width ?? Concordance.usualWidth)
    let export = ArchiveExport(
      query, from: reader, options: options, version: Backfile.version)
    guard let folder else { return }
    for file in try export.write(to: folder) where !quiet {
      let rows = file.columns.isEmpty ? "" : "\(grouped(file.rows)) rows, "
      Console.inform("\(folder)/\(file.file): \(rows)\(bytes(file.bytes))")
      if file.cutCells > 0 {
        Console.inform("  \(grouped(file.cutCells)) cells were cut at 32,767 characters")
      }
    }
  }

  private func report(_ replay: ExportReplay) throws {
    var lines: [String] = []
    if replay.isIdentical {
      lines.append("identical: all \(replay.files.count) files would be the same")
    } else {
      lines += replay.files.map { "\($0.change.rawValue)  \($0.name)" }
      for (name, ids) in [
        ("came", replay.came), ("went", replay.went), ("changed", replay.changed),
      ] {
        guard let ids else { continue }
        let shown = ids.prefix(20).joined(separator: " ") + (ids.count > 20 ? " …" : "")
        lines.append(
          "articles that \(name): \(grouped(ids.count))" + (ids.isEmpty ? "" : "  \(shown)"))
      }
      if replay.came == nil {
        lines.append("articles.csv is not there: it cannot be said which articles came or went")
      }
      if replay.archives.recorded != replay.archives.now {
        lines.append("then: \(replay.archives.recorded)")
        lines.append("now:  \(replay.archives.now)")
      }
      if replay.versions.recorded != replay.versions.now {
        lines.append("made by version \(replay.versions.recorded), now \(replay.versions.now)")
      }
    }
    if !replay.edited.isEmpty {
      lines.append("edited since the export: \(replay.edited.joined(separator: " "))")
    }
    if !replay.missing.isEmpty {
      lines.append("missing in the folder: \(replay.missing.joined(separator: " "))")
    }
    let sink = ByteSink()
    for line in lines where !quiet { try sink.write(Console.safe(line) + "\n") }
    try sink.flush()
    if !replay.isIdentical { throw ExitStatus.failure }
  }
}

extension Audience: ExpressibleByArgument {}
extension NetworkFormat: ExpressibleByArgument {}
