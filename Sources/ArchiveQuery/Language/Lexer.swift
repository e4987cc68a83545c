/// Cuts the text of a query into lexemes.
///
/// It knows no grammar: what may stand where is the parser's business.
struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  var lexemes: [Lexeme] = []
  private(set) var notes: [QueryNote] = []
  /// The last ’ that can close a quote; nil where there is none.
  private let lastSingleQuoteEnd: Int?

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    lastSingleQuoteEnd = scalars.indices.last { Self.isSingleQuoteEnd($0, scalars) }
  }

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
      case _ where next.isDoubleQuote: try scanPhrase { $0.isDoubleQuote }
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
  private mutating func scanPhrase(
    until isEnd: (Unicode.Scalar) -> Bool
  ) throws(QuerySyntaxError) {
    let start = position
    position += 1
    let contents = position..<(scalars[position...].firstIndex(where: isEnd) ?? scalars.count)
    position = min(contents.upperBound + 1, scalars.count)
    if contents.upperBound == scalars.count {
      note("The quote mark is not closed; the phrase goes on to the end.", start..<scalars.count)
    }
    let isTruncated = peek() == "*"
    if isTruncated { position += 1 }
    let window = isTruncated ? nil : try scanWindow()
    let range = start..<position
    if scalars[contents].split(whereSeparator: \.isQuerySpace).contains(where: \.isLoneWildcard) {
      note("A * that stands alone in a phrase stands for no word; it is left out.", range)
    }
    if let window {
      var terms = scalars[contents].split { $0.isQuerySpace }.compactMap { Term(run: $0) }
      if terms.count > 1 {
        // Two of them are read as `a w/5 b`, without the quote marks.
        if terms.count == 2 { terms = terms.map(Self.standingAlone) }
        lexemes.append(Lexeme(kind: .window(terms, window), range: range))
        return
      }
      note("A distance is one between two words or more; “~\(window)” is left out.", range)
    }
    guard let term = Term(phrase: scalars[contents], isTruncated: isTruncated) else {
      note("There is no word between the quote marks; they are left out.", range)
      return
    }
    lexemes.append(Lexeme(kind: .term(term), range: range))
  }

  /// Reads `~5`.
  private mutating func scanWindow() throws(QuerySyntaxError) -> Int? {
    guard peek() == "~" else { return nil }
    let digits = scalars[(position + 1)...].prefix { $0.isASCIIDigit }
    guard !digits.isEmpty else { return nil }
    let range = position..<digits.endIndex
    guard let distance = Self.distance(String(digits)) else {
      throw QuerySyntaxError(
        "The distance behind a phrase is a number from 1 to 9999.", at: range, suggestion: "~10")
    }
    position = range.upperBound
    return distance
  }

  /// The number of words that two terms may be apart.
  static func distance(_ digits: some StringProtocol) -> Int? {
    guard let count = Int(digits), (1...9_999).contains(count) else { return nil }
    return count
  }

  /// Where ‘ has its ’. Inside, ’ is an apostrophe when a letter follows.
  private var singleQuoteEnd: Int? {
    // Without it, each of many marks that are not closed would have the rest of the text read.
    guard let last = lastSingleQuoteEnd, last > position else { return nil }
    return scalars.indices[(position + 1)...last].first { Self.isSingleQuoteEnd($0, scalars) }
  }

  private static func isSingleQuoteEnd(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    scalars[index] == "’" && (index + 1 == scalars.count || !scalars[index + 1].isTokenPart)
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

extension ArraySlice<Unicode.Scalar> {
  /// Whether it is made of wildcards and nothing else. A `?` alone is a question mark.
  fileprivate var isLoneWildcard: Bool {
    contains("*") && allSatisfy { $0 == "*" || $0 == "?" }
  }
}
