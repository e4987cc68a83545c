/// Where the phrases of a query about words stand in the body of one article after the other, and which
/// of them stand in each of its quotes.
struct QuotePhrases {
  private let matches: TextMatches
  /// What all quotes have that meet the query.
  private let wanted: WantedPhrases
  private let needsText: Bool
  /// Whether the query asks no more than which phrases are there.
  private let isAboutPresence: Bool
  /// How many tokens each phrase has, wherever it stands.
  private let lengths: [Int]
  /// Where each phrase begins: at the first position that is not before the last quote.
  private var positions: [BodyPositions]
  private var quoteStart = 0
  /// In each part of the index where the last article's places of each phrase are.
  private var starts: [[Int]]
  private var article: UInt32 = 0

  init(_ matches: TextMatches) {
    let phrases = matches.plan.phrases
    self.matches = matches
    wanted = WantedPhrases(of: matches.plan.test)
    needsText = matches.plan.needsText(matches.plan.test)
    isAboutPresence = !needsText && matches.plan.test.isAboutPresence
    lengths = phrases.map(\.words.count)
    positions = phrases.map { _ in .none }
    starts = matches.parts.map { _ in phrases.map { _ in 0 } }
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
    for phrase in positions.indices {
      var its: BodyPositions?
      // All of an article is in one part.
      for part in starts.indices where its == nil {
        its = matches.parts[part].phrases[phrase]
          .bodyPositions(inArticle: number, from: &starts[part][phrase])
      }
      positions[phrase] = its ?? .none
    }
  }

  /// How often a phrase begins in a quote of the article.
  func count(of phrase: Int, beginningIn tokens: Range<Int>) -> Int {
    var its = positions[phrase]
    its.restart()
    var count = 0
    while Int(its.current) < tokens.upperBound {
      if Int(its.current) >= tokens.lowerBound { count += 1 }
      its.next()
    }
    return count
  }

  /// Whether a quote of the article can meet the query, by the phrases that it has. Quickest for quotes
  /// in their order.
  mutating func mayBeMet(inside tokens: Range<Int>) -> Bool {
    if tokens.lowerBound < quoteStart {
      for phrase in positions.indices { positions[phrase].restart() }
    }
    quoteStart = tokens.lowerBound
    return wanted.areMet { hasPhrase($0, inside: tokens) }
  }

  /// Whether a quote of the article that can meet the query does.
  mutating func isMet(
    inside tokens: Range<Int>, layout: () throws -> TextLayout
  ) throws -> Bool {
    if wanted.areAll, !needsText { return true }
    let plan = matches.plan
    if isAboutPresence { return has(plan.test, inside: tokens) }
    let inside = positions.indices.map { phrase -> [Place] in
      guard hasPhrase(phrase, inside: tokens) else { return [] }
      var (its, places) = (positions[phrase], [Place]())
      while Int(its.current) + lengths[phrase] <= tokens.upperBound {
        places.append(
          Place(column: 0, tokens: Int(its.current)..<Int(its.current) + lengths[phrase]))
        its.next()
      }
      return places
    }
    let found = PhrasePlaces(plan.phrases, found: inside)
    guard try plan.test.isMet(in: found) else { return false }
    if try !needsText || plan.test.isSurelyMet(in: found) { return true }
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
    while Int(positions[phrase].current) < tokens.lowerBound { positions[phrase].next() }
    return Int(positions[phrase].current) + lengths[phrase] <= tokens.upperBound
  }
}

/// Phrases that something must have to meet a test: one at least of each of several groups. They are numbers
/// in a row, as a million quotes are asked for them.
private struct WantedPhrases {
  private struct Phrase {
    let number: Int
    /// Whether it is its group's last.
    let isLast: Bool
  }

  private let phrases: [Phrase]
  /// Whether what has them meets the test.
  let areAll: Bool

  init(of test: PositionTest) {
    let (groups, areAll) = Self.groups(of: test)
    // To ask for fewer is right, too.
    let isShort = groups.reduce(0) { $0 + $1.count } <= 64
    self.areAll = areAll && isShort
    phrases = (isShort ? groups : []).flatMap { group in
      group.enumerated().map { Phrase(number: $1, isLast: $0 == group.count - 1) }
    }
  }

  /// The groups, none of them empty; and whether what has one of each meets the test.
  private static func groups(of test: PositionTest) -> (groups: [[Int]], areAll: Bool) {
    func all(_ tests: [PositionTest]) -> (groups: [[Int]], areAll: Bool) {
      let parts = tests.map { groups(of: $0) }
      return (parts.flatMap(\.groups), parts.allSatisfy(\.areAll))
    }
    switch test {
    case .phrase(let number): return ([[number]], true)
    case .all(let tests): return all(tests)
    case .any(let tests):
      let parts = tests.map { groups(of: $0) }
      // One of the first groups is there, whichever of the tests is met.
      let firsts = parts.compactMap(\.groups.first)
      guard !firsts.isEmpty, firsts.count == parts.count else { return ([], false) }
      return ([firsts.flatMap { $0 }], parts.allSatisfy { $0.areAll && $0.groups.count == 1 })
    case .without(let test, _), .atLeast(_, let test): return (groups(of: test).groups, false)
    case .chain(let first, let links):
      return (all([first] + links.filter { !$0.isNegated }.map(\.operand)).groups, false)
    case .window(_, let items): return (all(items.map(\.test)).groups, false)
    }
  }

  /// Whether they are there.
  @inline(__always)
  func areMet(_ has: (Int) -> Bool) -> Bool {
    var isMet = false
    for phrase in phrases {
      isMet = isMet || has(phrase.number)
      guard phrase.isLast else { continue }
      if !isMet { return false }
      isMet = false
    }
    return true
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
