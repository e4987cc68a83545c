/// What has been seen once: a hash table that forgets, in six bytes an entry.
///
/// Each entry keeps 28 bits of its hash (a stranger is taken for an acquaintance once in some five
/// million lookups) and what it was put in with. Ten million paragraphs take 58 MB; when the largest
/// table is full, new entries push out old ones.
struct SeenOnce: Sendable, Equatable {
  /// The cluster of near-copies in which a paragraph was seen.
  struct Cluster: Sendable, Hashable {
    /// A number for the cluster: two of a source share one once in 65,536 pairs.
    var mark: UInt16
    /// How many long paragraphs its first article had, 15 for more.
    var longParagraphs: UInt8
  }

  /// One table: buckets of eight entries.
  fileprivate struct Table: Sendable, Equatable {
    /// 28 bits of the hash above the 4 bits of `longParagraphs`; 0 where the entry is free.
    var tags: [UInt32]
    var marks: [UInt16]
    var used = 0

    init(size: Int) {
      tags = [UInt32](repeating: 0, count: size)
      marks = [UInt16](repeating: 0, count: size)
    }

    func find(_ tag: UInt32, in bucket: Range<Int>) -> Int? {
      for entry in bucket where tags[entry] >> 4 == tag { return entry }
      return nil
    }

    func bucket(_ hash: UInt64) -> Range<Int> {
      let start = Int(truncatingIfNeeded: hash >> 32) & (tags.count - 1) & ~7
      return start..<start + 8
    }
  }

  /// Sizes of the tables, from the first to the last that is made; each is half filled before the next comes,
  /// as then few buckets are full.
  private static let sizes = [1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 22]

  private var tables: [Table] = []
  /// The marks of the entries that were pushed out since the tables were made or read, by their tags:
  /// a few dozen, while the largest table is not full.
  private var forgotten: [UInt32: Set<UInt16>] = [:]
  private static let forgottenLimit = 1 << 16

  init() {}

  /// The 28 bits kept of a hash; never 0, which is a free entry.
  private static func tag(_ hash: UInt64) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: hash) >> 4)
  }

  private func find(_ hash: UInt64) -> (table: Int, entry: Int)? {
    let tag = Self.tag(hash)
    for table in tables.indices {
      if let entry = tables[table].find(tag, in: tables[table].bucket(hash)) {
        return (table, entry)
      }
    }
    return nil
  }

  /// The cluster with which the hash was put in, or nil when it was not or is forgotten.
  func cluster(of hash: UInt64) -> Cluster? {
    guard let (table, entry) = find(hash) else { return nil }
    return Cluster(
      mark: tables[table].marks[entry], longParagraphs: UInt8(tables[table].tags[entry] & 15))
  }

  /// Remembers a hash that is not in yet.
  mutating func insert(_ hash: UInt64, cluster: Cluster) {
    let isFull = tables.last.map { $0.used * 2 > $0.tags.count } ?? true
    if isFull, tables.count < Self.sizes.count {
      tables.append(Table(size: Self.sizes[tables.count]))
    }
    let (table, entry) = place(for: hash)
    let old = tables[table].tags[entry]
    if old == 0 {
      tables[table].used += 1
    } else if !hasForgottenTooMuch {
      forgotten[old >> 4, default: []].insert(tables[table].marks[entry])
    }
    tables[table].tags[entry] = Self.tag(hash) << 4 | UInt32(min(cluster.longParagraphs, 15))
    tables[table].marks[entry] = cluster.mark
  }

  /// A free entry in the newest table that has one in the hash's bucket. If all buckets are full, the
  /// newest forgets one of its entries, whichever the hash's top bits name.
  private func place(for hash: UInt64) -> (table: Int, entry: Int) {
    for table in tables.indices.reversed() {
      if let free = tables[table].bucket(hash).first(where: { tables[table].tags[$0] == 0 }) {
        return (table, free)
      }
    }
    let last = tables.count - 1
    return (last, tables[last].bucket(hash).lowerBound + Int(hash >> 61))
  }

  /// The marks of the clusters with which the hash, or one like it, was put in and forgotten since the
  /// tables were made or read.
  func forgottenMarks(of hash: UInt64) -> Set<UInt16> { forgotten[Self.tag(hash)] ?? [] }

  /// Whether so much was pushed out that ``forgottenMarks(of:)`` does not know of all.
  var hasForgottenTooMuch: Bool { forgotten.count >= Self.forgottenLimit }

  /// Forgets a hash.
  mutating func remove(_ hash: UInt64) {
    guard let (table, entry) = find(hash) else { return }
    tables[table].tags[entry] = 0
    tables[table].used -= 1
  }

  /// How many entries are in.
  var count: Int { tables.reduce(0) { $0 + $1.used } }

  /// The tables for storing, in pieces of less than one megabyte: a state of any size is written and
  /// read without a copy of it in memory.
  ///
  /// A piece is the number of its table, the number of the piece in the table (two bytes), then a bit
  /// an entry that tells whether it is used, the tags of the used entries, and their marks. Integers are
  /// little-endian. As tables are half filled before the next comes, an entry takes seven bytes at most,
  /// by and large.
  var pieces: some Sequence<[UInt8]> {
    tables.indices.lazy.flatMap { table in
      tables[table].slices.lazy.map { [UInt8(table)] + tables[table].encoded($0) }
    }
  }

  /// Reads a piece of ``pieces``, which have to come in their order; false when it is not of their form.
  mutating func read(piece: [UInt8]) -> Bool {
    guard let number = piece.first.map(Int.init), number < Self.sizes.count,
      number == tables.count || number == tables.count - 1
    else { return false }
    if number == tables.count { tables.append(Table(size: Self.sizes[number])) }
    return tables[number].read(piece.dropFirst())
  }
}

