/// A sample of a text's sequences of five words, by which its copies are found among millions.
///
/// A sequence is in the sample if its hash is small enough (FracMinHash; Irber and others, 2022): what
/// two texts have in common is then in both samples. The bound is higher where a text begins than
/// farther on: stories are cut from the end, and the short copy's sample would be too small.
package struct Fingerprint: Sendable, Equatable {
  /// 32 bits of the hash of each sequence in the sample, ascending.
  package let hashes: [UInt32]

  /// Texts with fewer sequences are nobody's copies: of one sentence, two editors may think.
  package static let leastSequences = 20

  /// Beyond so many sequences one of so many is taken.
  private static let rates: [(from: Int, oneOf: UInt64)] = [
    (0, 4), (48, 32), (512, 128), (8192, 2048),
  ]

  package init(hashes: [UInt32]) { self.hashes = hashes }

  /// Whether so many hashes that two fingerprints have in common make it worth while to compare the texts.
  ///
  /// Of 509 pairs of copies none had less than 19% of the smaller fingerprint in common.
  static func isPromising(_ common: Int, ofSmaller size: Int) -> Bool {
    common * 8 >= size && (common >= 2 || size <= 4)
  }

  /// The fingerprint of a text. Pure; empty where the text is too short.
  package init(of text: String) {
    var hashes: [UInt32] = []
    var sequences = 0
    var step = 0
    var bound = UInt64.max / Self.rates[0].oneOf
    forEachWordSequence(in: text) { hash, place in
      if step + 1 < Self.rates.count, place >= Self.rates[step + 1].from {
        step += 1
        bound = UInt64.max / Self.rates[step].oneOf
      }
      sequences += 1
      // The bound is about the high bits, the sample keeps the low ones.
      if hash < bound { hashes.append(UInt32(truncatingIfNeeded: hash)) }
    }
    guard sequences >= Self.leastSequences else {
      self.hashes = []
      return
    }
    hashes.sort()
    var distinct: [UInt32] = []
    distinct.reserveCapacity(hashes.count)
    for hash in hashes where hash != distinct.last { distinct.append(hash) }
    self.hashes = distinct
  }
}
