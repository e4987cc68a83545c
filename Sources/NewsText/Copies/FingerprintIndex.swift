/// Tells of any number of fingerprints which of them have enough in common with one of some others: those
/// others alone are in memory.
package struct FingerprintIndex {
  /// Of a hash that more articles have, so many are looked at. If it is a story that many printed, what is a
  /// copy of all has enough in common with these; if it is a common turn of phrase, it is no sign.
  private static let mostSharing = 64

  /// hash << 32 | article, ascending.
  private let pairs: [UInt64]
  /// Where the pairs begin whose hashes have the same high bits.
  private var starts: [UInt32]
  private let shift: UInt32
  private let sizes: [Int]
  private var counts: [UInt16]

  /// An index of the fingerprints of some articles.
  package init(_ fingerprints: [[UInt32]]) {
    sizes = fingerprints.map(\.count)
    counts = [UInt16](repeating: 0, count: fingerprints.count)
    pairs = hashPairs(of: fingerprints)
    var bits: UInt32 = 8
    while bits < 22, 1 << bits < pairs.count { bits += 1 }
    shift = 32 - bits
    starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for pair in pairs { starts[Int(pair >> UInt64(32 + shift)) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
  }

  /// Whether a text with this fingerprint may be a copy of one of the articles, or one of them a copy of it.
  package mutating func hasMatch(for hashes: [UInt32]) -> Bool {
    var touched: [Int] = []
    for hash in hashes {
      var index = Int(starts[Int(hash >> shift)])
      let end = Int(starts[Int(hash >> shift) + 1])
      while index < end, pairs[index] >> 32 < UInt64(hash) { index += 1 }
      let last = min(end, index + Self.mostSharing)
      while index < last, pairs[index] >> 32 == UInt64(hash) {
        let article = Int(pairs[index] & 0xFFFF_FFFF)
        if counts[article] == 0 { touched.append(article) }
        counts[article] += 1
        index += 1
      }
    }
    var found = false
    for article in touched {
      found =
        found
        || Fingerprint.isPromising(
          Int(counts[article]), ofSmaller: min(hashes.count, sizes[article]))
      counts[article] = 0
    }
    return found
  }
}
