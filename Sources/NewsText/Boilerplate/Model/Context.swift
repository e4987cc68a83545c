import NewsModel

/// What is known of each paragraph of an article before its neighbours are looked at.
struct JudgedParagraph {
  /// The first model's score: the logarithm of the odds that it is boilerplate, by itself.
  var score: Float
  /// Its length in words, where five characters of Chinese stand for three words.
  var length: Int
  /// The number of its words.
  var words: Int
  var hash: UInt64
  var endsSentence: Bool
  /// Whether it holds a real quotation.
  var quotesSomebody: Bool
  /// The rule that is sure of it, and what kind that says it is.
  var sureVerdict: BoilerplateVerdict?
  /// The kind that the first of the rules names, hints included.
  var hintedKind: BoilerplateKind?
  /// Whether it repeats words of the headline: 0 no, 1 half of them, 2 all.
  var headline: Int

  init(_ paragraph: ReadParagraph, score: Float, headline words: HeadlineWords) {
    self.score = score
    let shape = paragraph.shape
    length = shape.length
    self.words = shape.words.count
    hash = shape.hash
    endsSentence = shape.endsSentence
    quotesSomebody = shape.quotesSomebody
    sureVerdict = paragraph.sureCue.map {
      BoilerplateVerdict(kind: $0.kind, rule: .words($0.name))
    }
    hintedKind = paragraph.hintedKind
    headline = words.overlap(with: shape)
  }

  /// Whether a rule is sure of it.
  var isSure: Bool { sureVerdict != nil }

  /// What the repeats are known by; nil where there are no words.
  var key: ParagraphKey? {
    words == 0 ? nil : ParagraphKey(hash: hash, isLong: words >= ParagraphKey.longWords)
  }

  /// Whether it looks like a paragraph of an article.
  var isProse: Bool { length >= 15 && endsSentence && score < 0 }
}

/// The words of an article's headline.
struct HeadlineWords {
  /// Each of them once.
  private let words: [UInt32]

  init(_ headline: String?) {
    let bytes = Array((headline ?? "").utf8)
    words = Array(Set(ParagraphShape(bytes, 0..<bytes.count).words))
  }

  /// The words of no headline.
  static let none = HeadlineWords(nil)

  /// How much of the headline a short paragraph repeats: 0 little, 1 half of it, 2 nearly all.
  func overlap(with shape: ParagraphShape) -> Int {
    guard words.count > 2, shape.words.count < words.count * 2 else { return 0 }
    let shared = words.count { shape.words.contains($0) }
    return shared * 10 >= words.count * 9 ? 2 : shared * 2 >= words.count ? 1 : 0
  }
}

/// The features of a paragraph among its neighbours, with which the second model weighs it.
enum ContextGroup: Int, CaseIterable {
  case always
  /// The own score, its neighbours' and the means around: values instead of bins.
  case scores
  case ownScore
  case scoreBefore
  case scoreAfter
  case region
  case proseBefore
  case proseAfter
  case fromStart
  case fromEnd
  case noise
  case sureShare
  case sureCount
  case run
  case sureBefore
  case sureAfter
  case twin
  case headline
  case textBefore
  case textAfter

  var size: Int {
    switch self {
    case .always: 1
    case .scores: 7
    case .ownScore: 12
    case .scoreBefore, .scoreAfter: 12 * 4
    case .region: 3 * 12 * 4
    case .proseBefore, .proseAfter: 6 * 4
    case .fromStart, .fromEnd: 6 * 4
    case .noise: 5 * 12
    case .sureShare: 5 * 12
    case .sureCount: 5 * 12
    case .run: 6 * 4
    case .sureBefore, .sureAfter: 4 * 4
    case .twin: 4 * 4
    case .headline: 3
    case .textBefore, .textAfter: 5 * 4
    }
  }
}

/// Looks at an article's paragraphs together.
struct ContextFeatures {
  private static let starts: [Int] = {
    var starts = [0]
    for group in ContextGroup.allCases { starts.append(starts[group.rawValue] + group.size) }
    return starts
  }()
  static let count = starts[ContextGroup.allCases.count]

  private let paragraphs: [JudgedParagraph]
  /// For each paragraph, the distance to the nearest prose before and after it, 99 for none.
  private var proseBefore: [Int] = []
  private var proseAfter: [Int] = []
  /// Words of prose before and after it.
  private var wordsBefore: [Int] = []
  private var wordsAfter: [Int] = []
  /// The length of the run of short lines in which it stands.
  private var runs: [Int] = []
  /// The paragraphs' hashes, sorted.
  private let hashes: [UInt64]
  private let firstProse: Int
  private let lastProse: Int
  private let noise: Int
  /// How many paragraphs a rule is sure of, and their share, in bins.
  private let sureCount: Int
  private let sureShare: Int

  init(_ paragraphs: [JudgedParagraph]) {
    self.paragraphs = paragraphs
    hashes = paragraphs.map(\.hash).sorted()
    firstProse = paragraphs.firstIndex(where: \.isProse) ?? paragraphs.count
    lastProse = paragraphs.lastIndex(where: \.isProse) ?? -1
    let doubtful = paragraphs.count { $0.score > 0 }
    noise = FeatureBins.bin(doubtful * 100 / max(paragraphs.count, 1), [2, 10, 30, 60])
    let sure = paragraphs.count(where: \.isSure)
    sureCount = FeatureBins.bin(sure, [0, 1, 3, 7])
    sureShare = FeatureBins.bin(sure * 100 / max(paragraphs.count, 1), [0, 4, 10, 20])
    (proseBefore, wordsBefore) = Self.prose(paragraphs)
    let (after, words) = Self.prose(paragraphs.reversed())
    (proseAfter, wordsAfter) = (after.reversed(), words.reversed())
    runs = Self.runs(paragraphs)
  }

