internal import ArchiveStorage
internal import FullTextIndex
public import NewsModel

/// Somebody or something that is quoted, and how often.
public struct SpeakerSummary: Sendable, Equatable {
  /// The name.
  public let name: String
  /// What kind of speaker it is, if known.
  public let kind: SpeakerKind?
  /// Quotes, scare quotes left out; one of several speakers counts too.
  public let quotes: Int
  /// Articles with such a quote.
  public let articles: Int
  /// The date of the first of them, as a day, month or year; nil where all are undated.
  public let first: PartialDate?
  /// The date of the last of them.
  public let last: PartialDate?
  /// Other names that were said to mean the same.
  public let aliases: [String]
}

/// The speakers of an archive.
public struct SpeakerList {
  /// The speakers, those who are quoted most first.
  public let speakers: [SpeakerSummary]

  /// Counts how often each speaker of an archive is quoted. It reads the rows of all quotes.
  ///
  /// - Parameters:
  ///   - reader: The archive.
  ///   - words: Words that the name or an alias must have, in any order and case; `sol*` is the
  ///     beginning of a word.
  ///   - kind: The kind of speaker, if not all are wanted.
  /// - Throws: ``StorageError`` where the archive cannot be read.
  public init(
    _ reader: ArchiveReader, having words: [String] = [], kind: SpeakerKind? = nil
  ) throws {
    let filter = try SpeakerFilter(having: words, kind: kind, in: reader)
    speakers = try reader.snapshot {
      let names = try SpeakerNames(reader.connection)
      let kinds = try reader.connection.speakerKinds()
      let arrays = try reader.state().arrays
      let tallies = try QuoteTally(reader, names, arrays).tallies
      let undated = arrays.numbers.count(below: ArticleID.datedRange.lowerBound)
      func date(_ number: UInt32) -> PartialDate? {
        number < undated ? nil : ArticleID(rawValue: arrays.numbers.id(of: number)).date
      }
      return tallies.compactMap { speaker, tally in
        guard let name = names.name(of: speaker) else { return nil }
        let summary = SpeakerSummary(
          name: name, kind: kinds[speaker], quotes: tally.quotes, articles: tally.articles,
          first: tally.first.flatMap(date), last: tally.last.flatMap(date),
          aliases: names.aliases(of: speaker))
        return filter.isMet(by: summary) ? summary : nil
      }.sorted { ($1.quotes, $0.name) < ($0.quotes, $1.name) }
    }
  }
}

/// A condition on speakers.
public struct SpeakerFilter {
  private let patterns: [NamePattern]
  private let kind: SpeakerKind?
  private let tokenizer: Tokenizer

  /// A condition.
  ///
  /// - Parameters:
  ///   - words: Words that the name or an alias must have, in any order and case; `sol*` is the
  ///     beginning of a word.
  ///   - kind: The kind of speaker, if not all are wanted.
  ///   - reader: The archive.
  /// - Throws: ``QueryPlanError`` where a word is none.
  public init(having words: [String], kind: SpeakerKind?, in reader: ArchiveReader) throws {
    patterns = try words.map { word in
      let stem = word.hasSuffix("*") ? String(word.dropLast()) : word
      return try NamePattern(Term(stem, word == stem ? .exact : .prefix), reader.tokenizer)
    }
    (self.kind, tokenizer) = (kind, reader.tokenizer)
  }

  /// Whether a speaker meets it.
  public func isMet(by speaker: SpeakerSummary) -> Bool {
    guard kind == nil || speaker.kind == kind else { return false }
    guard !patterns.isEmpty else { return true }
    return ([speaker.name] + speaker.aliases).contains { name in
      let words = tokenizer.indexedWords(of: name)
      return patterns.allSatisfy { $0.matches(words) }
    }
  }
}

/// Counts the quotes of each speaker.
private struct QuoteTally {
  struct Tally {
    var quotes = 0
    var articles = 0
    /// The numbers of the first and last dated article.
    var first: UInt32?
    var last: UInt32?
    /// The article of the last quote that was counted, dated or not.
    private var article: UInt32?

    mutating func count(_ number: UInt32, isDated: Bool) {
      quotes += 1
      guard number != article else { return }
      articles += 1
      article = number
      guard isDated else { return }
      first = min(first ?? number, number)
      last = max(last ?? number, number)
    }
  }

  private(set) var tallies: [Int64: Tally] = [:]

  init(_ reader: ArchiveReader, _ names: SpeakerNames, _ arrays: ArticleArrays) throws {
    let numbers = try arrays.numbersByArrival.get()
    let undated = arrays.numbers.count(below: ArticleID.datedRange.lowerBound)
    let reports = try QuoteEvaluator.manners(of: reader) { kind, _ in kind != .scare }
    let others = try Self.furtherSpeakers(reader.connection)
    try reader.connection.forEachRow(
      "SELECT id, manner_id, speaker_id FROM quote_record ORDER BY id"
    ) { row in
      guard reports.contains(row.integer(1)) else { return true }
      let quote = row.integer(0)
      let arrival = Int(QuoteID.arrival(of: quote))
      guard numbers.indices.contains(arrival) else { return true }
      let (number, isDated) = (numbers[arrival], numbers[arrival] >= undated)
      let first = row.integerOrNil(2).map(names.leader)
      if let first { tallies[first, default: Tally()].count(number, isDated: isDated) }
      if let further = others[quote] {
        for speaker in Set(further.map(names.leader)) where speaker != first {
          tallies[speaker, default: Tally()].count(number, isDated: isDated)
        }
      }
      return true
    }
  }

  private static func furtherSpeakers(_ connection: Connection) throws -> [Int64: [Int64]] {
    var speakers: [Int64: [Int64]] = [:]
    try connection.forEachRow(
      "SELECT quote_id, speaker_id FROM quote_co_speaker WHERE speaker_id IS NOT NULL"
    ) { row in
      speakers[row.integer(0), default: []].append(row.integer(1))
      return true
    }
    return speakers
  }
}

extension Connection {
  func speakerKinds() throws -> [Int64: SpeakerKind] {
    var kinds: [Int64: SpeakerKind] = [:]
    try forEachRow("SELECT id, kind FROM speaker WHERE kind IS NOT NULL") { row in
      kinds[row.integer(0)] = SpeakerKind(rawValue: row.text(1))
      return true
    }
    return kinds
  }
}
