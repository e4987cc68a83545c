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
  var form: ParagraphForm

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
    form = ParagraphForm(paragraph)
  }

  /// Whether a rule is sure of it.
  var isSure: Bool { sureVerdict != nil }

  /// What the repeats are known by; nil where there are no words.
  var key: ParagraphKey? {
    words == 0 ? nil : ParagraphKey(hash: hash, isLong: words >= ParagraphKey.longWords)
  }

  /// Whether it looks like a paragraph of an article.
  var isProse: Bool { length >= 15 && endsSentence && score < 0 }

  /// Whether nothing about it makes one look twice: most of an article is like this.
  ///
  /// Of 10,000 such paragraphs of the evaluation set fewer than 20 are boilerplate.
  var isPlainProse: Bool { isProse && score < -4 && hintedKind == nil }
}

/// The outward form of a paragraph, in small numbers: counts up to 100, shares in per cent.
struct ParagraphForm {
  var capitals: UInt8
  var numbers: UInt8
  var shouted: UInt8
  var sentences: UInt8
  var commas: UInt8
  var colons: UInt8
  var menuMarks: UInt8
  var addresses: UInt8
  var atSigns: UInt8
  var copyrightSigns: UInt8
  /// The longest quotation, in words.
  var quotation: UInt8
  /// How many rules on words hold, hints included.
  var cues: UInt8
  /// The kind that the first of them names: its place among all kinds, from 1.
  var kind: UInt8
  var startsSmall: Bool

  init(_ paragraph: ReadParagraph) {
    let shape = paragraph.shape
    let words = max(1, shape.words.count)
    func share(_ count: Int) -> UInt8 { UInt8(clamping: count * 100 / words) }
    func count(_ count: Int) -> UInt8 { UInt8(clamping: min(count, 100)) }
    capitals = share(shape.capitalised)
    numbers = share(shape.numbers)
    shouted = share(shape.shouted)
    sentences = count(shape.sentences)
    commas = count(shape.commas)
    colons = count(shape.colons)
    menuMarks = count(shape.menuMarks)
    addresses = count(shape.addresses)
    atSigns = count(shape.atSigns)
    copyrightSigns = count(shape.copyrightSigns)
    quotation = count(shape.longestQuote)
    cues = count(Set(paragraph.cues).count)
    kind = paragraph.hintedKind.map { UInt8(clamping: $0.place + 1) } ?? 0
    startsSmall = shape.startsSmall
  }
}

extension BoilerplateKind {
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Its place among all kinds.
  fileprivate var place: Int { Self.places[self] ?? 0 }
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