  /// The score from which the model's word is taken in this article.
  ///
  /// Where the rules are sure of little, a list of short lines is more likely the article's own than
  /// a page's leftovers (on sources not trained on, body text lost in extractors' dumps fell from
  /// 0.40% to 0.27%). Without any prose there is nothing to tell leftovers from.
  var threshold: Float {
    guard firstProse <= lastProse else { return .infinity }
    return Self.threshold + (sureCount == 0 ? 2 : sureCount == 1 ? 1 : 0)
  }

  private static let threshold: Float = 1.2

  private static func prose(_ paragraphs: [JudgedParagraph]) -> (distances: [Int], words: [Int]) {
    var distance = 99
    var words = 0
    var result: (distances: [Int], words: [Int]) = ([], [])
    for paragraph in paragraphs {
      result.distances.append(distance)
      result.words.append(words)
      distance = paragraph.isProse ? 1 : min(distance + 1, 99)
      words += paragraph.isProse ? paragraph.length : 0
    }
    return result
  }

  private static func runs(_ paragraphs: [JudgedParagraph]) -> [Int] {
    var runs = [Int](repeating: 0, count: paragraphs.count)
    var start = 0
    for index in 0...paragraphs.count {
      if index < paragraphs.count, paragraphs[index].length < 15 { continue }
      for member in start..<index { runs[member] = index - start }
      start = index + 1
    }
    return runs
  }

  private static func scoreBin(_ score: Float) -> Int {
    let bounds: [Float] = [-4, -3, -2.2, -1.5, -0.8, -0.2, 0.4, 1, 1.7, 2.5, 3.5]
    return bounds.firstIndex { score <= $0 } ?? bounds.count
  }

  private static func coarse(_ score: Float) -> Int {
    score < -1.5 ? 0 : score < 0 ? 1 : score < 1.5 ? 2 : 3
  }

  private static func lengthBin(_ length: Int) -> Int { FeatureBins.bin(length, [4, 12, 25]) }

  private func score(_ index: Int, outside: Float) -> Float {
    paragraphs.indices.contains(index) ? min(max(paragraphs[index].score, -4), 4) : outside
  }

  private func mean(_ range: Range<Int>) -> Float {
    let inside = range.clamped(to: 0..<paragraphs.count)
    guard !inside.isEmpty else { return 0 }
    return inside.reduce(0) { $0 + score($1, outside: 0) } / Float(inside.count)
  }

  /// How many of the paragraphs have this hash.
  private func timesSeen(_ hash: UInt64) -> Int {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return hashes[low...].prefix { $0 == hash }.count
  }

  /// Calls with the index and value of each feature of a paragraph.
  func features(of index: Int, _ add: (Int, Float) -> Void) {
    func has(_ group: ContextGroup, _ bin: Int, _ value: Float = 1) {
      add(Self.starts[group.rawValue] + bin, value)
    }
    let own = paragraphs[index]
    let bin = Self.scoreBin(own.score)
    let length = Self.lengthBin(own.length)
    let before = score(index - 1, outside: 1)
    let after = score(index + 1, outside: 1)
    has(.always, 0)
    let values = [
      score(index, outside: 0), before, after, score(index - 2, outside: 1),
      score(index + 2, outside: 1), mean(index - 5..<index), mean(index + 1..<index + 6),
    ]
    for (number, value) in values.enumerated() { has(.scores, number, value / 4) }
    has(.ownScore, bin)
    has(.scoreBefore, bin * 4 + Self.coarse(before))
    has(.scoreAfter, bin * 4 + Self.coarse(after))
    let region = index < firstProse ? 0 : index > lastProse ? 2 : 1
    has(.region, (region * 12 + bin) * 4 + length)
    has(.proseBefore, FeatureBins.bin(proseBefore[index], [1, 2, 3, 5, 98]) * 4 + length)
    has(.proseAfter, FeatureBins.bin(proseAfter[index], [1, 2, 3, 5, 98]) * 4 + length)
    has(.fromStart, FeatureBins.bin(index, [0, 1, 2, 4, 8]) * 4 + length)
    has(.fromEnd, FeatureBins.bin(paragraphs.count - 1 - index, [0, 1, 2, 4, 8]) * 4 + length)
    has(.noise, noise * 12 + bin)
    has(.sureCount, sureCount * 12 + bin)
    has(.sureShare, sureShare * 12 + bin)
    has(.run, FeatureBins.bin(runs[index], [0, 1, 2, 4, 8]) * 4 + length)
    let sureBefore = (1...3).first { index >= $0 && paragraphs[index - $0].isSure } ?? 4
    let sureAfter = (1...3).first { index + $0 < paragraphs.count && paragraphs[index + $0].isSure }
    has(.sureBefore, (sureBefore - 1) * 4 + length)
    has(.sureAfter, ((sureAfter ?? 4) - 1) * 4 + length)
    has(.twin, FeatureBins.bin(timesSeen(own.hash), [1, 2, 4]) * 4 + length)
    has(.headline, own.headline)
    has(.textBefore, FeatureBins.bin(wordsBefore[index], [0, 40, 120, 300]) * 4 + length)
    has(.textAfter, FeatureBins.bin(wordsAfter[index], [0, 40, 120, 300]) * 4 + length)
  }
}
