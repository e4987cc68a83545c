/// The text of a wiki page without its markup.
struct Wikitext {
  /// The text, paragraphs parted by blank lines.
  private(set) var text = ""
  /// The day that Wikinews gives in `{{date|January 4, 2019}}`.
  private(set) var date: String?
  private(set) var categories: [String] = []
  /// What stands under the heading of sources, as it is written.
  private(set) var sources: String?

  /// Headings under which nothing of the article stands, in some of Wikinews' languages.
  private static let endings: Set<String> = [
    "sources", "source", "external links", "related news", "references", "see also", "quellen",
    "weblinks", "fuentes", "fuente", "enlaces externos", "liens externes", "fonti", "fontes",
    "źródła", "источники", "bronnen", "zdroje", "källor", "related articles", "sister links",
  ]

  /// Deeper templates are read as text.
  private static let maxDepth = 40

  init(_ source: String) {
    let bytes = Array(source.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if Self.has("{{", bytes, index), let end = Self.close("{{", "}}", bytes, index) {
        readTemplate(bytes[(index + 2)..<(end - 2)])
        index = end
      } else if Self.has("{|", bytes, index), let end = Self.close("{|", "|}", bytes, index) {
        index = end
      } else if Self.has("[[", bytes, index), let end = Self.close("[[", "]]", bytes, index) {
        output += Array(readLink(bytes[(index + 2)..<(end - 2)]).utf8)
        index = end
      } else if bytes[index] == UInt8(ascii: "["), let end = Self.endOfLine("]", bytes, index) {
        let link = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let isLink = isAddress(link) || link.hasPrefix("//")
        let label = link.split(separator: " ", maxSplits: 1).dropFirst().first ?? ""
        output += isLink ? Array(label.utf8) : [UInt8](bytes[index...end])
        index = end + 1
      } else if Self.has("'''", bytes, index) {
        index += 3
      } else if Self.has("''", bytes, index) {
        index += 2
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    readLines(String(decoding: output, as: UTF8.self))
  }

  /// Headings, lists and references.
  private mutating func readLines(_ source: String) {
    var flow = FlowText()
    var isEnding = false
    var ending: [String] = []
    for line in lines(of: Self.withoutReferences(source)) {
      var line = line.trimmedText
      if line.hasPrefix("=="), line.hasSuffix("=="), line.utf8.count > 4 {
        line = line.drop { $0 == "=" }.trimmedText
        while line.hasSuffix("=") { line.removeLast() }
        line = line.trimmedText
        isEnding = Self.endings.contains(line.lowercased())
        if isEnding { continue }
        flow.beginParagraph()
      }
      if isEnding {
        if !line.isEmpty { ending.append(line) }
        continue
      }
      if line.isEmpty {
        flow.beginParagraph()
        continue
      }
      if let first = line.first, "*#:;".contains(first) {
        flow.beginLine()
        line = line.drop { "*#:;".contains($0) }.trimmedText
      }
      flow.append(MarkupText.plain(line) ?? line)
      flow.space()
      if line.hasPrefix("|") { flow.beginLine() }
    }
    text = flow.text
    sources = ending.isEmpty ? nil : ending.joined(separator: "\n")
  }

  private mutating func readTemplate(_ inside: ArraySlice<UInt8>) {
    let text = String(decoding: inside, as: UTF8.self)
    let parts = text.split(separator: "|").map(\.trimmedText)
    guard let name = parts.first?.lowercased() else { return }
    if name == "date" || name == "datum" || name == "fecha" || name == "data", parts.count > 1 {
      date = date ?? parts[1]
    } else if name == "source" || name == "quelle" || name == "fuente" {
      sources = (sources.map { $0 + "\n" } ?? "") + text
    }
  }

  private mutating func readLink(_ inside: ArraySlice<UInt8>) -> String {
    let text = String(decoding: inside, as: UTF8.self)
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmedText)
    guard let target = parts.first else { return "" }
    if let colon = target.firstIndex(of: ":"), !target.hasPrefix(":") {
      let space = target[..<colon].trimmedText.lowercased()
      switch space {
      case "category", "kategorie", "categoría", "catégorie", "categoria", "категория", "kategoria":
        categories.append(target[target.index(after: colon)...].trimmedText)
        return ""
      case "file", "image", "datei", "bild", "archivo", "fichier", "immagine", "plik", "файл":
        return ""
      case "w", "wikipedia", "d", "c", "commons":
        return parts.last { !$0.isEmpty } ?? ""
      default: break
      }
    }
    return parts.last { !$0.isEmpty } ?? ""
  }

  private static func has(_ mark: StaticString, _ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<mark.utf8CodeUnitCount
    where bytes[index + offset] != mark.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The place behind the mark that closes the one here; nested ones are passed over.
  private static func close(
    _ open: StaticString, _ close: StaticString, _ bytes: [UInt8], _ start: Int
  ) -> Int? {
    var depth = 0
    var index = start
    // A template of a page has fewer bytes; without an end it is text.
    let limit = min(bytes.count, start + 20_000)
    while index < limit {
      if has(open, bytes, index) {
        depth += 1
        if depth > maxDepth { return nil }
        index += 2
      } else if has(close, bytes, index) {
        depth -= 1
        index += 2
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func endOfLine(_ mark: Character, _ bytes: [UInt8], _ start: Int) -> Int? {
    let wanted = mark.asciiValue ?? 0
    for index in start..<min(bytes.count, start + 2000) {
      if bytes[index] == 0x0A { return nil }
      if bytes[index] == wanted { return index }
    }
    return nil
  }

  /// Without `<ref>…</ref>`, `<ref …/>` and comments.
  private static func withoutReferences(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isInside = false
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = MarkupTag(bytes.span, at: index),
        tag.name == "ref" || tag.name == "gallery"
      else {
        if !isInside { output.append(bytes[index]) }
        index += 1
        continue
      }
      if !tag.isEmptyElement { isInside = !tag.isEnd }
      index = tag.end
    }
    return String(decoding: output, as: UTF8.self)
  }
}
