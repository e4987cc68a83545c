/// How a quote reports what was said.
public enum QuoteKind: String, Sendable, CaseIterable, Codable {
  /// A full quotation inside quote marks.
  case direct
  /// A quoted fragment inside reported speech.
  case mixed
  /// Reported speech without quote marks.
  case indirect
  /// Quote marks that quote nobody: irony, terms, titles of works.
  case scare
}

/// What kind of speaker a quote has.
public enum SpeakerKind: String, Sendable, CaseIterable, Codable {
  /// One human being.
  case person
  /// Several or unnamed people: "critics", "officials".
  case group
  /// A body: "the Kremlin", "Exxon Mobil".
  case organisation
  /// Something written: "the statement", "a report".
  case document
}

/// A quote found in a text. All ranges are UTF-8 byte offsets into that text.
public struct QuoteMention: Sendable, Equatable {
  /// The words quoted, without the outer quote marks.
  public var range: Range<Int>
  /// How it reports what was said.
  public var kind: QuoteKind
  /// Who said it; empty when unknown. Several speakers of one quote are all kept.
  public var speakers: [SpeakerMention]
  /// The reporting word ("said", "laut"), if any.
  public var cue: Range<Int>?
  /// The name of the rule that found it.
  public var rule: String
  /// How sure the rule is, 0 to 1.
  public var confidence: Double

  /// A quote of the given parts.
  public init(
    range: Range<Int>, kind: QuoteKind, speakers: [SpeakerMention] = [], cue: Range<Int>? = nil,
    rule: String, confidence: Double
  ) {
    self.range = range
    self.kind = kind
    self.speakers = speakers
    self.cue = cue
    self.rule = rule
    self.confidence = confidence
  }
}

/// A speaker as a text names them.
public struct SpeakerMention: Sendable, Equatable {
  /// Where the text names the speaker (UTF-8 byte offsets), as written there.
  public var range: Range<Int>
  /// Who that is, as far as the article tells: "he" -> "Donald Trump"; nil when it does not.
  public var resolved: String?
  /// What kind of speaker it is, if known.
  public var kind: SpeakerKind?

  /// A mention at a place in the text.
  public init(range: Range<Int>, resolved: String? = nil, kind: SpeakerKind? = nil) {
    self.range = range
    self.resolved = resolved
    self.kind = kind
  }
}
