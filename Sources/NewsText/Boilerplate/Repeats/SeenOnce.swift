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
  private struct Table: Sendable, Equatable {
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

  /// The tables as bytes, for storing: their number, then of each all tags and all marks, integers
  /// little-endian.
  var encoded: [UInt8] {
    var bytes: [UInt8] = [UInt8(tables.count)]
    bytes.reserveCapacity(tables.reduce(1) { $0 + $1.tags.count * 6 })
    for table in tables {
      for tag in table.tags { withUnsafeBytes(of: tag.littleEndian) { bytes += $0 } }
      for mark in table.marks { withUnsafeBytes(of: mark.littleEndian) { bytes += $0 } }
    }
    return bytes
  }

  /// Reads what ``encoded`` wrote; nil when the bytes are not of its form.
  init?(encoded bytes: [UInt8]) {
    guard let count = bytes.first, count <= Self.sizes.count else { return nil }
    let sizes = Self.sizes.prefix(Int(count))
    guard bytes.count == 1 + sizes.reduce(0, +) * 6 else { return nil }
    var offset = 1
    bytes.withUnsafeBytes { raw in
      for size in sizes {
        var table = Table(size: size)
        for index in 0..<size {
          let place = offset + index * 4
          table.tags[index] = UInt32(
            littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))
          table.used += table.tags[index] == 0 ? 0 : 1
        }
        offset += size * 4
        for index in 0..<size {
          let place = offset + index * 2
          table.marks[index] = UInt16(
            littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        }
        offset += size * 2
        tables.append(table)
      }
    }
  }
}
