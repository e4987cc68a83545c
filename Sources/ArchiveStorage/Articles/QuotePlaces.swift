/// Where a quote stands in its article.
package struct QuotePlace: Sendable, Equatable {
  /// The first token of the body that is the quote's, and the one behind its last.
  package var start: UInt32
  package var end: UInt32
  /// The id of its manner of reporting.
  package var manner: UInt32
}

/// Where the quotes of an article stand, packed: a row of the table `quote_places`.
///
/// Of each quote, in the order of their numbers, which have no gaps: the distance of its first token to
/// that of the quote before, how many tokens it has, and its manner. Each is written with seven bits a byte,
/// the lowest first; most take one byte. A distance backwards is taken from 2^32.
struct QuotePlaces: Equatable {
  /// The migration that made the table.
  static let migration = 6

  fileprivate(set) var bytes: [UInt8] = []
  private var token: UInt32 = 0

  mutating func add(token: Int32, tokens: Int32, manner: Int64) {
    let token = UInt32(bitPattern: token)
    add(token &- self.token)
    self.token = token
    add(UInt32(bitPattern: tokens))
    add(UInt32(truncatingIfNeeded: manner))
  }

  private mutating func add(_ number: UInt32) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes the row of an article, which has none.
  func write(of arrival: Int64, to connection: Connection) throws {
    try connection.run(
      "INSERT INTO quote_places (arrival, places) VALUES (?1, ?2)",
      [.integer(arrival), .blob(bytes)])
  }
}

// MARK: Reading

/// The quotes of an article, unpacked one after the other: of many articles the first few are asked for
/// alone. What is damaged ends early.
package struct QuotePlaceReader: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var start: UInt32 = 0
  private var count = 0

  /// - Parameter bytes: What stands in a row; it must stay where it is as long as the reader is used.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  package mutating func next() -> QuotePlace? {
    guard offset < bytes.count, count < QuoteID.quotesOfArticle else { return nil }
    count += 1
    start &+= number()
    let (end, isTooLarge) = start.addingReportingOverflow(number())
    return QuotePlace(start: start, end: isTooLarge ? .max : end, manner: number())
  }

  @inline(__always)
  private mutating func number() -> UInt32 {
    var (number, shift): (UInt32, UInt32) = (0, 0)
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }
}

extension Connection {
  /// Calls the closure with the quotes of each of some articles that has any, as they are packed for a
  /// ``QuotePlaceReader``, until it returns false.
  ///
  /// The articles are named by their arrivals, which ascend, and given by their index among these.
  package func forEachQuotePlaces(
    ofArrivals arrivals: [UInt32],
    while body: (_ index: Int, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    // To begin a statement takes as long as to pass so many rows.
    let longestGap: UInt32 = 8
    let isPacked = try hasQuotePlaces()
    var first = 0
    while first < arrivals.count {
      var end = first + 1
      while end < arrivals.count, arrivals[end] - arrivals[end - 1] <= longestGap { end += 1 }
      var (index, goesOn) = (first, true)
      let rows = Int64(arrivals[first])...Int64(arrivals[end - 1])
      func isWanted(_ arrival: Int64) -> Bool {
        while index < end, Int64(arrivals[index]) < arrival { index += 1 }
        return index < end && Int64(arrivals[index]) == arrival
      }
      if isPacked {
        try forEachRow(
          "SELECT arrival, places FROM quote_places WHERE arrival BETWEEN ?1 AND ?2 ORDER BY arrival",
          [.integer(rows.lowerBound), .integer(rows.upperBound)]
        ) { row in
          guard isWanted(row.integer(0)) else { return true }
          goesOn = try row.withBlob(1) { try body(index, $0) }
          return goesOn
        }
      } else {
        try QuotePlaces.forEach(ofArrivals: rows, in: self) { arrival, packed in
          guard isWanted(arrival) else { return true }
          goesOn = try packed.bytes.withUnsafeBytes { try body(index, $0) }
          return goesOn
        }
      }
      guard goesOn else { return }
      first = end
    }
  }

  /// Whether the archive has the table: older ones that cannot be written do not.
  fileprivate func hasQuotePlaces() throws -> Bool {
    try integer("SELECT count(*) FROM sqlite_master WHERE name = 'quote_places'") > 0
  }
}

// MARK: The same, of quote_record

extension QuotePlaces {
  /// Calls the closure with each of some articles that has quotes, and what its row has to say.
  fileprivate static func forEach(
    ofArrivals arrivals: ClosedRange<Int64>, in connection: Connection,
    while body: (_ arrival: Int64, QuotePlaces) throws -> Bool
  ) throws {
    var (arrival, packed, goesOn) = (arrivals.lowerBound, QuotePlaces(), true)
    try connection.forEachRow(
      "SELECT id, token, tokens, manner_id FROM quote_record WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
      [
        .integer(QuoteID.range(of: arrivals.lowerBound).lowerBound),
        .integer(QuoteID.range(of: arrivals.upperBound).upperBound),
      ]
    ) { row in
      let its = QuoteID.arrival(of: row.integer(0))
      if its != arrival {
        if !packed.bytes.isEmpty { goesOn = try body(arrival, packed) }
        (arrival, packed) = (its, QuotePlaces())
      }
      packed.add(
        token: Int32(truncatingIfNeeded: row.integer(1)),
        tokens: Int32(truncatingIfNeeded: row.integer(2)), manner: row.integer(3))
      return goesOn
    }
    if goesOn, !packed.bytes.isEmpty { _ = try body(arrival, packed) }
  }

  /// Every arrival that a quote's id has room for.
  private static let allArrivals = 0...Int64.max >> QuoteID.numberBits

  /// Packs the quotes that an older version wrote.
  static func fill(_ connection: Connection) throws {
    try forEach(ofArrivals: allArrivals, in: connection) { arrival, packed in
      try packed.write(of: arrival, to: connection)
      return true
    }
  }

  /// What is wrong with the table: it is compared with the quotes.
  static func problems(in connection: Connection) throws -> [String] {
    guard try connection.hasQuotePlaces() else { return [] }
    var (rows, wrong) = (Int64(0), 0)
    try forEach(ofArrivals: allArrivals, in: connection) { arrival, packed in
      let stored = try connection.first(
        "SELECT places FROM quote_places WHERE arrival = ?1", [.integer(arrival)]
      ) { $0.blob(0) }
      rows += 1
      if stored != packed.bytes { wrong += 1 }
      return true
    }
    let more = try connection.integer("SELECT count(*) FROM quote_places") - rows
    return (wrong > 0 ? ["quote_places does not have the quotes of \(wrong) articles"] : [])
      + (more > 0 ? ["quote_places has \(more) articles that have no quotes"] : [])
  }
}
