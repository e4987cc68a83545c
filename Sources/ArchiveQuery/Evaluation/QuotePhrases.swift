/// Where the phrases of a query about words stand in the body of one article after the other, and which
/// of them stand in each of its quotes.
struct QuotePhrases {
  private let matches: TextMatches
  /// What all quotes have that meet the query: quickly asked.
  private let relaxed: PositionTest
  /// Whether the query asks no more than which phrases are there.
  private let isAboutPresence: Bool
  /// By the number of the phrase, in order.
  private(set) var places: [[Place]]
  /// In each part of the index where the last article's places of each phrase are.
  private var starts: [[Int]]
  private var article: UInt32 = 0
  /// Of each phrase the first place that does not begin before the last quote.
  private var cursors: [Int]
  private var quoteStart = 0

  init(_ matches: TextMatches) {
    let phrases = matches.plan.phrases
    self.matches = matches
    relaxed = matches.plan.test.relaxed
    isAboutPresence =
      matches.plan.test.isAboutPresence && !matches.plan.needsText(matches.plan.test)
    places = phrases.map { _ in [] }
    starts = matches.parts.map { _ in phrases.map { _ in 0 } }
    cursors = phrases.map { _ in 0 }
  }

  /// Reads where the phrases stand in an article.
  mutating func read(article number: UInt32) {
    if number < article {
      for part in starts.indices {
        for phrase in starts[part].indices { starts[part][phrase] = 0 }
      }
    }
    article = number
    quoteStart = 0
    for phrase in places.indices {
      cursors[phrase] = 0
      places[phrase].removeAll(keepingCapacity: true)
      // All of an article is in one part.
      for part in matches.parts.indices where places[phrase].isEmpty {
        matches.parts[part].phrases[phrase].addPlaces(
          inArticle: number, from: &starts[part][phrase], to: &places[phrase])
      }
      // The body is the first column.
      while let last = places[phrase].last, last.column != 0 { places[phrase].removeLast() }
    }
  }

  /// Whether a quote of the article can meet the query, by the phrases that it has. Quickest for quotes
  /// in their order.
  mutating func mayBeMet(inside tokens: Range<Int>) -> Bool {
    if tokens.lowerBound < quoteStart {
      for phrase in cursors.indices { cursors[phrase] = 0 }
    }
    quoteStart = tokens.lowerBound
    return has(relaxed, inside: tokens)
  }

  /// Whether a quote of the article that can meet the query does.
  mutating func isMet(
    inside tokens: Range<Int>, layout: () throws -> TextLayout
  ) throws -> Bool {
    let plan = matches.plan
    if isAboutPresence { return has(plan.test, inside: tokens) }
    let inside = places.indices.map { phrase in
      // A phrase has as many tokens wherever it stands.
      hasPhrase(phrase, inside: tokens)
        ? Array(
          places[phrase][cursors[phrase]...].prefix { $0.tokens.upperBound <= tokens.upperBound })
        : []
    }
    let found = PhrasePlaces(plan.phrases, found: inside)
    guard try plan.test.isMet(in: found) else { return false }
    if try !plan.needsText(plan.test) || plan.test.isSurelyMet(in: found) { return true }
    let exact = try PhrasePlaces(plan.phrases, found: inside, in: layout())
    return try plan.test.isMet(in: exact)
  }

  /// Asks a test of which phrases are there.
  private mutating func has(_ test: PositionTest, inside tokens: Range<Int>) -> Bool {
    switch test {
    case .phrase(let number): return hasPhrase(number, inside: tokens)
    case .all(let tests):
      for test in tests where !has(test, inside: tokens) { return false }
      return true
    case .any(let tests):
      for test in tests where has(test, inside: tokens) { return true }
      return false
    case .without(let test, let others):
      return has(test, inside: tokens) && !has(.any(others), inside: tokens)
    case .chain, .window, .atLeast: return true
    }
  }

  @inline(__always)
  private mutating func hasPhrase(_ phrase: Int, inside tokens: Range<Int>) -> Bool {
    var cursor = cursors[phrase]
    let count = places[phrase].count
    while cursor < count, places[phrase][cursor].tokens.lowerBound < tokens.lowerBound {
      cursor += 1
    }
    cursors[phrase] = cursor
    return cursor < count && places[phrase][cursor].tokens.upperBound <= tokens.upperBound
  }
}

extension PositionTest {
  /// Whether it asks no more than which phrases are there.
  fileprivate var isAboutPresence: Bool {
    switch self {
    case .phrase: true
    case .all(let tests), .any(let tests): tests.allSatisfy(\.isAboutPresence)
    case .without(let test, let others):
      test.isAboutPresence && others.allSatisfy(\.isAboutPresence)
    case .chain, .window, .atLeast: false
    }
  }
}
