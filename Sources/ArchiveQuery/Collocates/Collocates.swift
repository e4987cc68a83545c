internal import ArchiveStorage
internal import FullTextIndex
internal import NewsText

/// A word near the hits of a query.
public struct Collocate: Sendable, Equatable {
  /// The word, as the index has it: in lower case, without accents.
  public let word: String
  /// How often it stands in the windows around the hits.
  public let count: Int
  /// How often it would by chance.
  public let expected: Double
  /// How often it stands in the reference.
  public let total: Int
  /// How much evidence there is that it is no chance (G², Dunning 1993).
  public let logLikelihood: Double
  /// How much more often than by chance, in bits (Church and Hanks 1990): rare words have most.
  public let mutualInformation: Double
  /// How typical the two are of each other (Rychlý 2008), at most 14: to compare between archives.
  public let logDice: Double
}

/// The words that stand near the hits of a query more often than elsewhere.
public struct Collocates: Sendable {
  /// By what collocates are ranked.
  public enum Measure: String, Sendable, CaseIterable {
    case logLikelihood = "ll"
    case mutualInformation = "mi"
    case logDice = "logdice"
    case count
  }

  /// What the windows are compared with.
  public enum Reference: String, Sendable, CaseIterable {
    /// All of the archive.
    case archive
    /// The articles that the query finds.
    case found
  }

  /// The collocates, the first by the measure first; all have more than chance.
  public let words: [Collocate]
  /// How many hits the query has.
  public let hits: Int
  /// How many tokens stand in the windows, without the hits. Where windows overlap, each counts once.
  public let windowTokens: Int
  /// How many tokens the reference has, without the hits.
  public let referenceTokens: Int

  /// Counts what stands near the hits of a query, in the same headline or body.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - reader: The archive.
  ///   - left: How many words before a hit belong to its window.
  ///   - right: How many behind.
  ///   - least: Words that stand in the windows fewer times are left out.
  ///   - measure: By what they are ranked.
  ///   - reference: What the windows are compared with.
  /// - Throws: ``QueryPlanError`` where the query has something that this version cannot find.
  public init(
    of query: Query, in reader: ArchiveReader, left: Int = 5, right: Int = 5, least: Int = 3,
    by measure: Measure = .logLikelihood, reference: Reference = .archive
  ) throws {
    let search = try ArticleSearch(query, in: reader)
    let (windows, frequencies) = try reader.snapshot {
      let windows = try Windows(of: search, left: max(0, left), right: max(0, right))
      var set = [Bool](repeating: reference == .archive, count: windows.articles)
      for number in windows.found { set[Int(number)] = true }
      return (windows, try WordFrequencies(of: set, in: reader))
    }
    hits = windows.hits
    windowTokens = windows.tokens
    referenceTokens = frequencies.totals.0 - windows.hitTokens
    let (hits, first, all) = (hits, windowTokens, referenceTokens)
    var found: [Collocate] = []
    for number in 0..<windows.words.count where windows.counts[number] >= max(1, least) {
      let count = windows.counts[number]
      windows.words.withWord(number) { word in
        let total = frequencies.tally(of: word).tokens.0
        let table = ContingencyTable(
          both: count, first: first, word: max(count, total - windows.countsInHits[number]),
          all: all)
        guard Double(count) > table.expected else { return }
        found.append(
          Collocate(
            word: String(decoding: word, as: UTF8.self), count: count, expected: table.expected,
            total: total, logLikelihood: table.logLikelihood,
            mutualInformation: table.mutualInformation,
            logDice: ContingencyTable.logDice(together: count, one: hits, other: total)))
      }
    }
    words = found.sorted {
      let (a, b) = ($0.value(of: measure), $1.value(of: measure))
      return a != b ? a > b : $0.count != $1.count ? $0.count > $1.count : $0.word < $1.word
    }
  }
}

extension Collocate {
  fileprivate func value(of measure: Collocates.Measure) -> Double {
    switch measure {
    case .logLikelihood: logLikelihood
    case .mutualInformation: mutualInformation
    case .logDice: logDice
    case .count: Double(count)
    }
  }
}

/// The words in the windows around the hits of a search.
private struct Windows {
  var words = WordTable()
  /// How often each word stands in the windows.
  var counts: [Int] = []
  /// How often each word is part of a hit.
  var countsInHits: [Int] = []
  var hits = 0
  /// Tokens in the windows.
  var tokens = 0
  /// Tokens of the hits themselves.
  var hitTokens = 0
  /// The articles that the search finds, and how many there are in the archive.
  let found: [UInt32]
  let articles: Int

  init(of search: ArticleSearch, left: Int, right: Int) throws {
    let texts = try HitTexts(search)
    let rows = try search.reader.state().arrays.numbers
    (found, articles) = (try search.found.all { matches, _ in matches.numbers }, rows.count)
    guard texts.canHaveHits else { return }
    for number in found {
      guard let text = try texts.read(rows.id(of: number)) else { continue }
      hits += text.hits.count
      for (column, words) in text.columns.enumerated() {
        let hits = text.hits.filter { $0.column == column }
        var rest = hits[...]
        while let first = rest.first {
          // One stretch of text, as far as windows touch each other.
          var stretch = max(0, first.tokens.lowerBound - left)..<first.tokens.upperBound + right
          let start = rest.startIndex
          while let next = rest.first, next.tokens.lowerBound - left <= stretch.upperBound {
            stretch = stretch.lowerBound..<next.tokens.upperBound + right
            rest.removeFirst()
          }
          count(
            stretch.clamped(to: words.ranges.indices), of: words,
            hits[start..<rest.startIndex], search.reader.tokenizer)
        }
      }
    }
  }

  /// Counts the words of a stretch of text, apart those of the hits in it.
  private mutating func count(
    _ stretch: Range<Int>, of text: IndexedText, _ hits: ArraySlice<Place>,
    _ tokenizer: Tokenizer
  ) {
    guard !stretch.isEmpty else { return }
    let bytes =
      text.ranges[stretch.lowerBound].lowerBound..<text.ranges[stretch.upperBound - 1].upperBound
    let words = text.piece(bytes)
    var (place, hits) = (stretch.lowerBound, hits)
    tokenizer.forEachToken(of: text.isSegmented ? segmentedForIndex(words) ?? words : words) {
      token, _ in
      while let hit = hits.first, hit.tokens.upperBound <= place { hits.removeFirst() }
      let number = Int(self.words.number(of: token))
      if number == counts.count {
        counts.append(0)
        countsInHits.append(0)
      }
      if hits.first?.tokens.contains(place) ?? false {
        countsInHits[number] += 1
        hitTokens += 1
      } else {
        counts[number] += 1
        self.tokens += 1
      }
      place += 1
    }
  }
}
