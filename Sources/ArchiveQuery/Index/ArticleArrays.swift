internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What ranking, filters and facets ask of every article, in arrays by the articles' numbers. Each
/// array is read when it is asked for first.
final class ArticleArrays {
  private let connection: Connection
  let numbers: RowNumbers

  init(_ connection: Connection) throws {
    self.connection = connection
    numbers = RowNumbers(
      try connection.rows("SELECT id, articles FROM article_block ORDER BY id") {
        (firstID: $0.integer(0) << ArticleID.blockBits, count: $0.int(1))
      })
  }

  /// What is a copy of what.
  private(set) lazy var copies = CopyNumbers(connection, self)
  /// The arrival of each article.
  private(set) lazy var arrivals = Result { try read("arrivals", as: UInt32.self) }
  /// The number of the article of each arrival.
  private(set) lazy var numbersByArrival = Result {
    let arrivals = try arrivals.get()
    var numbers = [UInt32](repeating: 0, count: Int(arrivals.max() ?? 0) + 1)
    for (number, arrival) in arrivals.enumerated() { numbers[Int(arrival)] = UInt32(number) }
    return numbers
  }
  /// The number of tokens of each article, 65,535 where it has more.
  private(set) lazy var lengths = Result { try read("lengths", as: UInt16.self) }
  /// The id of each article's source; 0 for none.
  private(set) lazy var sources = Result { try read("sources", as: UInt32.self) }
  /// The id of each article's section; 0 for none.
  private(set) lazy var sections = Result { try read("sections", as: UInt32.self) }

  /// The number of tokens of each article, body and headline together, without a limit.
  func exactLengths() throws -> [UInt32] {
    let limit = UInt16.max
    var lengths: [UInt32] = []
    lengths.reserveCapacity(numbers.count)
    var tokenizer: Tokenizer?
    for (number, length) in try self.lengths.get().enumerated() {
      guard length == limit else {
        lengths.append(UInt32(length))
        continue
      }
      // What the array cannot say is counted.
      let its = try tokenizer ?? Tokenizer(connection)
      tokenizer = its
      let tokens = try connection.first(
        "SELECT body, headline FROM article_text WHERE id = ?",
        [.integer(numbers.id(of: UInt32(number)))]
      ) { row in
        var count = 0
        for column in 0..<2 { its.forEachToken(of: row.text(column)) { _, _ in count += 1 } }
        return count
      }
      lengths.append(UInt32(clamping: tokens ?? Int(length)))
    }
    return lengths
  }

  private func read<Number: FixedWidthInteger>(
    _ column: String, as type: Number.Type
  ) throws -> [Number] {
    var all: [Number] = []
    all.reserveCapacity(numbers.count)
    try connection.forEachRow("SELECT \(column) FROM article_block ORDER BY id") { row in
      row.withBlob(0) { bytes in
        let size = MemoryLayout<Number>.size
        for offset in stride(from: 0, through: bytes.count - size, by: size) {
          all.append(
            Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)))
        }
      }
      return true
    }
    // A damaged archive may have too few.
    all.append(contentsOf: repeatElement(0, count: max(0, numbers.count - all.count)))
    return all
  }
}
