import NewsModel
import NewsText

/// A text with its quotes marked in place, and who said them.
///
/// `⟦…⟧` is a direct quote, `⟪…⟫` a mixed one, `⦅…⦆` an indirect one. After `⇒` come the speakers as
/// the text has them, one a quote, parted by `|`; `-` is none; `he = Ann Lee` adds who that is, and
/// `Lee + Reyes` are two. A `¶` is a new paragraph.
struct MarkedQuotes: Sendable, CustomStringConvertible {
  struct Quote: Equatable, CustomStringConvertible {
    var text: String
    var kind: QuoteKind
    var speaker: String
    var resolved: String?

    /// What is quoted, and how.
    var span: String { "\(kind) ⟦\(text)⟧" }

    var description: String {
      "\(kind) ⟦\(text)⟧ by \(speaker)" + (resolved.map { " = \($0)" } ?? "")
    }
  }

  let description: String
  let text: String
  let quotes: [Quote]

  init(_ line: String) {
    description = line
    let parts = line.split(separator: "⇒").map(String.init)
    let speakers = parts.count < 2 ? [] : parts[1].split(separator: "|").map(Self.trimmed)
    var text = ""
    var quotes: [Quote] = []
    var start: String.Index?
    for character in Self.trimmed(Substring(parts[0])) {
      switch character {
      case "⟦", "⟪", "⦅": start = text.endIndex
      case "⟧", "⟫", "⦆":
        guard let from = start else { continue }
        let said = speakers.indices.contains(quotes.count) ? speakers[quotes.count] : "-"
        let halves = said.split(separator: "=").map(Self.trimmed)
        quotes.append(
          Quote(
            text: String(text[from...]),
            kind: character == "⟧" ? .direct : character == "⟫" ? .mixed : .indirect,
            speaker: halves[0], resolved: halves.count > 1 ? halves[1] : nil))
      case "¶": text.append("\n")
      default: text.append(character)
      }
    }
    self.text = text
    self.quotes = quotes
  }

  /// The quotes that the extractor finds, scare quotes aside, in the same shape.
  func found(language: String?, includesIndirect: Bool = false) -> [Quote] {
    let utf8 = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
    let extractor = QuoteExtractor(includesIndirect: includesIndirect)
    let mentions = extractor.quotes(in: text, language: language).filter { $0.kind != .scare }
    return mentions.enumerated().map { index, mention in
      let wantsName = quotes.indices.contains(index) && quotes[index].resolved != nil
      return Quote(
        text: string(mention.range), kind: mention.kind,
        speaker: mention.speakers.isEmpty ? "-" : joined(mention.speakers) { string($0.range) },
        resolved: wantsName ? joined(mention.speakers) { $0.resolved ?? "-" } : nil)
    }
  }

  private func joined(_ speakers: [SpeakerMention], _ name: (SpeakerMention) -> String) -> String {
    speakers.map(name).joined(separator: " + ")
  }

  private static func trimmed(_ part: Substring) -> String {
    var part = part
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// One fixture a line.
  static func table(_ lines: String) -> [MarkedQuotes] {
    lines.split(separator: "\n").map { MarkedQuotes(String($0)) }
  }
}
