/// Tells the records of a CSV file apart, byte by byte, and what each is known by.
struct CSVRecords {
  /// The first cell of a record, which is an article's id, and a hash of the record as it is written, quote
  /// marks and line end included (FNV-1a).
  struct Identity: Equatable {
    let id: String
    let hash: UInt64
  }

  private static let firstHash: UInt64 = 0xCBF2_9CE4_8422_2325
  /// No id is that long: what is longer is none.
  private static let longestID = 256

  private var id: [UInt8] = []
  private var hash = firstHash
  private var isInID = true
  private var isQuoted = false
  private var isEmpty = true

  /// Takes a byte, and gives back the record that ends with it.
  mutating func read(_ byte: UInt8) -> Identity? {
    isEmpty = false
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    if byte == UInt8(ascii: ",") || byte == 10 || byte == 13 { isInID = false }
    if isInID, id.count < Self.longestID { id.append(byte) }
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    return byte == UInt8(ascii: "\n") && !isQuoted ? end() : nil
  }

  /// The last record, where no line end stands behind it.
  mutating func end() -> Identity? {
    defer { self = CSVRecords() }
    return isEmpty ? nil : Identity(id: String(decoding: id, as: UTF8.self), hash: hash)
  }
}
