internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// One import: its files, and the records that could not become articles, with the reasons.
struct ImportView: View {
  private let visit: Visit
  private let run: ImportRun
  private let files: [ImportedFile]
  private let reasons: [RejectReason]
  private let rejects: [Reject]
  private let from: Int
  private let size: Int

  /// More files than that are in the archive's own table.
  private static let shownFiles = 200

  init(_ visit: Visit) throws {
    self.visit = visit
    let name = visit.places["number"] ?? ""
    guard let number = Int(name), let run = try visit.reader.importRun(number) else {
      throw PageError.notFound("There is no import “\(name)” in this archive.")
    }
    self.run = run
    from = try visit.number("from", else: 0)
    size = try visit.number("limit", else: 50, in: 1...500)
    files = try visit.reader.importedFiles(ofRun: number, limit: Self.shownFiles)
    reasons = try visit.reader.rejectReasons(ofRun: number)
    rejects = try visit.reader.rejects(ofRun: number, limit: size, offset: from)
  }

  static func address(of run: Int, from: Int = 0) -> Address {
    Address(["import", String(run)], query: [("from", from == 0 ? nil : String(from))])
  }

  /// `2024-03-05 14:07` in UTC.
  static func minute(_ time: String) -> String {
    "\(time.prefix(10)) \(time.dropFirst(11).prefix(5))"
  }

  /// The name of a file, and how many there are beside it.
  static func files(of run: ImportRun) -> String {
    let name = run.file?.split(separator: "/").last.map(String.init) ?? ""
    return run.files > 1 ? "\(name) and \(Pieces.count(run.files - 1, "other"))" : name
  }

  static func state(of run: ImportRun) -> String {
    let problems =
      run.problems > 0
      ? ["\(Pieces.count(run.problems, "file")) could not be read to the end"] : []
    return ([run.finished == nil ? "stopped before the end" : "finished"] + problems)
      .joined(separator: "; ")
  }

  private var total: Int { reasons.reduce(0) { $0 + $1.records } }

  // MARK: Page

  func page() throws -> Page {
    Page(
      title: "Import of \(Self.minute(run.started))", part: .sources,
      content: .group {
        Tag.p(.class("back")) { Tag.a(.href(Address(["imports"]))) { "All imports" } }
        Pieces.facts([
          HTML(text: Self.state(of: run)), HTML(text: "\(grouped(run.counts.read)) read"),
          Tag.a(.href(SearchAddress.articles("import:\(run.id)"))) {
            "\(grouped(run.counts.added)) new"
          },
          HTML(text: "\(grouped(run.counts.duplicates)) known"),
          HTML(text: "\(grouped(run.counts.updated)) updated"),
          HTML(text: "\(grouped(run.counts.rejected)) rejected"),
          HTML(text: "Backfile \(run.version)"),
        ])
        if total > 0 { rejected }
        fileTable
      }, command: visit.command("imports", "rejects", options: [String(run.id)]),
      forms: [.json, .csv])
  }

  private var rejected: HTML {
    .group {
      Tag.section(.ariaLabelledBy("reasons")) {
        Tag.h2(.id("reasons")) { "Why records were rejected" }
        TableSection(
          label: "Reasons", heads: [.text("Reason"), .number("Records"), .text("")]
        ).html {
          for reason in reasons.prefix(50) {
            Tag.tr {
              Tag.th(.scope("row"), .dir(.auto)) { reason.reason }
              TableSection.number(reason.records)
              TableSection.bar(Double(reason.records), of: Double(reasons[0].records))
            }
          }
        }
        if reasons.count > 50 {
          Tag.p(.class("hint")) { "and \(grouped(reasons.count - 50)) rarer reasons" }
        }
      }
      Tag.section(.ariaLabelledBy("rejects")) {
        Tag.h2(.id("rejects")) { "Rejected records" }
        TableSection(
          label: "Rejected records",
          heads: [.text("File"), .number("Record"), .text("Reason"), .text("It begins")]
        ).html {
          for reject in rejects {
            Tag.tr {
              Tag.th(.scope("row")) { Self.shortPath(reject.file) }
              Tag.td(.class("number")) {
                String(reject.position.record)
                if let line = reject.position.line { Tag.small { " line \(line)" } }
              }
              Tag.td(.dir(.auto)) { reject.reason }
              Tag.td(.class("excerpt"), .dir(.auto)) { Tag.code { reject.excerpt.prefix(160) } }
            }
          }
        }
        Pager(from: from, size: size, total: total) {
          Self.address(of: run.id, from: $0)
        }.html
      }
    }
  }

  private var fileTable: HTML {
    Tag.section(.ariaLabelledBy("files")) {
      Tag.h2(.id("files")) { "Files" }
      TableSection(
        label: "Files",
        heads: [
          .text("File"), .text("Format"), .number("Records"), .number("Rejected"), .text("State"),
        ]
      ).html {
        for file in files {
          Tag.tr {
            Tag.th(.scope("row"), .title(file.path)) { Self.shortPath(file.path) }
            Tag.td { file.format ?? "" }
            TableSection.number(file.records)
            TableSection.part(file.rejects, of: file.records)
            Tag.td { file.problem ?? (file.isFinished ? "read" : "not read to the end") }
          }
        }
      }
      if run.files > files.count {
        Tag.p(.class("hint")) {
          "and \(Pieces.count(run.files - files.count, "other file")): "
          Tag.code {
            ShellWords.line(
              ["backfile"] + visit.command("imports", "files", options: [String(run.id)]))
          }
        }
      }
    }
  }

  /// The last two parts of a path.
  private static func shortPath(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? "…/" + parts.suffix(2).joined(separator: "/") : path
  }

  // MARK: Twins

  func json() throws -> JSON {
    .object(
      zip(ImportTable.columns, ImportTable.row(of: run)).map { ($0, JSON($1)) } + [
        (
          "reasons",
          .array(
            reasons.map { ["reason": .string($0.reason), "records": .integer($0.records)] })
        ), ("total", .integer(total)), ("from", .integer(from)), ("limit", .integer(size)),
        ("next_from", from + size < total ? .integer(from + size) : .null),
        (
          "rejects",
          .array(
            rejects.map { JSON(columns: ImportTable.rejectColumns, row: ImportTable.row(of: $0)) })
        ),
        (
          "file_list",
          .array(
            files.map { JSON(columns: ImportTable.fileColumns, row: ImportTable.row(of: $0)) })
        ),
      ])
  }

  /// The rejected records.
  func table() throws -> ViewTable? {
    let (reader, run) = (visit.reader, run)
    return ViewTable(name: "rejects", columns: ImportTable.rejectColumns) { write in
      try reader.forEachReject(ofRun: run.id) { try write(ImportTable.row(of: $0)) }
    }
  }
}
