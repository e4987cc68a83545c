internal import FullTextIndex

/// Asks quotes whether they meet a test, the quotes of one article after the other.
struct QuoteAsker {
  private let test: QuoteTest
  private let words: [TextMatches]
  private let layouts: TextLayouts
  private let weights: [[Double]]
  /// The article of the last quote, and where in its body the phrases of each query stand.
  private var article: UInt32?
  private var places: [[[Place]]] = []

  init(_ test: QuoteTest, _ words: [TextMatches], _ layouts: TextLayouts) {
    (self.test, self.words, self.layouts) = (test, words, layouts)
    // Rare phrases say more.
    weights = words.map { matches in
      matches.plan.phrases.indices.map { phrase in
        1 / Double(1 + matches.parts.reduce(0) { $0 + $1.phrases[phrase].numbers.count })
      }
    }
  }

  /// How relevant a quote is that meets the test: how rare the words are that it has, in relation to
  /// its length; nil for one that does not.
  mutating func score(of quote: QuoteFacts, inArticle number: UInt32) throws -> Double? {
    guard try isMet(by: quote, inArticle: number) else { return nil }
    var score = 0.0
    for (query, weights) in zip(places, weights) {
      for (phrase, weight) in zip(query, weights) {
        score += weight * Double(phrase.count { quote.tokens.contains($0.tokens.lowerBound) })
      }
    }
    return score / Double(quote.tokens.count + 10)
  }

  /// Whether a quote meets the test.
  mutating func isMet(by quote: QuoteFacts, inArticle number: UInt32) throws -> Bool {
    if article != number {
      article = number
      places = words.map { $0.bodyPlaces(inArticle: number) }
    }
    return try meets(test, quote, number)
  }

  private func meets(_ test: QuoteTest, _ quote: QuoteFacts, _ number: UInt32) throws -> Bool {
    switch test {
    case .always: return true
    case .manner(let manners): return manners.contains(quote.manner)
    case .quotes(let quotes): return quotes.contains(quote.id)
    case .words(let query):
      // Most quotes have none of the words.
      guard places[query].contains(where: { $0.haveOne(inside: quote.tokens) }) else {
        return false
      }
      let inside = places[query].map { phrase in
        phrase.filter {
          $0.tokens.lowerBound >= quote.tokens.lowerBound
            && $0.tokens.upperBound <= quote.tokens.upperBound
        }
      }
      let plan = words[query].plan
      let found = PhrasePlaces(plan.phrases, found: inside)
      guard try plan.test.isMet(in: found) else { return false }
      if try !plan.needsText(plan.test) || plan.test.isSurelyMet(in: found) { return true }
      let layout = try layouts.layout(of: number)
      let exact = try PhrasePlaces(plan.phrases, found: inside, in: layout)
      return try plan.test.isMet(in: exact)
    case .article(let numbers):
      let index = numbers.gallop(to: number, from: 0)
      return index < numbers.count && numbers[index] == number
    case .all(let tests): return try tests.allSatisfy { try meets($0, quote, number) }
    case .any(let tests): return try tests.contains { try meets($0, quote, number) }
    case .not(let test): return try !meets(test, quote, number)
    }
  }
}

extension [Place] {
  /// Whether one of these places, which are in order, lies in a stretch of the body.
  fileprivate func haveOne(inside tokens: Range<Int>) -> Bool {
    var index = partitioningIndex { $0.tokens.lowerBound >= tokens.lowerBound }
    while index < count, self[index].tokens.lowerBound < tokens.upperBound {
      if self[index].tokens.upperBound <= tokens.upperBound { return true }
      index += 1
    }
    return false
  }
}

extension TextMatches {
  /// Where each phrase stands in an article's body.
  fileprivate func bodyPlaces(inArticle number: UInt32) -> [[Place]] {
    plan.phrases.indices.map { phrase in
      for part in parts {
        let places = part.phrases[phrase].places(inArticle: number)
        if !places.isEmpty { return places.filter { $0.column == 0 } }
      }
      return []
    }
  }
}
