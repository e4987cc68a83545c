/// A condition on one quote.
indirect enum QuoteTest {
  case always
  case manner(Set<Int64>)
  /// It is one of these, by their ids: those of a speaker.
  case quotes(Set<Int64>)
  /// The quote has words: those of a query by its number.
  case words(Int)
  /// Its article is one of these, ascending.
  case article([UInt32])
  case all([QuoteTest])
  case any([QuoteTest])
  case not(QuoteTest)

  /// The number of a query whose words a quote must have to meet the test, if there is one.
  var wantedWords: Int? {
    switch self {
    case .words(let query): query
    case .all(let tests): tests.lazy.compactMap(\.wantedWords).first
    case .any(let tests) where tests.count == 1: tests[0].wantedWords
    case .always, .manner, .quotes, .article, .any, .not: nil
    }
  }
}

/// What a quote's row says.
struct QuoteFacts {
  let id: Int64
  let manner: Int64
  /// Of the body.
  let tokens: Range<Int>
}
