internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What ranking, filters and facets ask of every article, in arrays by the articles' numbers. Each
/// array is read when it is asked for first.
final class ArticleArrays {
  private let connection: Connection
  let numbers: RowNumbers

  /// Throws where the file says what cannot be.
  init(_ connection: Connection) throws {
    self.connection = connection
    let blocks = try connection.rows("SELECT id, articles FROM article_block ORDER BY id") {
      (id: $0.integer(0), articles: $0.int(1))
    }
    let most = try connection.mostRows()
    var all = 0
    for block in blocks {
      guard (0...Int64.max >> (ArticleID.blockBits + 1)).contains(block.id),
        (0...1 << ArticleID.blockBits).contains(Int64(block.articles)),
        all + block.articles <= most
      else { throw connection.isDamaged("a block of articles") }
      all += block.articles
    }
    numbers = RowNumbers(
      blocks.map { (firstID: $0.id << ArticleID.blockBits, count: $0.articles) })
  }

  /// What is a copy of what.
  private(set) lazy var copies = CopyNumbers(connection, self)
  /// The arrival of each article.
  private(set) lazy var arrivals = Result { try read("arrivals", as: UInt32.self) }
  /// The number of the article of each arrival.
  private(set) lazy var numbersByArrival = Result<[UInt32], any Error> {
    let arrivals = try arrivals.get()
    guard !arrivals.isEmpty else { return [] }
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
    let size = MemoryLayout<Number>.size
    var all: [Number] = []
    all.reserveCapacity(numbers.count)
    var isWhole = true
    try connection.forEachRow("SELECT articles, \(column) FROM article_block ORDER BY id") { row in
      isWhole = row.withBlob(1) { bytes in
        guard bytes.count == row.int(0) * size else { return false }
        for offset in stride(from: 0, to: bytes.count, by: size) {
          let number = bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
          all.append(Number(littleEndian: number))
        }
        return true
      }
      return isWhole
    }
    guard isWhole else { throw connection.isDamaged("a list of \(column)") }
    // Outside of a reading, somebody may have written since the articles were numbered.
    all.removeLast(max(0, all.count - numbers.count))
    all.append(contentsOf: repeatElement(0, count: numbers.count - all.count))
    // Arrays are made for all ids up to the largest.
    if size > 2, try Int(all.max() ?? 0) > connection.mostRows() {
      throw connection.isDamaged("a list of \(column)")
    }
    return all
  }
}

extension Connection {
  /// More rows than any table can have, or ever had: no row takes less than a byte of the file. Ids are
  /// given out without gaps, so that a larger one comes of damage.
  func mostRows() throws -> Int {
    let bytes = try integer("PRAGMA page_count") * integer("PRAGMA page_size")
    return min(Int(bytes), Int(Int32.max))
  }

  /// That some part of the file says what cannot be.
  func isDamaged(_ part: String) -> StorageError {
    StorageError(
      .damaged, "\(part) of \(path) says what cannot be; `backfile check` says more")
  }
}
