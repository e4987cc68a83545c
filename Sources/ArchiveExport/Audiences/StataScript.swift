/// A do-file that reads the tables with Stata 14 or later, labels their variables, and saves them.
///
/// `import delimited` makes strL of texts that are longer than the 2,045 bytes of a str, and takes
/// names of up to 32 characters. Without `asdouble` numbers with decimals would be floats of seven digits;
/// `compress` makes them smaller where nothing is lost.
struct StataScript {
  /// The longest name of a variable.
  static let longestName = 32
  /// The longest label of a variable, in characters.
  static let longestLabel = 80

  let tables: [ExportedTable]

  var text: String {
    """
    * Reads the tables of this folder, and saves each as a data set beside it.
    * Texts longer than 2,045 bytes become strL, which holds them whole.
    version 14
    \(tables.map(commands).joined(separator: "\n"))
    """
  }

  private func commands(for table: ExportedTable) -> String {
    let texts = table.columns.indices.filter { table.columns[$0].kind == .text }
      .map { String($0 + 1) }
    let labels = table.columns.map { column in
      "label variable \(column.name) `\"\(Self.label(column.meaning))\"'"
    }
    return """

      import delimited using "\(table.file)", clear varnames(1) case(preserve) ///
        delimiters(",") bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8") \\\\\\
        asdouble stringcols(\(texts.joined(separator: " ")))
      \(labels.joined(separator: "\n"))
      compress
      save "\(table.name).dta", replace

      """.replacing("\\\\\\", with: "///")
  }

  private static func label(_ meaning: String) -> String {
    String(String.UnicodeScalarView(meaning.unicodeScalars.prefix(longestLabel)))
  }
}
