internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// What an archive has of one speaker: when, where and how they are quoted.
///
/// Scare quotes are left out, and one of several speakers counts too.
public struct SpeakerProfile: Sendable {
  /// How many quotes have something in common.
  public struct Count: Sendable, Equatable {
    /// What: an outlet, a cue, a kind; nil where it is not known.
    public let value: String?
    /// How many quotes.
    public let quotes: Int
  }

  /// Who it is, and how often they are quoted.
  public let summary: SpeakerSummary
  /// How they are quoted: directly, in part, indirectly.
  public let kinds: [Count]
  /// The reporting words, the most frequent first.
  public let cues: [Count]
  /// The outlets, those with most quotes first.
  public let outlets: [Count]
  /// The quotes over time.
  public let timeline: Histogram
  /// The quotes, in the order of their articles' dates.
  let quotes: [QuoteEvaluator.Found]

  /// Looks a speaker up; nil where the archive has no such name.
  ///
  /// - Parameters:
  ///   - name: The name, as it is listed, or an alias.
  ///   - reader: The archive.
  /// - Throws: ``StorageError`` where the archive cannot be read.
  public init?(of name: String, in reader: ArchiveReader) throws {
    let connection = reader.connection
    let id = try connection.first("SELECT id FROM speaker WHERE name = ?1", [.text(name)]) {
      $0.integer(0)
    }
    guard let id else { return nil }
    let names = try SpeakerNames(connection)
    let speaker = names.leader(of: id)
    let found = try reader.quotes(of: names.everyone(in: [speaker]))
    let arrays = try reader.state().arrays
    let sources = try arrays.sources.get()
    let sourceNames = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT id, name FROM source") {
        (UInt32(truncatingIfNeeded: $0.integer(0)), $0.text(1))
      })
    var (kinds, cues, outlets): ([String?: Int], [String?: Int], [String?: Int]) = ([:], [:], [:])
    for quote in found {
      kinds[quote.manner.kind, default: 0] += 1
      cues[quote.manner.cue, default: 0] += 1
      outlets[sourceNames[sources[Int(quote.article)]], default: 0] += 1
    }
    let articles = Set(found.map(\.article))
    let undated = arrays.numbers.count(below: ArticleID.datedRange.lowerBound)
    func date(_ number: UInt32?) -> PartialDate? {
      number.flatMap { ArticleID(rawValue: arrays.numbers.id(of: $0)).date }
    }
    summary = SpeakerSummary(
      name: names.name(of: speaker) ?? name, kind: try connection.speakerKinds()[speaker],
      quotes: found.count, articles: articles.count,
      first: date(found.first { $0.article >= undated }?.article),
      last: date(found.last { $0.article >= undated }?.article),
      aliases: names.aliases(of: speaker))
    (self.kinds, self.cues, self.outlets) = (
      Self.sorted(kinds), Self.sorted(cues), Self.sorted(outlets)
    )
    timeline = try Histogram(of: found.map(\.article), in: reader)
    quotes = found.map { QuoteEvaluator.Found(id: $0.id, article: $0.article, score: 0) }
  }

  /// The most frequent first, what is not known last.
  private static func sorted(_ counts: [String?: Int]) -> [Count] {
    counts.map { Count(value: $0.key, quotes: $0.value) }.sorted { a, b in
      guard (a.value == nil) == (b.value == nil) else { return b.value == nil }
      return (b.quotes, a.value ?? "") < (a.quotes, b.value ?? "")
    }
  }
}

extension ArchiveReader {
  fileprivate struct SpeakerQuote {
    let id: Int64
    /// The number of its article.
    let article: UInt32
    let manner: (kind: String, cue: String?)
  }

  /// The quotes of some speakers, in the order of their articles' dates.
  fileprivate func quotes(of speakers: [Int64]) throws -> [SpeakerQuote] {
    let manners = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT id, kind, cue FROM quote_manner") {
        ($0.integer(0), (kind: $0.text(1), cue: $0.textOrNil(2)))
      })
    let numbers = try state().arrays.numbersByArrival.get()
    // Two names of one quote can be the same speaker's.
    var seen: Set<Int64> = []
    var found: [SpeakerQuote] = []
    for speaker in speakers {
      try connection.forEachRow(
        """
        SELECT q.id, q.manner_id FROM speaker_quote s JOIN quote_record q ON q.id = s.quote_id
        WHERE s.speaker_id = ?1
        """, [.integer(speaker)]
      ) { row in
        let arrival = Int(QuoteID.arrival(of: row.integer(0)))
        guard let manner = manners[row.integer(1)], manner.kind != QuoteKind.scare.rawValue,
          numbers.indices.contains(arrival), seen.insert(row.integer(0)).inserted
        else { return true }
        found.append(
          SpeakerQuote(id: row.integer(0), article: numbers[arrival], manner: manner))
        return true
      }
    }
    return found.sorted { ($0.article, $0.id) < ($1.article, $1.id) }
  }
}
