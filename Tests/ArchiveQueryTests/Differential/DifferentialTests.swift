import ArchiveStorage
import NewsModel
import NewsText
import TestSupport
import Testing

@testable import ArchiveQuery

/// Thousands of queries, each answered twice: from the index, and by a slow and obvious reading of every
/// text. Both find the same articles and quotes, and mark the same words.
struct DifferentialTests {
  private struct Corpus: Sendable {
    let file: SampleFile
    let articles: [ReferenceArticle]
    /// All words, by their numbers.
    let words: [String]

    init(_ samples: [Sample], batch: Int) throws {
      file = try SampleFile(samples, batch: batch)
      var numbers: [String: Int] = [:]
      articles = zip(samples, file.ids).map { ReferenceArticle($0, id: $1, &numbers) }
      words = numbers.sorted { $0.value < $1.value }.map(\.key)
    }
  }

  private static let corpus = Result {
    var news = RandomNews(random: SeededGenerator(seed: 11))
    // In several segments.
    return try Corpus((0..<80).map { _ in news.sample() }, batch: 24)
  }

  @Test(arguments: 0..<10)
  func queriesFindAndMarkWhatTheyMean(seed: UInt64) throws {
    let corpus = try Self.corpus.get()
    let queries = RandomQueries(
      random: SeededGenerator(seed: 100 + seed), words: RandomNews.small + RandomNews.names)
    try Self.compare(corpus, queries, count: 215)
  }

  @Test(arguments: ["reuters-16k", "bbc"])
  func realArticlesToo(name: String) throws {
    guard let samples = RealNews.samples(name, count: 50) else { return }
    let corpus = try Corpus(samples, batch: 20)
    let queries = RandomQueries(
      random: SeededGenerator(seed: 5), words: RealNews.words(of: samples), hasFacts: false)
    try Self.compare(corpus, queries, count: 60)
  }

  private static func compare(_ corpus: Corpus, _ queries: RandomQueries, count: Int) throws {
    let reader = try ArchiveReader(Archive(path: corpus.file.path))
    let words = ReferenceWords(
      corpus.words,
      try reader.state().languages.all().compactMap { Stemmer(language: $0) })
    let articles = corpus.articles
    var queries = queries
    for _ in 0..<count {
      let query = queries.next()
      let text = query.description
      let asked = try Query(parsing: text)
      let expected = articles.filter { $0.isMet(query, words) }
      let search = try ArticleSearch(asked, in: reader)
      var found: [ArticleID] = []
      try search.forEachID(order: .oldest) {
        found.append($0)
        return true
      }
      let ids = expected.map(\.id).sorted()
      guard found == ids else {
        let wrong = Set(found).symmetricDifference(ids)
        let sample = articles.filter { wrong.contains($0.id) }.map(\.sample)
          .min { $0.body.count < $1.body.count }
        Issue.record(
          """
          \(text) (\(asked.reading)): \(found.count) for \(ids.count), \
          \(sample?.headline.debugDescription ?? "") \(sample?.body.debugDescription ?? "")
          """)
        return
      }
      #expect(try search.total() == ids.count)
      if query.marksAreTold { try compareMarks(query, asked, expected, reader, words) }
      if query.isAboutWords { try compareQuotes(query, asked, articles, reader, words) }
    }
  }

  /// The same words are marked in what was found.
  private static func compareMarks(
    _ query: ReferenceQuery, _ asked: Query, _ expected: [ReferenceArticle],
    _ reader: ArchiveReader, _ words: ReferenceWords
  ) throws {
    let terms = try reader.terms(for: asked.root, in: .articles)
    let finder = try TextFinder(asked.root, in: .articles, terms)
    for article in expected.prefix(12) {
      let columns = [article.sample.body, article.sample.headline ?? ""].map {
        finder.read($0, segmented: segmentedForIndex($0), reader.tokenizer)
      }
      let marked = try finder.places(in: columns).map {
        ReferencePlace(text: $0.column, words: $0.tokens)
      }
      let wanted = query.marks(ReferenceScope(article.texts, words))
      if Set(marked) != wanted {
        Issue.record(
          """
          \(query) marks \(Set(marked).subtracting(wanted)) too much and \
          \(wanted.subtracting(marked)) too little in \(article.sample.body.debugDescription)
          """)
        return
      }
    }
  }

  /// Words are words inside the quote.
  private static func compareQuotes(
    _ query: ReferenceQuery, _ asked: Query, _ articles: [ReferenceArticle],
    _ reader: ArchiveReader, _ words: ReferenceWords
  ) throws {
    var expected: [String] = []
    for article in articles {
      let scope = ReferenceScope(article.texts, words)
      for (quote, place) in zip(article.sample.quotes, article.quotes)
      where quote.kind != .scare && query.isMet(in: scope.only(0, place)) {
        expected.append(quote.text)
      }
    }
    var found: [String] = []
    try QuoteSearch(asked, in: reader).forEachHit {
      found.append($0.text.text)
      return true
    }
    if found.sorted() != expected.sorted() {
      Issue.record("\(query) finds \(found.count) quotes for \(expected.count)")
    }
  }
}

extension ReferenceArticle {
  fileprivate func isMet(_ query: ReferenceQuery, _ words: ReferenceWords) -> Bool {
    query.isMet(by: self, words)
  }
}

extension ReferenceQuery {
  /// What is marked in an article that was found.
  fileprivate func marks(_ scope: ReferenceScope) -> Set<ReferencePlace> {
    if !isAboutWords, case .and(let parts) = self {
      return Set(parts.flatMap { $0.marks(scope) })
    }
    return places(in: scope)
  }

  /// Whether it is about words, and not only about their absence: it is marked as a whole.
  fileprivate var isWanted: Bool {
    switch self {
    case .word, .phrase, .near, .window, .atLeast, .caps: true
    case .headline(let part), .lead(let part): part.isWanted
    case .or(let parts): parts.allSatisfy(\.isWanted)
    case .and(let parts):
      parts.allSatisfy { $0.isWanted || $0.isDenial } && parts.contains(where: \.isWanted)
    case .not, .quote, .speakersQuote, .boilerplate, .fact: false
    }
  }

  private var isDenial: Bool {
    if case .not(let part) = self { return part.isWanted }
    return false
  }

  /// Where conditions stand beside the words, it depends on them which words count.
  fileprivate var marksAreTold: Bool {
    if isWanted { return true }
    guard case .and(let parts) = self else { return false }
    return parts.allSatisfy { part in
      if case .fact = part { return true }
      return part.isWanted || part.isDenial
    }
  }

  /// Whether it can be asked of the words of a quote.
  fileprivate var isAboutWords: Bool {
    switch self {
    case .word, .phrase, .near, .window, .atLeast, .caps: true
    case .or(let parts), .and(let parts): parts.allSatisfy(\.isAboutWords)
    case .not(let part): part.isAboutWords
    case .headline, .lead, .quote, .speakersQuote, .boilerplate, .fact: false
    }
  }
}
