extension Lexer {
  /// Reads what goes on to the next white space, quote mark or bracket: a word, an operator, a
  /// field's name.
  mutating func scanRun() throws(QuerySyntaxError) {
    let start = position
    if try scanFieldName() { return }
    if scanComparison() { return }
    let range = start..<endOfRun(from: start)
    position = range.upperBound
    let text = String(scalars[range])
    if let kind = Self.operators[text] {
      lexemes.append(Lexeme(kind: kind, range: range))
    } else if let near = try nearOperator(text.lowercased(), range) {
      lexemes.append(Lexeme(kind: near, range: range))
    } else if peek() == "(", let function = Self.function(text.lowercased()) {
      lexemes.append(Lexeme(kind: function, range: range))
    } else if let term = Term(run: scalars[range]) {
      let isWhole = term.description == text
      let kind = Lexeme.Kind.term(isWhole ? term : Self.standingAlone(term))
      lexemes.append(Lexeme(kind: kind, range: range))
    } else if text == "*" {
      lexemes.append(Lexeme(kind: .everything, range: range))
    } else if !scalars[range].allSatisfy(\.isPunctuation) {
      note("“\(text)” has no letter and no digit; the index does not know it.", range)
    }
  }

  /// `NEAR` without a number is within ten words, as in Elasticsearch and FTS5.
  private static let operators: [String: Lexeme.Kind] = [
    "AND": .and, "&&": .and, "OR": .or, "NOT": .not, "NEAR": .near(.words(10), .either),
    "ADJ": .near(.words(1), .asWritten),
  ]

  /// A word between quote marks where it would be something else without what was cut off it: an
  /// operator in `OR.`, a field in `^id:x`. Its reading is then what was read.
  static func standingAlone(_ term: Term) -> Term {
    var lexer = Lexer(term.description)
    if (try? lexer.run()) != nil, lexer.lexemes.map(\.kind) == [.term(term)] { return term }
    return Term(term.words, term.form == .prefix ? .prefix : .exact, isPhrase: true)
  }

  private func endOfRun(from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let next = scalars[end]
      if next.isQuerySpace || next.isDoubleQuote || "()（）|".unicodeScalars.contains(next) { break }
      // A comma parts words, but not thousands.
      if next.isListMark {
        guard end > start, end + 1 < scalars.count, scalars[end - 1].isASCIIDigit,
          scalars[end + 1].isASCIIDigit
        else { break }
      }
      end += 1
    }
    // What stands where a run is expected is at least one character of one.
    return max(end, start + 1)
  }

  private static func function(_ name: String) -> Lexeme.Kind? {
    switch name {
    case "caps", "allcaps": return .capitals
    case _ where name.hasPrefix("atleast"):
      guard let count = Int(name.dropFirst("atleast".count)), count > 0 else { return nil }
      return .atLeast(count)
    default: return nil
    }
  }
}

// MARK: Proximity operators

extension Lexer {
  /// `w/5`, `near/5`, `/5`, `near5`, `pre/5`, `w/s`…, in lower case; nil for a word.
  private func nearOperator(
    _ text: String, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> Lexeme.Kind? {
    let name: Substring
    let reach: Substring
    if let slash = text.firstIndex(of: "/") {
      (name, reach) = (text[..<slash], text[text.index(after: slash)...])
    } else {
      // Factiva writes near5 and adj5.
      name = text.prefix { !$0.isNumber }
      reach = text[name.endIndex...]
      guard name == "near" || name == "adj", !reach.isEmpty else { return nil }
    }
    guard let order = Self.orders[String(name)] else { return nil }
    switch reach {
    case "s", "sent": return .near(.sentence, order)
    case "p", "para": return .near(.paragraph, order)
    default:
      guard !reach.isEmpty, reach.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
      guard let count = Self.distance(reach) else {
        throw QuerySyntaxError(
          "The distance of \(name)/ is a number from 1 to 9999.", at: range,
          suggestion: "\(name)/10")
      }
      return .near(.words(count), order)
    }
  }

  private static let orders: [String: Proximity.Order] = [
    "w": .either, "": .either, "near": .either, "n": .either, "within": .either,
    "pre": .asWritten, "adj": .asWritten, "onear": .asWritten,
  ]
}

// MARK: Fields

extension Lexer {
  /// Reads `headline:` and the value that follows, unless that is a phrase or in brackets.
  private mutating func scanFieldName() throws(QuerySyntaxError) -> Bool {
    let name = scalars[position...].prefix { $0.isASCIILetter }
    let colon = name.endIndex
    guard name.count >= 2, colon < scalars.count, scalars[colon] == ":" else { return false }
    let range = position..<(colon + 1)
    let rest = scalars[(colon + 1)...]
    guard let field = Field(named: String(name)) else {
      // "Syria: the talks" and http://… are text.
      guard let next = rest.first, !next.isQuerySpace, next != ")",
        !rest.starts(with: "//".unicodeScalars)
      else { return false }
      let close = Field.closestName(to: String(name))
      throw QuerySyntaxError(
        "There is no field “\(String(name))”. To look for the words, put them between quote marks.",
        at: range, suggestion: close.map { $0 + ":" })
    }
    // url:http://… is a field, url://… is not.
    guard !rest.starts(with: "//".unicodeScalars) else { return false }
    position = colon + 1
    lexemes.append(Lexeme(kind: .field(field), range: range))
    while let next = peek(), next.isQuerySpace { position += 1 }
    scanValue()
    return true
  }

  private mutating func scanValue() {
    guard let next = peek(), !next.isDoubleQuote, !"()（）|".unicodeScalars.contains(next) else {
      return
    }
    let range = position..<endOfRun(from: position)
    // `source: AND` has no value.
    guard Self.operators[String(scalars[range])] == nil else { return }
    position = range.upperBound
    let term = Term(run: scalars[range]).map(Self.standingAlone)
    lexemes.append(Lexeme(kind: .value(term), range: range))
  }

  /// Reads `words>500`, with or without spaces.
  private mutating func scanComparison() -> Bool {
    let start = position
    let name = scalars[position...].prefix { $0.isASCIILetter }
    guard Field(named: String(name)) == .words else { return false }
    var index = name.endIndex
    func skipSpaces() { while index < scalars.count, scalars[index].isQuerySpace { index += 1 } }
    skipSpaces()
    let sign = scalars[index...].prefix { "<>=".unicodeScalars.contains($0) }
    index = sign.endIndex
    skipSpaces()
    let digits = scalars[index...].prefix { $0.isASCIIDigit }
    guard let range = Self.range(String(sign), String(digits)) else { return false }
    position = digits.endIndex
    lexemes.append(Lexeme(kind: .words(range), range: start..<position))
    return true
  }

  /// The numbers of a comparison: `>` and `500`.
  static func range(_ sign: String, _ digits: String) -> ClosedRange<Int>? {
    guard let number = Int(digits), number < Int(Int32.max) else { return nil }
    switch sign {
    case ">": return (number + 1)...Int(Int32.max)
    case ">=": return number...Int(Int32.max)
    case "<": return number > 0 ? 0...(number - 1) : nil
    case "<=": return 0...number
    case "=": return number...number
    default: return nil
    }
  }
}
