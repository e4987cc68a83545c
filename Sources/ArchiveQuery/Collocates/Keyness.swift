internal import ArchiveStorage
internal import FullTextIndex

/// A word that tells two sets of articles apart.
public struct KeyWord: Sendable, Equatable {
  /// The word, as the index has it: in lower case, without accents.
  public let word: String
  /// How often it stands in the articles of interest.
  public let count: Int
  /// In how many of them.
  public let articles: Int
  /// How often it stands in the others.
  public let referenceCount: Int
  /// For each million words of the articles of interest.
  public let perMillion: Double
  /// For each million words of the others.
  public let referencePerMillion: Double
  /// G² (Dunning 1993), negative where the word is rarer than in the others.
  public let logLikelihood: Double
  /// The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).
  public let logOdds: Double
  /// How many standard deviations the log-odds ratio is from none.
  public let zScore: Double
}

/// The words that the articles of one query have more often than other articles.
public struct Keyness: Sendable {
  /// By what words are ranked.
  public enum Measure: String, Sendable, CaseIterable {
    case logLikelihood = "ll"
    /// The z-score of the log-odds ratio.
    case logOdds = "log-odds"
  }

  /// How many words the prior of the log-odds ratio counts for, if nobody says.
  public static let usualPrior = 1000.0

  /// The words, the most typical of the articles of interest first, those that are rarest there last.
  public let words: [KeyWord]
  /// How many articles are of interest, and how many tokens they have.
  public let articles: Int
  /// Their tokens.
  public let tokens: Int
  /// How many articles they are compared with.
  public let referenceArticles: Int
  /// Their tokens.
  public let referenceTokens: Int
  /// How many articles are in both, and counted in both.
  public let articlesInBoth: Int

  /// Compares the words of the articles of a query with those of others.
  ///
  /// - Parameters:
  ///   - query: The query whose articles are of interest.
  ///   - reference: The query whose articles they are compared with; nil for the rest of the archive.
  ///   - reader: The archive.
  ///   - least: Words that stand in both together fewer times are left out.
  ///   - measure: By what they are ranked.
  ///   - prior: How many words the prior counts for.
  /// - Throws: ``QueryPlanError`` where a query has something that this version cannot find.
  public init(
    of query: Query, against reference: Query? = nil, in reader: ArchiveReader, least: Int = 5,
    by measure: Measure = .logLikelihood, prior: Double = usualPrior
  ) throws {
    let (first, second) = try reader.snapshot {
      let count = try reader.state().arrays.numbers.count
      let first = try ArticleSearch(query, in: reader).membership(of: count)
      let second =
        try reference.map { try ArticleSearch($0, in: reader).membership(of: count) }
        ?? first.map { !$0 }
      return (first, second)
    }
    articles = first.count { $0 }
    referenceArticles = second.count { $0 }
    articlesInBoth = zip(first, second).count { $0 && $1 }
    let frequencies = try reader.snapshot {
      try WordFrequencies(of: first, and: second, in: reader)
    }
    (tokens, referenceTokens) = frequencies.totals
    let (tokens, referenceTokens) = (tokens, referenceTokens)
    var words: [KeyWord] = []
    for number in 0..<frequencies.words.count {
      let tally = frequencies.tallies[number]
      let (its, others) = tally.tokens
      guard its + others >= max(1, least) else { continue }
      let table = ContingencyTable(
        both: its, first: tokens, word: its + others,
        all: tokens + referenceTokens)
      let odds = LogOdds(
        first: (its, tokens), second: (others, referenceTokens), prior: prior)
      words.append(
        KeyWord(
          word: frequencies.words.withWord(number) { String(decoding: $0, as: UTF8.self) },
          count: its, articles: tally.articles.0, referenceCount: others,
          perMillion: Double(its) * 1_000_000 / Double(max(1, tokens)),
          referencePerMillion: Double(others) * 1_000_000
            / Double(max(1, referenceTokens)),
          logLikelihood: table.logLikelihood, logOdds: odds.ratio, zScore: odds.zScore))
    }
    self.words = words.sorted {
      let (a, b) =
        measure == .logLikelihood
        ? ($0.logLikelihood, $1.logLikelihood) : ($0.zScore, $1.zScore)
      return a != b ? a > b : $0.word < $1.word
    }
  }
}

extension ArticleSearch {
  /// For each article of the archive, by its number, whether it is found.
  fileprivate func membership(of count: Int) throws -> [Bool] {
    var members = [Bool](repeating: false, count: count)
    try found.all { matches, _ in
      matches.forEachNumber { if Int($0) < count { members[Int($0)] = true } }
    }
    return members
  }
}
