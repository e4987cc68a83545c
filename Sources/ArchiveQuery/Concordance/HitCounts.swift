internal import ArchiveStorage
internal import FullTextIndex

/// How many hits each article has: the places in its texts that a query's words take.
///
/// Places that overlap are one hit. The count is exact: it comes from the index where that can tell,
/// and else from the texts.
struct HitCounts {
  /// The numbers of the articles that have hits, ascending.
  private(set) var numbers: [UInt32] = []
  /// How many each has.
  private(set) var counts: [UInt32] = []
  private(set) var total = 0

  /// Counts the hits in the articles that a query finds.
  init(_ search: ArticleSearch) throws {
    let found = search.found
    self = try found.all { matches, arrays in
      if let text = matches.text, found.isAboutTextAlone, text.plan.test.isAnsweredByIndex {
        return HitCounts(text)
      }
      let texts = try HitTexts(search)
      var counts = HitCounts()
      guard texts.canHaveHits else { return counts }
      for number in matches.numbers {
        let text = try texts.read(arrays.numbers.id(of: number))
        counts.append(number, text?.hits.count ?? 0)
      }
      return counts
    }
  }

  private init() {}

  private init(_ text: TextMatches) {
    let words = text.plan.differentWords
    for part in text.parts {
      if let words {
        count(words.map { part.phrases[$0] }, in: part.numbers)
      } else {
        for number in part.numbers {
          let places = text.plan.test.places(
            in: part.phrases.map { $0.places(inArticle: number) })
          append(number, places.apart.count)
        }
      }
    }
    // Each segment has articles of its own.
    guard text.parts.count > 1 else { return }
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    (numbers, counts) = (order.map { numbers[$0] }, order.map { counts[$0] })
  }

  /// Words that cannot overlap: how often each stands in an article is summed up.
  private mutating func count(_ words: [PhrasePostings], in articles: [UInt32]) {
    var sums = [UInt32](repeating: 0, count: articles.count)
    for word in words {
      var place = 0
      for (row, number) in articles.enumerated() {
        place = word.numbers.gallop(to: number, from: place)
        guard place < word.numbers.count else { break }
        if word.numbers[place] == number { sums[row] += UInt32(clamping: word.count(at: place)) }
      }
    }
    for (number, count) in zip(articles, sums) { append(number, Int(count)) }
  }

  private mutating func append(_ number: UInt32, _ count: Int) {
    guard count > 0 else { return }
    numbers.append(number)
    counts.append(UInt32(clamping: count))
    total += count
  }
}

extension [Place] {
  /// The places, those that overlap put together: what a reader sees as one.
  var apart: [Place] {
    guard count > 1 else { return self }
    var apart: [Place] = []
    apart.reserveCapacity(count)
    for place in self {
      if let last = apart.last, last.column == place.column,
        place.tokens.lowerBound < last.tokens.upperBound
      {
        apart[apart.count - 1] = Place(
          column: last.column,
          tokens: last.tokens
            .lowerBound..<Swift.max(
              last.tokens.upperBound, place.tokens.upperBound))
      } else {
        apart.append(place)
      }
    }
    return apart
  }
}

extension TextPlan {
  /// The phrases by their numbers, if the plan marks every place of each and none can overlap with
  /// another: different single words anywhere in the text.
  fileprivate var differentWords: [Int]? {
    let isWords = phrases.allSatisfy { $0.tokens.count == 1 && !$0.isPrefix && $0.column == nil }
    guard isWords, Set(phrases.map(\.tokens)).count == phrases.count else { return nil }
    return test.everyPlace
  }
}

extension PositionTest {
  /// The phrases of which it marks every place in an article that meets it; nil where it chooses.
  fileprivate var everyPlace: [Int]? {
    switch self {
    case .phrase(let number): return [number]
    case .all(let tests), .any(let tests):
      let parts = tests.compactMap(\.everyPlace)
      return parts.count == tests.count ? parts.flatMap { $0 } : nil
    case .without(let test, _): return test.everyPlace
    case .chain, .window, .atLeast: return nil
    }
  }

  /// Whether the index alone tells its places.
  fileprivate var isAnsweredByIndex: Bool {
    switch self {
    case .phrase: true
    case .all(let tests), .any(let tests): tests.allSatisfy(\.isAnsweredByIndex)
    case .without(let test, let others):
      test.isAnsweredByIndex && others.allSatisfy(\.isAnsweredByIndex)
    case .chain(let first, let links):
      first.isAnsweredByIndex && links.allSatisfy(\.operand.isAnsweredByIndex)
    case .window(_, let items): items.allSatisfy(\.test.isAnsweredByIndex)
    case .atLeast(_, let test): test.isAnsweredByIndex
    }
  }
}
