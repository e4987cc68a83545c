/// Which articles share which hashes of their fingerprints: those that only one has are left out.
///
/// Articles are numbered in the order in which they were published. Of each hash, those articles are
/// listed that were entered: an original is entered when it is known to be one, so that a story
/// which was printed a hundred thousand times makes a list of one.
struct SharedHashes {
  /// The numbers of an article's shared hashes are `keys[firstKey[article]..<firstKey[article + 1]]`.
  private let firstKey: [UInt32]
  private let keys: [UInt32]
  /// Where the list of each hash begins, and how many have been entered in it.
  private let firstEntry: [UInt32]
  private var entered: [UInt32]
  private var entries: [UInt32]
  /// How many hashes an article's fingerprint has, shared or not.
  private let sizes: [UInt16]

  init(_ fingerprints: [Fingerprint]) {
    sizes = fingerprints.map { UInt16(clamping: $0.hashes.count) }
    var pairs = hashPairs(of: fingerprints.lazy.map(\.hashes))
    var firstEntry: [UInt32] = [0]
    var counts = [UInt32](repeating: 0, count: fingerprints.count + 1)
    var shared: [(article: UInt32, key: UInt32)] = []
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end] >> 32 == pairs[start] >> 32 { end += 1 }
      if end - start > 1 {
        let key = UInt32(firstEntry.count - 1)
        for pair in pairs[start..<end] {
          let article = UInt32(truncatingIfNeeded: pair)
          shared.append((article, key))
          counts[Int(article) + 1] += 1
        }
        firstEntry.append(UInt32(shared.count))
      }
      start = end
    }
    pairs = []
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var keys = [UInt32](repeating: 0, count: shared.count)
    for (article, key) in shared {
      keys[Int(next[Int(article)])] = key
      next[Int(article)] += 1
    }
    (firstKey, self.keys, self.firstEntry) = (counts, keys, firstEntry)
    entered = [UInt32](repeating: 0, count: firstEntry.count - 1)
    entries = [UInt32](repeating: 0, count: shared.count)
  }

  /// Enters an article in the lists of its hashes. Once is enough.
  mutating func enter(_ article: Int) {
    for key in keys(of: article) {
      let key = Int(key)
      entries[Int(firstEntry[key] + entered[key])] = UInt32(article)
      entered[key] += 1
    }
  }

  /// The hashes of an article that others have too.
  func keys(of article: Int) -> ArraySlice<UInt32> {
    keys[Int(firstKey[article])..<Int(firstKey[article + 1])]
  }

  /// The articles that were entered in a list.
  func entries(of key: UInt32) -> ArraySlice<UInt32> {
    let first = Int(firstEntry[Int(key)])
    return entries[first..<first + Int(entered[Int(key)])]
  }

  /// Whether so many common hashes make it worth while to compare two texts.
  func isPromising(_ common: Int, _ a: Int, _ b: Int) -> Bool {
    Fingerprint.isPromising(common, ofSmaller: Int(min(sizes[a], sizes[b])))
  }

  /// What part of the smaller of two fingerprints is common.
  func share(_ common: Int, _ a: Int, _ b: Int) -> Double {
    Double(common) / Double(max(1, min(sizes[a], sizes[b])))
  }
}
