public import NewsModel

/// Finds quotes and their speakers in a news text, by rules and word lists alone.
public struct QuoteExtractor: Sendable {
  /// The version of the rules and word lists: it is raised with what they find.
  ///
  /// An archive knows which version found its quotes, and can have them found anew.
  public static let version = 2

  private let includesIndirect: Bool
  private let isPrecise: Bool

  /// An extractor.
  ///
  /// - Parameters:
  ///   - includesIndirect: Whether reported speech without quote marks is looked for too.
  ///   - isPrecise: Whether to keep only quotes of rules that are nearly always right.
  public init(includesIndirect: Bool = true, isPrecise: Bool = false) {
    self.includesIndirect = includesIndirect
    self.isPrecise = isPrecise
  }

  /// The quotes of a text, in order of their start.
  ///
  /// - Parameters:
  ///   - text: The article. Each line is a paragraph.
  ///   - language: A BCP 47 tag; nil to tell by the commonest words.
  /// - Returns: Quotes whose ranges are UTF-8 byte offsets into `text`.
  public func quotes(in text: String, language: String?) -> [QuoteMention] {
    let bytes = Array(text.utf8)
    let pack = LanguagePack.best(for: language, bytes: bytes)
    let reading = Reading(bytes, pack: pack)
    var findings = QuotedSpeech().findings(in: reading)
    if includesIndirect {
      findings = IndirectSpeech(reading: reading, quoted: findings).merged()
    }
    if isPrecise { findings = Precision.kept(of: findings) }
    guard !findings.isEmpty else { return [] }
    return SpeakerResolver(reading).mentions(of: findings)
  }
}
