public import ArchiveQuery
public import ArchiveStorage
internal import NewsModel

/// What is missing or odd about outlets, as rows of a table.
public enum SourceHealthTable {
  /// The columns.
  public static let columns = [
    "source", "articles", "first", "last", "months", "months_without_articles", "gaps", "undated",
    "without_author", "without_headline", "boilerplate_share", "copies", "copies_share",
    "odd_dates",
  ]

  /// The row of an outlet.
  public static func row(of source: SourceHealth) -> [Cell] {
    let summary = source.summary
    return [
      .text(summary.name), .integer(summary.articles), .text(summary.first?.description),
      .text(summary.last?.description), .integer(source.months.count),
      .integer(source.missingMonths), .integer(source.gaps.count), .integer(source.undated),
      .integer(source.unsigned), .integer(source.untitled),
      .real(rounded(summary.boilerplateShare, places: 4)),
      source.copies.map { .integer($0) } ?? .missing,
      source.copies.map { .real(rounded(source.share($0), places: 4)) } ?? .missing,
      .integer(source.oddlyDated),
    ]
  }
}

/// What is missing or odd about one outlet, a row a gap, month or reason.
public enum SourceFindingTable {
  /// The columns.
  public static let columns = ["source", "finding", "value", "number"]

  /// The rows of an outlet: its months, its gaps, and what is odd about dates.
  public static func rows(of source: SourceHealth) -> [[Cell]] {
    func row(_ finding: String, _ value: String, _ number: Int) -> [Cell] {
      [.text(source.summary.name), .text(finding), .text(value), .integer(number)]
    }
    return source.gaps.map {
      row("gap", $0.months == 1 ? $0.first : "\($0.first)..\($0.last)", $0.months)
    }
      + source.oddDates.map { row("odd date", $0.reason, $0.articles) }
      + source.months.map { row("month", $0.name, $0.articles) }
  }
}

/// Imports as rows of a table.
public enum ImportTable {
  /// The columns.
  public static let columns = [
    "import", "started", "finished", "read", "added", "duplicates", "updated", "rejected", "files",
    "problems", "file", "version",
  ]

  /// The row of an import.
  public static func row(of run: ImportRun) -> [Cell] {
    [
      .integer(run.id), .text(run.started), .text(run.finished), .integer(run.counts.read),
      .integer(run.counts.added), .integer(run.counts.duplicates), .integer(run.counts.updated),
      .integer(run.counts.rejected), .integer(run.files), .integer(run.problems), .text(run.file),
      .text(run.version),
    ]
  }

  /// The columns of an import's files.
  public static let fileColumns = [
    "file", "format", "records", "rejects", "finished", "problem",
  ]

  /// The row of a file.
  public static func row(of file: ImportedFile) -> [Cell] {
    [
      .text(file.path), .text(file.format), .integer(file.records), .integer(file.rejects),
      .text(file.isFinished ? "yes" : "no"), .text(file.problem),
    ]
  }

  /// The columns of rejected records.
  public static let rejectColumns = ["file", "record", "line", "reason", "excerpt"]

  /// The row of a rejected record.
  public static func row(of reject: Reject) -> [Cell] {
    [
      .text(reject.file), .integer(reject.position.record),
      reject.position.line.map { .integer($0) } ?? .missing, .text(reject.reason),
      .text(reject.excerpt),
    ]
  }
}
