/// Asks quotes whether they meet a test, the quotes of one article after the other.
struct QuoteAsker {
  private let test: QuoteTest
  private let layouts: TextLayouts
  private let weights: [[Double]]
  /// The queries about words, by their numbers.
  private var words: [QuotePhrases]
  /// The query that most quotes do not meet, if all that are looked for do.
  private let wanted: Int?
  private var article: UInt32 = 0

  init(_ test: QuoteTest, _ words: [TextMatches], _ layouts: TextLayouts) {
    (self.test, self.layouts) = (test, layouts)
    self.words = words.map { QuotePhrases($0) }
    wanted = test.wantedWords
    // Rare phrases say more.
    weights = words.map { matches in
      matches.plan.phrases.indices.map { phrase in
        1 / Double(1 + matches.parts.reduce(0) { $0 + $1.phrases[phrase].numbers.count })
      }
    }
  }

  /// Goes to the quotes of an article: quickest where numbers ascend.
  mutating func begin(article number: UInt32) {
    article = number
    for query in words.indices { words[query].read(article: number) }
  }

  /// How relevant a quote is that meets the test: how rare the words are that it has, in relation to
  /// its length.
  func score(of quote: QuoteFacts) -> Double {
    var score = 0.0
    for (query, weights) in zip(words, weights) {
      for (phrase, weight) in weights.enumerated() {
        score += weight * Double(query.count(of: phrase, beginningIn: quote.tokens))
      }
    }
    return score / Double(quote.tokens.count + 10)
  }

  /// Whether a quote of the article meets the test.
  mutating func isMet(by quote: QuoteFacts) throws -> Bool {
    if let wanted, !words[wanted].mayBeMet(inside: quote.tokens) { return false }
    return try meets(test, quote)
  }

  private mutating func meets(_ test: QuoteTest, _ quote: QuoteFacts) throws -> Bool {
    switch test {
    case .always: return true
    case .manner(let manners): return manners.contains(quote.manner)
    case .quotes(let quotes): return quotes.contains(quote.id)
    case .words(let query):
      guard words[query].mayBeMet(inside: quote.tokens) else { return false }
      let (layouts, article) = (layouts, article)
      return try words[query].isMet(inside: quote.tokens) { try layouts.layout(of: article) }
    case .article(let numbers):
      let index = numbers.gallop(to: article, from: 0)
      return index < numbers.count && numbers[index] == article
    case .all(let tests):
      for test in tests where try !meets(test, quote) { return false }
      return true
    case .any(let tests):
      for test in tests where try meets(test, quote) { return true }
      return false
    case .not(let test): return try !meets(test, quote)
    }
  }
}
