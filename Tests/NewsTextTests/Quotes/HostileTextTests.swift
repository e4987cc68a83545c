import NewsModel
import NewsText
import Testing

/// Texts that no newspaper prints: the extractor must neither crash nor leave the text.
@Suite struct HostileTextTests {
  private static let languages = [
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "ru", "cs", "ar", "zh",
  ]
  private static let pieces = [
    "\"", "“", "”", "„", "«", "»", "‘", "’", "'", "''", "``", "「", "」", ",", ".", ":", ";", "?",
    "!",
    "–", "--", "(", ")", "\n", " ", "\u{0}", "é", "Ł", "中", "ж", "ق", "🙂", " said ", " Mara Holt ",
    " sagte ", ", so ", " laut ", " zu", " dass ", " according to ", " adding ", " who ", " sei ",
    " a dit ", " dijo ", " сказал ", "قال ", "说", "U.S.", "Mr.", "16.", "1.5", "l'",
  ]

  @Test(arguments: languages)
  func offsetsStayInTheText(language: String) {
    var random = SplitMix(state: 42)
    for _ in 0..<400 {
      let length = Int(random.next() % 60)
      let text = (0..<length).map { _ in
        Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }.joined()
      let size = text.utf8.count
      var last = 0
      for mention in QuoteExtractor().quotes(in: text, language: language) {
        let ranges =
          [mention.range] + mention.speakers.map(\.range) + [mention.cue].compactMap(\.self)
        #expect(
          ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= size && !$0.isEmpty },
          "\(text.debugDescription)")
        #expect(mention.range.lowerBound >= last)
        last = mention.range.lowerBound
      }
    }
  }

  /// Found by mutation: a sentence that ends with an infinitive marker read past the last token.
  @Test(arguments: ["Er hatte angekündigt, mit allen zu", "Er sagte, er habe zu"])
  func textThatEndsInAnInfinitiveMarker(text: String) {
    let found = QuoteExtractor().quotes(in: text, language: "de")
    #expect(found.allSatisfy { $0.range.upperBound <= text.utf8.count })
  }

  /// Each was quadratic once: at this length the suite would stand still.
  @Test(arguments: [" 'a", "“a\n", "“We go,” he said. ", "Er sagte, dass er sei. "])
  func repetitionIsRead(piece: String) {
    let text = String(repeating: piece, count: 4_000)
    let found = QuoteExtractor().quotes(in: text, language: "en")
    #expect(found.allSatisfy { $0.range.upperBound <= text.utf8.count })
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
