/// Cuts the text of a query into lexemes.
///
/// It knows no grammar: what may stand where is the parser's business.
struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  var lexemes: [Lexeme] = []
  private(set) var notes: [QueryNote] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func run() throws(QuerySyntaxError) {
    while let next = peek() {
      switch next {
      case _ where next.isQuerySpace || next.isListMark: position += 1
      case "(", "（": add(.open, 1)
      case ")", "）": add(.close, 1)
      case "|":
        let start = position
        while peek() == "|" { position += 1 }
        lexemes.append(Lexeme(kind: .or, range: start..<position))
      case "-" where isSign(at: position): add(.not, 1)
      case _ where next.isDoubleQuote: scanPhrase { $0.isDoubleQuote }
      case "‘" where singleQuoteEnd != nil: scanSingleQuotes()
      default: try scanRun()
      }
    }
  }

  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  mutating func add(_ kind: Lexeme.Kind, _ length: Int) {
    lexemes.append(Lexeme(kind: kind, range: position..<(position + length)))
    position += length
  }

  mutating func note(_ message: String, _ range: Range<Int>) {
    notes.append(QueryNote(message: message, range: range))
  }

  /// Whether a hyphen is a sign: at the start of something, not inside it and not alone.
  private func isSign(at index: Int) -> Bool {
    if index > 0 {
      let before = scalars[index - 1]
      guard before.isQuerySpace || before.isListMark || "(（|".unicodeScalars.contains(before)
      else { return false }
    }
    guard index + 1 < scalars.count else { return false }
    let after = scalars[index + 1]
    return after.isTokenPart || after.isDoubleQuote || "(（~*‘".unicodeScalars.contains(after)
  }
}

// MARK: Phrases

extension Lexer {
  /// Reads a phrase from its opening mark to behind its closing mark, and the `*` or `~5` there.
  private mutating func scanPhrase(until isEnd: (Unicode.Scalar) -> Bool) {
    let start = position
    position += 1
    let contents = position..<(scalars[position...].firstIndex(where: isEnd) ?? scalars.count)
    position = min(contents.upperBound + 1, scalars.count)
    if contents.upperBound == scalars.count {
      note("The quote mark is not closed; the phrase goes on to the end.", start..<scalars.count)
    }
    let isTruncated = peek() == "*"
    if isTruncated { position += 1 }
    let window = isTruncated ? nil : scanWindow()
    let range = start..<position
    if let window {
      let terms = scalars[contents].split { $0.isQuerySpace }.compactMap { Term(run: $0) }
      if terms.count > 1 {
        lexemes.append(Lexeme(kind: .window(terms, window), range: range))
        return
      }
    }
    guard let term = Term(phrase: scalars[contents], isTruncated: isTruncated) else {
      note("There is no word between the quote marks; they are left out.", range)
      return
    }
    lexemes.append(Lexeme(kind: .term(term), range: range))
  }

  /// Reads `~5`.
  private mutating func scanWindow() -> Int? {
    guard peek() == "~" else { return nil }
    let digits = scalars[(position + 1)...].prefix(4).prefix { $0.isASCIIDigit }
    guard let distance = Int(String(digits)), distance > 0 else { return nil }
    position += 1 + digits.count
    return distance
  }

  /// Where ‘ has its ’. Inside, ’ is an apostrophe when a letter follows.
  private var singleQuoteEnd: Int? {
    scalars.indices[(position + 1)...].first { index in
      scalars[index] == "’"
        && (index + 1 == scalars.count || !scalars[index + 1].isTokenPart)
    }
  }

  private mutating func scanSingleQuotes() {
    guard let end = singleQuoteEnd else { return }
    let range = position..<(end + 1)
    position = end + 1
    guard let term = Term(phrase: scalars[(range.lowerBound + 1)..<end], isTruncated: false) else {
      return
    }
    lexemes.append(Lexeme(kind: .term(term), range: range))
  }
}
