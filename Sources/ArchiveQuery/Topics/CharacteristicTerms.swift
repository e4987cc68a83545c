internal import ArchiveStorage
internal import FullTextIndex
internal import Glibc
internal import NewsModel
internal import NewsText

/// A word or phrase that the articles of a query have more often than the others.
public struct CharacteristicTerm: Sendable, Equatable {
  /// The word, or the two words, folded as the index has them.
  public let term: String
  /// Whether it is two words.
  public let isPhrase: Bool
  /// Articles of the query that have it.
  public let inside: Int
  /// Other articles that have it.
  public let outside: Int
  /// How little it can be chance: Dunning's log-likelihood (G²) over articles.
  public let logLikelihood: Double
  /// How many times likelier an article of the query is to have it than another one, as a natural logarithm
  /// of the ratio of odds, with half an article added to each count.
  public let logOdds: Double
}

/// The words and phrases that set the articles of a query apart from the rest of the archive.
///
/// Articles are counted, not occurrences: a word that one article repeats a hundred times is no topic. How
/// many have it elsewhere is what the full-text index says: exactly, and without reading them.
public struct CharacteristicTerms {
  /// The terms, the most characteristic first.
  public let terms: [CharacteristicTerm]
  /// Articles of the query.
  public let articles: Int
  /// All articles.
  public let all: Int

  /// Phrases are looked up one by one: so many of the most frequent.
  private static let phrases = 500

  /// Reads the articles of a query.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - reader: The archive.
  ///   - least: In how many articles of the query a term must be.
  /// - Throws: ``QueryPlanError`` where the query has something that cannot be found.
  public init(_ query: Query, in reader: ArchiveReader, least: Int = 3) throws {
    let result = try reader.snapshot { try Self.count(query, in: reader, least: least) }
    (terms, articles, all) = (result.terms, result.articles, result.all)
  }

  private static func count(
    _ query: Query, in reader: ArchiveReader, least: Int
  ) throws -> (terms: [CharacteristicTerm], articles: Int, all: Int) {
    var words: [String: Int] = [:]
    var pairs: [String: Int] = [:]
    var articles = 0
    try ArticleSearch(query, in: reader).forEachID { id in
      articles += 1
      var (itsWords, itsPairs): (Set<String>, Set<String>) = ([], [])
      for column in try texts(of: id, reader) {
        var previous: String?
        for word in reader.tokenizer.tokens(of: column) {
          itsWords.insert(word)
          if let previous { itsPairs.insert(previous + " " + word) }
          previous = word
        }
      }
      for word in itsWords { words[word, default: 0] += 1 }
      for pair in itsPairs { pairs[pair, default: 0] += 1 }
      return true
    }
    let state = try reader.state()
    let all = state.arrays.numbers.count
    var terms: [CharacteristicTerm] = []
    var everywhere: [String: Int] = [:]
    for (word, inside) in words where inside >= least {
      let count = try state.index.count(of: word)
      everywhere[word] = count
      terms.append(
        term(word, isPhrase: false, inside, of: articles, everywhere: count, of: all))
    }
    // A pair with a word that a fifth of all articles have ("the shutdown") says what the other one says.
    let promising = pairs.filter { $0.value >= least }.compactMap {
      pair, count -> (pair: String, count: Int, share: Double)? in
      let frequencies = pair.split(separator: " ").map { everywhere[String($0)] ?? 0 }
      guard let rarest = frequencies.min(), let commonest = frequencies.max(),
        commonest * 5 < all || all < 50
      else { return nil }
      return (pair, count, Double(count) / Double(max(1, rarest)))
    }.sorted {
      (Double($1.count) * $1.share, $0.pair) < (Double($0.count) * $0.share, $1.pair)
    }
    for (pair, inside, _) in promising.prefix(phrases) {
      let phrase = Query(asking: .term(Term(pair, isPhrase: true)), text: "\"\(pair)\"")
      let count = try ArticleSearch(phrase, in: reader).total()
      terms.append(
        term(pair, isPhrase: true, inside, of: articles, everywhere: max(count, inside), of: all))
    }
    terms.removeAll { $0.logOdds <= 0 }
    terms.sort { ($1.logLikelihood, $0.term) < ($0.logLikelihood, $1.term) }
    return (terms, articles, all)
  }

  private static func texts(of id: ArticleID, _ reader: ArchiveReader) throws -> [String] {
    try reader.connection.first(
      """
      SELECT coalesce(a.index_headline, a.headline), coalesce(b.index_body, b.body)
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival WHERE a.id = ?1
      """, [.integer(id.rawValue)]
    ) { [$0.text(0), $0.text(1)] } ?? []
  }

  private static func term(
    _ term: String, isPhrase: Bool, _ inside: Int, of articles: Int, everywhere: Int, of all: Int
  ) -> CharacteristicTerm {
    let outside = max(0, everywhere - inside)
    let (a, b) = (Double(inside), Double(outside))
    let (c, d) = (Double(articles - inside), Double(max(0, all - articles - outside)))
    let odds = log((a + 0.5) / (c + 0.5)) - log((b + 0.5) / (d + 0.5))
    func part(_ observed: Double, _ row: Double, _ column: Double) -> Double {
      observed == 0 ? 0 : observed * log(observed * (a + b + c + d) / (row * column))
    }
    let likelihood =
      2
      * (part(a, a + c, a + b) + part(b, b + d, a + b) + part(c, a + c, c + d)
        + part(d, b + d, c + d))
    return CharacteristicTerm(
      term: term, isPhrase: isPhrase, inside: inside, outside: outside,
      logLikelihood: max(0, likelihood), logOdds: odds)
  }
}
