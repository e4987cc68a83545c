/// Whom an export is for: how its tables are written, and what stands beside them to read them with.
public enum Audience: String, Sendable, CaseIterable {
  /// UTF-8 by RFC 4180, nothing altered.
  case any
  /// What Excel and its relatives open with a double click; the only one for which cells are altered.
  case excel
  /// With a script for base R.
  case r
  /// With a module for pandas.
  case python
  /// With a do-file.
  case stata
  /// Articles as quanteda takes a corpus, and a script for it.
  case quanteda

  var dialect: CSVWriter.Dialect { self == .excel ? .excel : CSVWriter.Dialect() }

  /// The name of the script beside the tables, and its text.
  func script(for files: [ExportedTable]) -> (file: String, text: String)? {
    let tables = files.filter { !$0.columns.isEmpty }
    return switch self {
    case .any, .excel: nil
    case .r: ("read.R", RScript(tables: tables).text)
    case .python: ("read_tables.py", PandasScript(tables: tables).text)
    case .stata: ("read.do", StataScript(tables: tables).text)
    case .quanteda:
      (
        "read.R",
        RScript(
          tables: tables, hasCorpus: tables.contains { $0.columns.contains { $0.name == "text" } }
        ).text
      )
    }
  }

  /// The columns of the articles, as this audience names and orders them, and for each its place among
  /// those of the table.
  func articleColumns(_ columns: [Column]) -> (columns: [Column], order: [Int]) {
    guard self == .quanteda else { return (columns, Array(columns.indices)) }
    let named = columns.map { column in
      switch column.name {
      case "id": column.renamed("doc_id")
      case "body": column.renamed("text")
      default: column
      }
    }
    let first = ["doc_id", "text"].compactMap { name in named.firstIndex { $0.name == name } }
    let order = first + named.indices.filter { !first.contains($0) }
    return (order.map { named[$0] }, order)
  }
}