extension SeenOnce.Table {
  private static let sliceSize = 1 << 17

  /// The ranges of entries that are stored together.
  fileprivate var slices: [Range<Int>] {
    stride(from: 0, to: tags.count, by: Self.sliceSize).map {
      $0..<min($0 + Self.sliceSize, tags.count)
    }
  }

  fileprivate func encoded(_ slice: Range<Int>) -> [UInt8] {
    let number = UInt16(slice.lowerBound / Self.sliceSize)
    var bytes: [UInt8] = [UInt8(number & 0xFF), UInt8(number >> 8)]
    bytes.reserveCapacity(2 + slice.count / 8 + slice.count * 6)
    for start in stride(from: slice.lowerBound, to: slice.upperBound, by: 8) {
      var bits: UInt8 = 0
      for entry in 0..<8 where tags[start + entry] != 0 { bits |= 1 << UInt8(entry) }
      bytes.append(bits)
    }
    for entry in slice where tags[entry] != 0 {
      withUnsafeBytes(of: tags[entry].littleEndian) { bytes += $0 }
    }
    for entry in slice where tags[entry] != 0 {
      withUnsafeBytes(of: marks[entry].littleEndian) { bytes += $0 }
    }
    return bytes
  }

  /// Fills a slice from the form that ``SeenOnce/pieces`` describes; false when it is another.
  fileprivate mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    let number = Int(bytes[bytes.startIndex]) | Int(bytes[bytes.startIndex + 1]) << 8
    guard number < slices.count else { return false }
    let slice = slices[number]
    let rest = bytes.dropFirst(2)
    let bits = rest.prefix(slice.count / 8)
    let count = bits.reduce(0) { $0 + $1.nonzeroBitCount }
    guard rest.count == slice.count / 8 + count * 6 else { return false }
    var tagOffset = 0
    var markOffset = count * 4
    return rest.dropFirst(slice.count / 8).withUnsafeBytes { raw in
      for (number, bits) in bits.enumerated() where bits != 0 {
        for bit in 0..<8 where bits >> UInt8(bit) & 1 != 0 {
          let entry = slice.lowerBound + number * 8 + bit
          let tag = UInt32(
            littleEndian: raw.loadUnaligned(fromByteOffset: tagOffset, as: UInt32.self))
          // No hash has such a tag: it would make a used entry look free.
          guard tag >> 4 != 0 else { return false }
          if tags[entry] == 0 { used += 1 }
          tags[entry] = tag
          marks[entry] = UInt16(
            littleEndian: raw.loadUnaligned(fromByteOffset: markOffset, as: UInt16.self))
          tagOffset += 4
          markOffset += 2
        }
      }
      return true
    }
  }
}
