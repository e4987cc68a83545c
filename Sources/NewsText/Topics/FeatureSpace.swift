internal import Glibc

/// The features that are worth weighing, and how much each says: fewer texts have it, the more it does.
///
/// Frequencies count by their logarithm, rare features for more (tf-idf), and words and pieces of words each
/// have length 1, so that a long text says no more than a short one.
struct FeatureSpace: Sendable {
  /// Features in fewer texts are typing errors and names that nobody meets again.
  static let leastTexts: UInt32 = 2

  /// By number of the feature.
  let idf: [Float]
  private let numbers: HashNumbers

  init(hashes: [UInt64], idf: [Float]) {
    numbers = HashNumbers(hashes)
    self.idf = idf
  }

  var count: Int { idf.count }

  /// The features, by their numbers.
  var hashes: [UInt64] { numbers.hashes }

  /// The space of some texts, and the texts in it.
  static func learn(_ texts: [LabelledText]) -> (space: FeatureSpace, vectors: SparseVectors) {
    var all = HashNumbers()
    var raw: [(feature: UInt32, count: UInt32)] = []
    var ends: [Int] = []
    var texthood: [UInt32] = []
    var counts: [UInt32] = []
    for text in texts {
      let start = raw.count
      TextFeatures.forEach(in: text) { hash in
        let number = all.insert(hash)
        if number == counts.count {
          counts.append(0)
          texthood.append(0)
        }
        if counts[number] == 0 { raw.append((UInt32(number), 0)) }
        counts[number] += 1
      }
      for index in start..<raw.count {
        let feature = Int(raw[index].feature)
        raw[index].count = counts[feature]
        counts[feature] = 0
        texthood[feature] += 1
      }
      ends.append(raw.count)
    }
    var kept = [UInt32](repeating: .max, count: all.count)
    var hashes: [UInt64] = []
    var idf: [Float] = []
    for (number, inTexts) in texthood.enumerated() where inTexts >= leastTexts {
      kept[number] = UInt32(hashes.count)
      hashes.append(all.hashes[number])
      idf.append(log(Float(texts.count + 1) / Float(inTexts + 1)) + 1)
    }
    let space = FeatureSpace(hashes: hashes, idf: idf)
    var vectors = SparseVectors()
    var start = 0
    for end in ends {
      let row = raw[start..<end].compactMap { entry in
        kept[Int(entry.feature)] == .max ? nil : (kept[Int(entry.feature)], entry.count)
      }
      vectors.append(space.weighed(row))
      start = end
    }
    return (space, vectors)
  }

  /// A text in this space.
  func vector(of text: LabelledText) -> [SparseVectors.Entry] {
    var found: [UInt32] = []
    TextFeatures.forEach(in: text) { hash in
      if let number = numbers.number(of: hash) { found.append(UInt32(number)) }
    }
    found.sort()
    var row: [(UInt32, UInt32)] = []
    for feature in found {
      if row.last?.0 == feature {
        row[row.count - 1].1 += 1
      } else {
        row.append((feature, 1))
      }
    }
    return weighed(row)
  }

  private func weighed(_ row: [(feature: UInt32, count: UInt32)]) -> [SparseVectors.Entry] {
    var (words, pieces): (Float, Float) = (0, 0)
    var entries = row.map { feature, count -> SparseVectors.Entry in
      let value = (1 + log(Float(count))) * idf[Int(feature)]
      if isPiece(feature) { pieces += value * value } else { words += value * value }
      return SparseVectors.Entry(feature: feature, value: value)
    }
    let scales = (
      words: 1 / max(words, 1e-9).squareRoot(), pieces: 1 / max(pieces, 1e-9).squareRoot()
    )
    for index in entries.indices {
      entries[index].value *= isPiece(entries[index].feature) ? scales.pieces : scales.words
    }
    return entries
  }

  private func isPiece(_ feature: UInt32) -> Bool { hashes[Int(feature)] >> 63 != 0 }
}

/// Vectors of which most places are 0, one after the other in memory.
struct SparseVectors: Sendable {
  struct Entry: Sendable {
    var feature: UInt32
    var value: Float
  }

  private(set) var entries: [Entry] = []
  private(set) var ends: [Int] = [0]

  var count: Int { ends.count - 1 }

  mutating func append(_ vector: [Entry]) {
    entries += vector
    ends.append(entries.count)
  }

  /// Where the entries of a vector stand.
  func range(_ index: Int) -> Range<Int> { ends[index]..<ends[index + 1] }

  /// Some of the vectors.
  func subset(_ indices: [Int]) -> SparseVectors {
    var subset = SparseVectors()
    for index in indices { subset.append(Array(entries[range(index)])) }
    return subset
  }
}

/// Hashes with numbers from 0 in the order in which they came: open addressing, for they are mixed.
struct HashNumbers: Sendable {
  private(set) var hashes: [UInt64]
  /// A hash's number plus 1, or 0.
  private var slots: [UInt32]

  init(_ hashes: [UInt64] = []) {
    self.hashes = hashes
    var size = 1 << 12
    while size < hashes.count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for number in hashes.indices { place(number) }
  }

  var count: Int { hashes.count }

  func number(of hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a hash, new or known.
  mutating func insert(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash { return number }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { self = HashNumbers(hashes) }
    return hashes.count - 1
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[number]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number + 1)
  }
}
