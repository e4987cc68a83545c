internal import ArchiveStorage

/// Reads the texts of rows of which the index does not say enough.
final class TextLayouts {
  private let reader: ArchiveReader
  private let sql: String
  private let key: (UInt32) throws -> Int64
  private var last: (number: UInt32, layout: TextLayout)?

  private init(_ reader: ArchiveReader, sql: String, key: @escaping (UInt32) throws -> Int64) {
    (self.reader, self.sql, self.key) = (reader, sql, key)
  }

  /// The texts of articles, by their numbers.
  static func articles(_ reader: ArchiveReader, _ arrays: ArticleArrays) -> TextLayouts {
    TextLayouts(
      reader,
      sql: """
        SELECT b.body, b.index_body, a.headline, a.index_headline
        FROM article_body b JOIN article_record a ON a.arrival = b.arrival WHERE b.arrival = ?
        """
    ) { Int64(try arrays.arrivals.get()[Int($0)]) }
  }

  /// The texts of blocks of boilerplate.
  static func boilerplate(_ reader: ArchiveReader, _ id: @escaping (UInt32) -> Int64) -> TextLayouts
  {
    TextLayouts(
      reader, sql: "SELECT text, index_text FROM boilerplate WHERE id = ?", key: id)
  }

  /// The layout of a row's texts.
  func layout(of number: UInt32) throws -> TextLayout {
    if let last, last.number == number { return last.layout }
    let columns = try reader.connection.first(sql, [.integer(key(number))]) { row in
      stride(from: 0, to: row.columnCount, by: 2).map { column in
        TextLayout.Column(
          IndexedText(
            row.text(column), segmented: row.textOrNil(column + 1), WantedWords(),
            reader.tokenizer))
      }
    }
    let layout = TextLayout(columns: columns ?? [])
    last = (number, layout)
    return layout
  }

  /// Throws where the time of the question is over.
  func checkTime() throws { try reader.checkTime() }
}
