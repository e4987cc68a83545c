import NewsModel
import TestSupport
import Testing

/// The sentences in `Fixtures`, one file a language: every span is found, and nearly every speaker.
struct FixtureTests {
  static let languages = [
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "ru", "cs", "ar", "zh",
  ]

  private func fixtures(_ language: String) -> [MarkedQuotes] {
    let path = "\(Evaluation.packageRoot)/Tests/NewsTextTests/Quotes/Fixtures/\(language).txt"
    let lines = String(decoding: bytes(ofFile: path), as: UTF8.self).split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.map { MarkedQuotes(String($0)) }
  }

  @Test(arguments: languages) func everySpanIsFoundAndItsSpeaker(language: String) {
    let fixtures = fixtures(language)
    #expect(fixtures.count >= 60)
    var (speakers, wrong) = (0, [String]())
    for fixture in fixtures {
      let hasIndirect = fixture.quotes.contains { $0.kind == .indirect }
      let found = fixture.found(language: language, includesIndirect: hasIndirect)
      #expect(found.map(\.span) == fixture.quotes.map(\.span), "\(fixture)")
      speakers += fixture.quotes.count
      for (one, other) in zip(found, fixture.quotes) where one != other {
        wrong.append("\(one) instead of \(other.speaker) \(other.resolved ?? "")")
      }
    }
    #expect(wrong.count * 20 <= speakers, "\(wrong.joined(separator: "\n"))")
    if !wrong.isEmpty { print("\(language): \(wrong.count) of \(speakers) speakers:", wrong) }
  }
}
