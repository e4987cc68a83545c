import ArchiveExport
import ArchiveImport
import NewsModel

/// What an import has read, as a few lines for people and as a table.
struct ImportReportTable {
  private let tally: ImportTally

  init(_ tally: ImportTally) { self.tally = tally }

  /// A line of what was read, and one of what looks odd, where anything does.
  var summary: [String] {
    var lines: [String] = []
    let years = tally.years.keys.filter { !$0.isEmpty }.compactMap(Int.init).sorted()
    if let first = years.first, let last = years.last {
      let formats = tally.formats.keys.filter { !$0.isEmpty }.sorted()
      let span = first == last ? "\(first)" : "\(first)–\(last)"
      lines.append(
        "\(counted(tally.files.count, "file")) (\(formats.joined(separator: ", "))), "
          + "\(counted(tally.sources.keys.count { !$0.isEmpty }, "source")), \(span)")
    }
    let odd = ImportTally.Oddity.allCases.compactMap { oddity in
      tally.oddities[oddity].map { "\(oddity.rawValue) \(grouped($0))" }
    }
    if !odd.isEmpty {
      lines.append("odd: \(odd.joined(separator: ", ")); --report FILE lists them")
    }
    return lines
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Writes the table: rows of counts by each name, then a row for each odd article.
  func write(to path: String) throws {
    let sink = try path == "-" ? ByteSink() : ByteSink(path: path)
    var table: any TableWriter =
      if path.hasSuffix(".jsonl") {
        JSONWriter(to: sink, lines: true)
      } else if path.hasSuffix(".json") {
        JSONWriter(to: sink, lines: false)
      } else {
        CSVWriter(to: sink)
      }
    try table.begin(columns: ["by", "name", "articles", "rejected", "file", "record", "headline"])
    for (by, counts) in [
      ("file", tally.files), ("format", tally.formats), ("source", tally.sources),
      ("year", tally.years),
    ] {
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
        try table.write([
          .text(by), .text(name), .integer(count.articles), .integer(count.rejected), .missing,
          .missing, .missing,
        ])
      }
    }
    for oddity in ImportTally.Oddity.allCases {
      guard let count = tally.oddities[oddity] else { continue }
      try table.write([
        .text("odd"), .text(oddity.rawValue), .integer(count), .missing, .missing, .missing,
        .missing,
      ])
      for article in tally.odd where article.oddity == oddity {
        try table.write([
          .text("odd"), .text(oddity.rawValue), .missing, .missing, .text(article.file),
          .integer(article.position.record), .text(article.headline),
        ])
      }
    }
    try table.end()
  }
}
