/// A module that reads the tables with pandas.
struct PandasScript {
  let tables: [ExportedTable]

  var text: String {
    let kinds = tables.map { table in
      let columns = table.columns.map { "\"\($0.name)\": \"\(Self.kind(of: $0))\"" }
      return """
            "\(table.name)": {
                \(columns.joined(separator: ",\n          ")),
            },
        """
    }
    return """
      \"\"\"Reads the tables of this folder with pandas.

          from read_tables import read
          articles = read("articles")

      Empty cells are missing values. The text "NA" is a text. What the columns mean is in codebook.csv.
      \"\"\"

      from pathlib import Path

      import pandas as pd

      COLUMNS = {
      \(kinds.joined(separator: "\n"))
      }


      def read(table, folder=Path(__file__).parent):
          return pd.read_csv(
              Path(folder) / f"{table}.csv",
              dtype=COLUMNS[table],
              encoding="utf-8",
              keep_default_na=False,
              na_values=[""],
              lineterminator="\\n",
          )


      def read_all(folder=Path(__file__).parent):
          return {table: read(table, folder) for table in COLUMNS}

      """
  }

  private static func kind(of column: Column) -> String {
    switch column.kind {
    case .text: "string"
    case .integer: "Int64"
    case .real: "Float64"
    }
  }
}
