internal import ArchiveExport

extension Response {
  /// A table as CSV, written row by row.
  static func csv(_ table: ViewTable) -> Response {
    Response(
      .csv,
      .stream { sink in
        var writer = CSVWriter(to: sink)
        try writer.begin(columns: table.columns)
        try table.forEachRow { try writer.write($0) }
        try writer.end()
      }
    ).saved(as: table.name + ".csv")
  }
}
