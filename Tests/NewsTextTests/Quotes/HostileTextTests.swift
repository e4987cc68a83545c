import NewsModel
import NewsText
import TestSupport
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
  @Test(arguments: [
    (" 'a", "en"), ("“a\n", "en"), ("“We go,” he said. ", "en"), ("Er sagte, dass er sei. ", "de"),
    ("'Ab.'\n", "en"), ("«a «", "ru"), ("\"a \"b\"\" ", "en"), ("„a, sagte er, ", "de"),
    ("Er rief: Ich! ", "de"), ("« a, dit-il, ", "fr"), ("- a, said B ", "ru"),
  ])
  func repetitionIsRead(piece: String, language: String) {
    let text = String(repeating: piece, count: 1_500)
    let found = QuoteExtractor().quotes(in: text, language: language)
    #expect(found.allSatisfy { $0.range.upperBound <= text.utf8.count })
  }

  /// Was quadratic once: thousands of people with one surname.
  @Test func aTownOfOneSurnameIsRead() {
    let text = (0..<3_000).map { number in
      let name = String(number, radix: 26).unicodeScalars.map { scalar in
        Unicode.Scalar(scalar.value < 0x3A ? scalar.value + 0x31 : scalar.value).map(String.init)
          ?? ""
      }.joined()
      return "A\(name) Lee said “we go.”"
    }.joined(separator: " ")
    let found = QuoteExtractor().quotes(in: text, language: "en")
    #expect(found.count >= 3_000)
  }

  /// Sentences of newspapers, cut, doubled and sprinkled with other bytes.
  @Test(arguments: languages)
  func mutatedSentencesAreRead(language: String) {
    let path = "\(Evaluation.packageRoot)/Tests/NewsTextTests/Quotes/Fixtures/\(language).txt"
    let lines = bytes(ofFile: path).split(separator: 0x0A).map(Array.init)
    var random = SplitMix(state: 7)
    func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }
    for _ in 0..<300 {
      var text = lines[below(lines.count)] + lines[below(lines.count)]
      for _ in 0...below(6) {
        let at = below(text.count)
        switch below(4) {
        case 0: text[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: text.remove(at: at)
        case 2: text.insert(contentsOf: Self.pieces[below(Self.pieces.count)].utf8, at: at)
        default: text += text[at...].prefix(40)
        }
      }
      let string = String(decoding: text, as: UTF8.self)
      let utf8 = Array(string.utf8)
      for mention in QuoteExtractor().quotes(in: string, language: language) {
        let ranges =
          [mention.range] + mention.speakers.map(\.range) + [mention.cue].compactMap(\.self)
        for range in ranges {
          let isSound =
            !range.isEmpty && range.upperBound <= utf8.count
            && [range.lowerBound, range.upperBound].allSatisfy {
              $0 == utf8.count || utf8[$0] & 0xC0 != 0x80
            }
          #expect(isSound, "\(string.debugDescription)")
        }
      }
    }
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
