/// The features that the model of a page's blocks weighs: each is a group of bins, of which a block
/// has at most one at a time (several, where it says so).
///
/// The weights are stored in this order.
enum FeatureGroup: Int, CaseIterable {
  // The block's own text.
  case always
  case length
  case links
  case ending
  case opening
  case stops
  case commas
  case digits
  case capitals
  case emphasis
  /// Several at once.
  case marks
  case words
  // Where it stands.
  case container
  case innermost
  /// Several at once.
  case ancestors
  /// Words of the classes of the innermost three elements; several at once.
  case nearWords
  /// Words of the classes of all elements around; several at once.
  case farWords
  case position
  case hidden
  case depth
  // What stands around it.
  case title
  case headingBefore
  case previous
  case next
  case repeated
  case parentText
  case parentLinks
  case grandparentText
  case grandparentLinks
  case siblings
  /// Words of a short block's text, by their hash; several at once.
  case wordHashes

  static let tagCount = HTMLTag.allCases.count
  static let wordHashCount = 4096

  /// How many bins the group has.
  var size: Int {
    switch self {
    case .always, .repeated: 1
    case .length: FeatureBins.letters.count + 1
    case .links: 18
    case .ending: 21
    case .opening: 8
    case .stops, .commas: 15
    case .digits, .capitals, .emphasis: 12
    case .marks: 12
    case .words: 12
    case .container: Self.tagCount * 2
    case .innermost: Self.tagCount
    case .ancestors: Self.tagCount
    case .nearWords, .farWords: ClassWords.count
    case .position: 10
    case .hidden: 4
    case .depth: 8
    case .title: 3
    case .headingBefore: 8
    case .previous, .next: 48
    case .parentText, .grandparentText: 12
    case .parentLinks, .grandparentLinks: 6
    case .siblings: 8
    case .wordHashes: Self.wordHashCount
    }
  }

  /// Where the weights of each group begin, by its number, and at the end how many there are.
  static let starts: [Int] = allCases.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.size) }

  /// How many features there are.
  static let total = starts[allCases.count]
}

/// Upper bounds of bins.
enum FeatureBins {
  static let letters = [3, 8, 15, 25, 40, 60, 90, 130, 200, 300, 500]
  static let few = [0, 1, 2, 4]
  static let words = [1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 60]

  /// The number of the first bin whose bound is not below the value.
  static func bin(_ value: Int, _ bounds: [Int]) -> Int {
    var bin = 0
    while bin < bounds.count, value > bounds[bin] { bin += 1 }
    return bin
  }

  /// 0 for nothing, 5 for all, and four steps between.
  static func share(_ part: Int, of whole: Int) -> Int {
    if part <= 0 || whole <= 0 { return 0 }
    if part >= whole { return 5 }
    return 1 + min(3, part * 100 / whole / 25)
  }
}
