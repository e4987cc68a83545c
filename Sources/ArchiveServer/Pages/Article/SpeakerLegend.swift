internal import ArchiveQuery
internal import NewsModel

/// Who speaks in an article: each speaker has a number and a tone, by which the quotes are known.
struct SpeakerLegend {
  /// A speaker of the article.
  struct Speaker {
    let name: String?
    /// Whether the archive knows who that is: “he” and “its director” have no page.
    let hasPage: Bool
    /// The indexes of the quotes.
    let quotes: [Int]
  }

  let speakers: [Speaker]
  /// The number of each quote's speaker, from 0.
  private let numbers: [Int?]

  /// Tones that the stylesheet has.
  private static let tones = 6

  init(_ quotes: [StoredArticle.Quote]) {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    var known: Set<String> = []
    for (index, quote) in quotes.enumerated() where quote.kind != .scare {
      let name = quote.speaker ?? quote.speakerText ?? ""
      if members[name] == nil { order.append(name) }
      if quote.speaker != nil { known.insert(name) }
      members[name, default: []].append(index)
    }
    // Those of whom nothing is known stand last.
    let sorted = order.filter { !$0.isEmpty } + order.filter(\.isEmpty)
    speakers = sorted.map { name in
      Speaker(
        name: name.isEmpty ? nil : name, hasPage: known.contains(name), quotes: members[name] ?? [])
    }
    var numbers = [Int?](repeating: nil, count: quotes.count)
    for (number, speaker) in speakers.enumerated() {
      for quote in speaker.quotes { numbers[quote] = number }
    }
    self.numbers = numbers
  }

  /// The number that stands at a quote, from 1; nil for quote marks that quote nobody.
  func number(of quote: Int) -> Int? { numbers[quote].map { $0 + 1 } }

  /// The class of a speaker's tone, by the number from 1.
  static func tone(_ number: Int) -> String { "tone-\((number - 1) % tones + 1)" }
}
