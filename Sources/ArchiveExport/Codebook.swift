/// What the columns of an export are, as a table of its own.
struct Codebook {
  private let tables: [ExportedTable]

  init(_ tables: [ExportedTable]) { self.tables = tables }

  static let codebook = [
    Column("table_name", .text, "the table"),
    Column("column_name", .text, "the column"),
    Column("type", .text, "its type: string, integer or number"),
    Column("meaning", .text, "what it holds; an empty cell is a missing value"),
  ]

  var rows: [[Cell]] {
    tables.flatMap { table in
      table.columns.map { column in
        [
          .text(table.name), .text(column.name), .text(column.kind.rawValue),
          .text(column.meaning),
        ]
      }
    }
  }
}
