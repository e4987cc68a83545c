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
      if let indexed = IndexedHits(found, matches) { return try HitCounts(indexed) }
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

  private init(_ indexed: IndexedHits) throws {
    let words = indexed.text.plan.differentWords
    for part in indexed.text.parts {
      if let words {
        count(words.map { part.phrases[$0] }, in: part.numbers)
      } else {
        for number in part.numbers {
          append(number, try indexed.hits(inArticle: number, part).count)
        }
      }
    }
    // Each segment has articles of its own.
    guard indexed.text.parts.count > 1 else { return }
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

/// The hits of a query whose places the index tells without a look at the texts.
struct IndexedHits {
  let text: TextMatches

  /// Nil where texts have to be read.
  init?(_ found: ArticleEvaluation, _ matches: Matches) {
    guard let text = matches.text, found.isAboutTextAlone,
      !text.plan.needsText(text.plan.test)
    else { return nil }
    self.text = text
  }

  /// The hits in an article, in their order.
  func hits(inArticle number: UInt32) throws -> [Place] {
    for part in text.parts {
      let index = part.numbers.gallop(to: number, from: 0)
      if index < part.numbers.count, part.numbers[index] == number {
        return try hits(inArticle: number, part)
      }
    }
    return []
  }

  fileprivate func hits(inArticle number: UInt32, _ part: TextMatches.Part) throws -> [Place] {
    try text.plan.test.places(
      in: PhrasePlaces(
        text.plan.phrases, found: part.phrases.map { $0.places(inArticle: number) })
    ).apart
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
    let words = phrases.compactMap(\.onlyWord)
    guard words.count == phrases.count, Set(words).count == words.count else { return nil }
    return test.everyPlace
  }
}

extension PositionTest {
  /// The phrases of which it marks every place in an article that meets it; nil where it chooses.
  fileprivate var everyPlace: [Int]? {
    switch self {
    case .phrase(let number): return [number]
    case .all(let tests):
      let parts = tests.compactMap(\.everyPlace)
      return parts.count == tests.count ? parts.flatMap { $0 } : nil
    case .any: return alternatives
    case .without(let test, _): return test.everyPlace
    case .chain, .window, .atLeast: return nil
    }
  }

  /// The phrases of which one is enough; nil where an alternative is more than a phrase: an article may
  /// have some of its words and not meet it, and then they are not marked.
  private var alternatives: [Int]? {
    switch self {
    case .phrase(let number): return [number]
    case .any(let tests):
      let parts = tests.compactMap(\.alternatives)
      return parts.count == tests.count ? parts.flatMap { $0 } : nil
    case .all, .without, .chain, .window, .atLeast: return nil
    }
  }
}
