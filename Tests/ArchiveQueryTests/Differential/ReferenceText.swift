import NewsModel
import NewsText

@testable import ArchiveQuery

/// A text as the reference evaluator sees it: words in a row, sentences and paragraphs, all found in the
/// slowest and plainest way, without the index and without SQLite.
struct ReferenceText: Sendable {
  struct Word: Sendable {
    /// In small letters, without accents.
    let folded: String
    /// Its number in the corpus.
    var number = Int.max
    let written: String
    /// In bytes of the text.
    let range: Range<Int>
    let sentence: Int
    let paragraph: Int
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var offset = 0
    for (paragraph, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for (sentence, part) in Self.sentences(Array(line)).enumerated() {
        addWords(of: String(part), at: offset, sentence: paragraph << 16 | sentence, paragraph)
        offset += String(part).utf8.count
      }
      offset += 1
    }
  }

  private mutating func addWords(of text: String, at start: Int, sentence: Int, _ paragraph: Int) {
    var written = ""
    var offset = start
    func end() {
      guard !written.isEmpty else { return }
      let range = offset - written.utf8.count..<offset
      words.append(
        Word(
          folded: Self.fold(written), written: written, range: range, sentence: sentence,
          paragraph: paragraph))
      written = ""
    }
    for character in text {
      let isWord = character.isLetter || character.isNumber
      // Each Chinese character is a word.
      let isChinese = character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      if !isWord || isChinese { end() }
      if isWord { written.append(character) }
      offset += String(character).utf8.count
      if isChinese { end() }
    }
    end()
  }

  static func fold(_ word: String) -> String {
    String(word.lowercased().map { accents[$0] ?? $0 })
  }

  private static let accents: [Character: Character] = [
    "é": "e", "è": "e", "ê": "e", "ü": "u", "ö": "o", "ä": "a", "ñ": "n", "ç": "c", "å": "a",
  ]

  /// The sentences of a paragraph, each with the white space behind it.
  private static func sentences(_ text: [Character]) -> [ArraySlice<Character>] {
    var sentences: [ArraySlice<Character>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let mark = index
      index += 1
      guard ".!?。！？".contains(text[mark]) else { continue }
      while index < text.count, "\"')]»’”」』）".contains(text[index]) { index += 1 }
      let end = index
      while index < text.count, text[index] == " " || text[index] == "\u{A0}" { index += 1 }
      guard index < text.count else { break }
      if !"。！？".contains(text[mark]) {
        guard index > end, !("a"..."z").contains(text[index]) else { continue }
        if text[mark] == ".", isAbbreviation(text[start..<mark]) { continue }
      }
      sentences.append(text[start..<index])
      start = index
    }
    if start < text.count { sentences.append(text[start...]) }
    return sentences
  }

  private static func isAbbreviation(_ before: ArraySlice<Character>) -> Bool {
    let word = String(
      before.reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.reversed())
    if word.count == 1 { return !word.allSatisfy(\.isNumber) }
    return [
      "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Gov", "Rep", "Gen", "Col", "Lt", "Prof", "Rev", "Jr",
      "vs", "No", "Inc", "Co", "Corp", "Ltd", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct",
      "Nov", "Dec",
    ].contains(word)
  }

  /// The end of the lead, in words: the first paragraphs until they have 20 words, at most 100 words.
  var leadEnd: Int {
    var end = words.count
    for index in words.indices.dropFirst(20)
    where words[index].paragraph != words[index - 1].paragraph {
      end = index
      break
    }
    return min(end, 100)
  }
}

extension ReferenceText {
  /// Numbers the words: the same number for the same word.
  mutating func number(_ numbers: inout [String: Int]) {
    for index in words.indices {
      let next = numbers.count
      words[index].number = numbers[words[index].folded, default: next]
      numbers[words[index].folded] = words[index].number
    }
  }
}

/// An article as the reference evaluator sees it.
struct ReferenceArticle: Sendable {
  let sample: Sample
  let id: ArticleID
  /// Body and headline.
  private(set) var texts: [ReferenceText]
  /// For each quote its words in the body.
  let quotes: [Range<Int>]
  private(set) var boilerplate: [ReferenceText]

  init(_ sample: Sample, id: ArticleID, _ numbers: inout [String: Int]) {
    (self.sample, self.id) = (sample, id)
    let body = ReferenceText(sample.body)
    texts = [body, ReferenceText(sample.headline ?? "")]
    quotes = sample.quotes.map { quote in
      let place = sample.body.utf8.firstRange(of: quote.text.utf8)
      guard let place else { return 0..<0 }
      let start = sample.body.utf8.distance(
        from: sample.body.startIndex, to: place.lowerBound)
      let bytes = start..<start + quote.text.utf8.count
      let inside = body.words.indices.filter {
        bytes.contains(body.words[$0].range.lowerBound)
          && body.words[$0].range.upperBound <= bytes.upperBound
      }
      guard let first = inside.first, let last = inside.last else { return 0..<0 }
      return first..<last + 1
    }
    boilerplate = sample.boilerplate.map { ReferenceText($0.text) }
    for index in texts.indices { texts[index].number(&numbers) }
    for index in boilerplate.indices { boilerplate[index].number(&numbers) }
  }
}
