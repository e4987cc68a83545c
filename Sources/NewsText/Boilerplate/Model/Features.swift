/// The features that the learnt model weighs: each is a group with a few bins, of which a paragraph
/// has at most one at a time (several, where it says so).
///
/// The weights of `LearntWeights` are stored by these names, in this order.
enum FeatureGroup: Int, CaseIterable {
  // The paragraph itself.
  case always
  case length
  case ending
  case opening
  case sentences
  case commas
  case capitals
  case numbers
  case shouting
  case marks
  case quotation
  /// The kinds of the rules that hold, hints and sure ones: several at once.
  case cues
  case lengthAndEnding
  case lengthAndCapitals

  /// How many bins the group has.
  var size: Int {
    switch self {
    case .always: 1
    case .length: FeatureBins.length.count + 1
    case .ending: 6
    case .opening: 6
    case .sentences: 4
    case .commas: 4
    case .capitals: 6
    case .numbers: 5
    case .shouting: 3
    case .marks: 8
    case .quotation: 4
    case .cues: CueRule.all.count
    case .lengthAndEnding: (FeatureBins.length.count + 1) * 2
    case .lengthAndCapitals: (FeatureBins.length.count + 1) * 3
    }
  }
}

/// Upper bounds of bins.
enum FeatureBins {
  static let length = [1, 2, 3, 5, 8, 12, 18, 28, 45, 80]
  static let few = [0, 1, 3]

  /// The number of the first bin whose bound is not below the value.
  static func bin(_ value: Int, _ bounds: [Int]) -> Int {
    var bin = 0
    while bin < bounds.count, value > bounds[bin] { bin += 1 }
    return bin
  }
}

/// The features of one paragraph by itself.
struct ParagraphFeatures {
  /// Where each group's weights begin; the hashed words follow the last group.
  private static let starts: [Int] = {
    var starts = [0]
    for group in FeatureGroup.allCases { starts.append(starts[group.rawValue] + group.size) }
    return starts
  }()
  /// The number of features that have names.
  static let namedCount = starts[FeatureGroup.allCases.count]
  /// The number of slots into which words and pairs of words are hashed.
  static let hashedCount = 1 << 14
  static let count = namedCount + hashedCount

  /// The features present, as indices into the weights.
  private(set) var indices: [Int] = []

  init(_ paragraph: ReadParagraph) {
    Self.forEach(of: paragraph) { indices.append($0) }
  }

  /// The sum of the weights of a paragraph's features.
  static func score(_ paragraph: ReadParagraph, by model: LinearModel) -> Float {
    var score: Float = 0
    forEach(of: paragraph) { score += model.weights[$0] }
    return score
  }

  /// Calls with each feature that is present, as an index into the weights.
  private static func forEach(of paragraph: ReadParagraph, _ found: (Int) -> Void) {
    let shape = paragraph.shape
    let starts = Self.starts
    func add(_ group: FeatureGroup, _ bin: Int) { found(starts[group.rawValue] + bin) }
    add(.always, 0)
    let length = FeatureBins.bin(shape.length, FeatureBins.length)
    let capitals = Self.share(shape.capitalised, of: shape.words.count - 1)
    add(.length, length)
    add(.ending, Self.ending(shape))
    add(.opening, Self.opening(shape))
    add(.sentences, FeatureBins.bin(shape.sentences, [0, 1, 2]))
    add(.commas, FeatureBins.bin(shape.commas, FeatureBins.few))
    add(.capitals, capitals)
    add(.numbers, Self.share(shape.numbers, of: shape.words.count))
    add(.shouting, FeatureBins.bin(shape.shouted * 10, [0, shape.words.count * 5]))
    add(.quotation, FeatureBins.bin(shape.longestQuote, [0, 3, 8]))
    add(.lengthAndEnding, length * 2 + (shape.endsSentence ? 1 : 0))
    add(.lengthAndCapitals, length * 3 + min(capitals / 2, 2))
    if shape.menuMarks > 0 { add(.marks, shape.menuMarks > 2 ? 1 : 0) }
    if shape.atSigns > 0 { add(.marks, 2) }
    if shape.addresses > 0 { add(.marks, shape.length < 20 ? 3 : 4) }
    if shape.copyrightSigns > 0 { add(.marks, 5) }
    if shape.words.isEmpty { add(.marks, 6) }
    if shape.colons > 0, shape.length < 20 { add(.marks, 7) }
    for cue in paragraph.cues { add(.cues, cue) }
    forEachWord(shape.words, found)
  }

  private static func ending(_ shape: ParagraphShape) -> Int {
    switch shape.lastScalar {
    case 0x3A, 0xFF1A: 1
    case 0x21, 0x3F, 0xFF01, 0xFF1F: 2
    case 0x2026: 3
    case 0x29, 0x5D: 4
    default: shape.endsSentence ? 0 : 5
    }
  }

  private static func opening(_ shape: ParagraphShape) -> Int {
    switch shape.firstScalar {
    case 0x28, 0x5B: 1
    case 0x2D, 0x2022, 0xB7, 0x2013, 0x2014, 0x2A, 0x25CF, 0x3E, 0x23: 2
    case 0x22, 0x201C, 0x201E, 0x2018, 0xAB: 3
    case 0x30...0x39: 4
    default: shape.startsSmall ? 5 : 0
    }
  }

  /// A share in six bins: none, up to a tenth, a quarter, a half, three quarters, more.
  private static func share(_ part: Int, of whole: Int) -> Int {
    guard part > 0, whole > 0 else { return 0 }
    return 1 + FeatureBins.bin(part * 100 / whole, [10, 25, 50]) + (part * 4 > whole * 3 ? 1 : 0)
  }

  /// How many words at either end of a long paragraph are looked at.
  private static let wordsLooked = 12

  /// The words and pairs of words: all of a short paragraph, those at the ends of a long one.
  private static func forEachWord(_ words: [UInt32], _ found: (Int) -> Void) {
    let named = namedCount
    func add(_ hash: UInt32) {
      let slot = (hash &* 0x9E37_79B1) >> 18
      found(named + Int(slot))
    }
    var before: UInt32 = 0
    func addWords(_ range: Range<Int>) {
      for word in words[range] {
        add(word)
        add(before &* 31 ^ word)
        before = word
      }
    }
    let head = min(wordsLooked, words.count)
    addWords(0..<head)
    addWords(max(head, words.count - wordsLooked)..<words.count)
    add(before &* 31)
  }
}
