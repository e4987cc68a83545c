internal import ArchiveStorage

/// Reads the texts of rows of which the index does not say enough.
final class TextLayouts {
  private let reader: ArchiveReader
  /// For each column the statement that gives its text, and what the index saw in its place.
  private let statements: [String]
  private let key: (UInt32) throws -> Int64
  private var last: (number: UInt32, layout: TextLayout)?

  private init(
    _ reader: ArchiveReader, _ statements: [String], key: @escaping (UInt32) throws -> Int64
  ) {
    (self.reader, self.statements, self.key) = (reader, statements, key)
  }

  /// The texts of articles, by their numbers.
  static func articles(_ reader: ArchiveReader, _ arrays: ArticleArrays) -> TextLayouts {
    TextLayouts(
      reader,
      [
        "SELECT body, index_body FROM article_body WHERE arrival = ?",
        "SELECT headline, index_headline FROM article_record WHERE arrival = ?",
      ]
    ) { Int64(try arrays.arrivals.get()[Int($0)]) }
  }

  /// The texts of blocks of boilerplate.
  static func boilerplate(
    _ reader: ArchiveReader, _ id: @escaping (UInt32) -> Int64
  ) -> TextLayouts {
    TextLayouts(reader, ["SELECT text, index_text FROM boilerplate WHERE id = ?"], key: id)
  }

  /// The layout of a row's texts.
  func layout(of number: UInt32) throws -> TextLayout {
    if let last, last.number == number { return last.layout }
    let key = try key(number)
    let (reader, statements) = (reader, statements)
    let layout = TextLayout { column in
      guard column < statements.count else { return nil }
      return try reader.connection.first(statements[column], [.integer(key)]) { row in
        guard row.isNull(1) else {
          return TextLayout.Column(
            IndexedText(
              row.text(0), segmented: row.text(1), WantedWords(), reader.tokenizer))
        }
        return TextLayout.Column(row.textBytes(0), reader.tokenizer)
      }
    }
    last = (number, layout)
    return layout
  }

  /// Rows in the order in which their texts stand in the file: what stands in one page is read at once.
  func inOrderOfTexts(_ numbers: [UInt32]) throws -> [UInt32] {
    try numbers.map { (number: $0, key: try key($0)) }.sorted { $0.key < $1.key }.map(\.number)
  }

  /// Throws where the time of the question is over.
  func checkTime() throws { try reader.checkTime() }
}
