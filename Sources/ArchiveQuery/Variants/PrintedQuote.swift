internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// A quote as one article printed it, made ready for comparison.
struct PrintedQuote {
  let id: Int64
  /// Julian day of the article; nil for undated ones.
  let day: Int?
  /// The id of the source; 0 is none.
  let outlet: Int64
  /// Whether the words are the writer's, not the speaker's.
  let isIndirect: Bool
  /// Hashes of the words of its speaker's name.
  let speaker: Set<UInt64>
  /// Hashes of its words, folded as the index folds them, without punctuation.
  let words: [UInt64]

  /// A hash of all words in their order: equal for the same wording.
  var wording: UInt64 { words.reduce(WordHash.start) { WordHash.adding($1, to: $0) } }

  /// Three words each, without repetition.
  static let shingleWords = 3

  /// Hashes of each three words that follow each other, sorted, each once.
  var shingles: [UInt64] {
    guard words.count >= Self.shingleWords else { return [] }
    var hashes = (0...words.count - Self.shingleWords).map { start in
      words[start..<start + Self.shingleWords].reduce(WordHash.start) {
        WordHash.adding($1, to: $0)
      }
    }
    hashes.sort()
    var unique: [UInt64] = []
    for hash in hashes where hash != unique.last { unique.append(hash) }
    return unique
  }
}

/// FNV-1a of 64 bits (isthe.com/chongo/tech/comp/fnv).
private enum WordHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  static func adding(_ word: UInt64, to hash: UInt64) -> UInt64 {
    let mixed = (hash ^ word) &* 0x100_0000_01B3
    return (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension ArchiveReader {
  /// Quotes made ready for comparison. Those of one article must follow each other.
  func printedQuotes(_ found: [QuoteEvaluator.Found]) throws -> [PrintedQuote] {
    let names = try SpeakerNames(connection)
    let indirect = try QuoteEvaluator.manners(of: self) { kind, _ in kind == .indirect }
    var nameWords: [Int64: Set<UInt64>] = [:]
    let rows = try state().arrays.numbers
    var article: (number: UInt32, outlet: Int64, body: [UInt8], offsets: CodePointOffsets)?
    var quotes: [PrintedQuote] = []
    quotes.reserveCapacity(found.count)
    for quote in found {
      let id = quote.id
      let its = ArticleID(rawValue: rows.id(of: quote.article))
      if article?.number != quote.article {
        article = try body(of: its).map { (quote.article, $0, Array($1.utf8), .init($1)) }
      }
      guard let article else { continue }
      let row = try connection.first(
        "SELECT start, length, speaker_id, manner_id FROM quote_record WHERE id = ?1",
        [.integer(id)]
      ) {
        (start: $0.int(0), length: $0.int(1), speaker: $0.integerOrNil(2), manner: $0.integer(3))
      }
      guard let row else { continue }
      let start = article.offsets.byte(ofCodePoint: row.start)
      let end = article.offsets.byte(ofCodePoint: row.start + row.length)
      let bytes = article.body[(start..<max(start, end)).clamped(to: 0..<article.body.count)]
      var speaker: Set<UInt64> = []
      if let leader = row.speaker.map(names.leader) {
        speaker = nameWords[leader] ?? Set(wordHashes(of: names.name(of: leader) ?? ""))
        nameWords[leader] = speaker
      }
      quotes.append(
        PrintedQuote(
          id: id, day: its.date?.julianDay, outlet: article.outlet,
          isIndirect: indirect.contains(row.manner), speaker: speaker,
          words: wordHashes(of: String(decoding: bytes, as: UTF8.self))))
    }
    return quotes
  }

  private func body(of article: ArticleID) throws -> (outlet: Int64, body: String)? {
    try connection.first(
      """
      SELECT coalesce(a.source_id, 0), b.body
      FROM article_record a JOIN article_body b ON b.arrival = a.arrival WHERE a.id = ?1
      """, [.integer(article.rawValue)]
    ) { ($0.integer(0), $0.text(1)) }
  }

  private func wordHashes(of text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    tokenizer.forEachToken(of: segmentedForIndex(text) ?? text) { word, _ in
      hashes.append(WordHash.of(word))
    }
    return hashes
  }
}
