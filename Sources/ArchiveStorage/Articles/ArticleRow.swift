package import NewsModel

/// An article with everything found in it, ready to be stored.
///
/// Offsets are Unicode code points into the body, as the tables have them.
package struct ArticleRow: Sendable {
  package var source: String?
  package var date: PartialDate?
  package var dateOrigin: DateOrigin?
  package var headline: String?
  package var author: String?
  package var url: String?
  package var section: String?
  package var language: String?
  /// The record's fields that have no column, as a JSON object.
  package var metadata: String?
  /// What was odd about the record, as a JSON array.
  package var remarks: String?
  /// The fingerprint by which its copies are found.
  package var fingerprint: [UInt32]
  /// 64 bits of a hash of what makes an article the same article.
  package var identity: Int64
  /// SHA-256 of the text as imported.
  package var sha256: [UInt8]
  package var text: TextRow

  package init(
    source: String?, date: PartialDate?, dateOrigin: DateOrigin?, headline: String?,
    author: String?, url: String?, section: String?, language: String?, metadata: String?,
    remarks: String?, fingerprint: [UInt32], identity: Int64, sha256: [UInt8], text: TextRow
  ) {
    self.source = source
    self.date = date
    self.dateOrigin = dateOrigin
    self.headline = headline
    self.author = author
    self.url = url
    self.section = section
    self.language = language
    self.metadata = metadata
    self.remarks = remarks
    self.fingerprint = fingerprint
    self.identity = identity
    self.sha256 = sha256
    self.text = text
  }
}

/// What text analysis makes of an article's text: all that is replaced when it is analysed anew.
package struct TextRow: Sendable {
  package var body: String
  /// How body and boilerplate make the imported text again; nil for the usual way.
  package var layout: String?
  package var words: Int
  /// What the full-text index sees, where that is not the body or the headline itself.
  package var indexBody: String?
  package var indexHeadline: String?
  package var blocks: [BlockRow]
  package var quotes: [QuoteRow]
  /// The number of tokens that the full-text index has of body and headline.
  package var tokenCounts: [Int] = [0, 0]

  package init(
    body: String, layout: String?, words: Int, indexBody: String?, indexHeadline: String?,
    blocks: [BlockRow], quotes: [QuoteRow]
  ) {
    self.body = body
    self.layout = layout
    self.words = words
    self.indexBody = indexBody
    self.indexHeadline = indexHeadline
    self.blocks = blocks
    self.quotes = quotes
  }
}

/// A block of boilerplate where it stood in an article.
package struct BlockRow: Sendable {
  package var kind: BoilerplateKind
  package var rule: String
  package var start: Int
  package var text: String
  package var indexText: String?

  package init(kind: BoilerplateKind, rule: String, start: Int, text: String, indexText: String?) {
    self.kind = kind
    self.rule = rule
    self.start = start
    self.text = text
    self.indexText = indexText
  }
}

/// A quote and its speakers.
package struct QuoteRow: Sendable {
  package struct Speaker: Sendable {
    package var name: String?
    package var kind: SpeakerKind?
    package var text: String
    package var start: Int
    package var length: Int

    package init(name: String?, kind: SpeakerKind?, text: String, start: Int, length: Int) {
      self.name = name
      self.kind = kind
      self.text = text
      self.start = start
      self.length = length
    }
  }

  package var kind: QuoteKind
  package var start: Int
  package var length: Int
  /// The tokens of the body, as the full-text index counts them, that belong to it.
  package var tokens: Range<Int> = 0..<0
  package var speakers: [Speaker]
  package var cue: String?
  package var rule: String
  package var confidence: Double

  package init(
    kind: QuoteKind, start: Int, length: Int, speakers: [Speaker], cue: String?, rule: String,
    confidence: Double
  ) {
    self.kind = kind
    self.start = start
    self.length = length
    self.speakers = speakers
    self.cue = cue
    self.rule = rule
    self.confidence = confidence
  }
}

/// The id of a quote: its article's arrival and its number there.
package enum QuoteID {
  package static let numberBits: Int64 = 12
  /// Quotes an article can have: 4,096.
  package static let quotesOfArticle = 1 << Int(numberBits)

  package static func of(_ arrival: Int64, number: Int) -> Int64 {
    arrival << numberBits | Int64(number)
  }

  /// The arrival of a quote's article.
  package static func arrival(of id: Int64) -> Int64 { id >> numberBits }

  /// All ids of an article's quotes.
  package static func range(of arrival: Int64) -> ClosedRange<Int64> {
    of(arrival, number: 0)...of(arrival, number: 1 << Int(numberBits) - 1)
  }
}
