internal import NewsModel

extension QueryParser {
  /// Reads what follows a field's name, and makes conditions of it.
  mutating func parseField(
    _ field: Field, _ name: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    guard let lexeme = next else { throw missingValue(of: field, name) }
    switch lexeme.kind {
    case .value(let term):
      _ = take()
      return try condition(field, term, String(scalars[lexeme.range]), lexeme.range)
    case .term(let term):
      _ = take()
      return try condition(field, term, term.words, lexeme.range)
    case .window:
      return try spread(field, over: try parseWindow(), name)
    case .open:
      _ = take()
      let node = try parseBracket(opened: lexeme.range)
      return try spread(field, over: node, name.lowerBound..<lexeme.range.upperBound)
    default: throw missingValue(of: field, name)
    }
  }

  private mutating func parseWindow() throws(QuerySyntaxError) -> QueryNode {
    guard let lexeme = take(), case .window(let terms, let distance) = lexeme.kind else {
      return .everything
    }
    for term in terms { try requirePossible(term, lexeme.range) }
    return window(terms, distance)
  }

  private func missingValue(of field: Field, _ range: Range<Int>) -> QuerySyntaxError {
    QuerySyntaxError(
      "The field \(field.rawValue): needs a value right behind it.", at: range,
      suggestion: field.example)
  }

  /// A field before brackets: for fields of text the whole inside, for others each value in it.
  private func spread(
    _ field: Field, over node: QueryNode, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    if let wrapped = textCondition(field, node) {
      if field == .quote, !node.isText, node.isInsideQuote { return .oneQuote(node.insideQuote) }
      guard node.isText else {
        throw QuerySyntaxError(
          "\(field.rawValue): takes words, phrases and operators, and no other field.", at: range)
      }
      return wrapped
    }
    switch node {
    case .term(let term): return try condition(field, term, term.words, range)
    case .and(let nodes):
      var all: [QueryNode] = []
      for node in nodes { all.append(try spread(field, over: node, range)) }
      return .all(all)
    case .or(let nodes):
      var any: [QueryNode] = []
      for node in nodes { any.append(try spread(field, over: node, range)) }
      return .any(any)
    case .not(let node): return .none(of: try spread(field, over: node, range))
    default:
      throw QuerySyntaxError(
        "\(field.rawValue): takes values joined by AND, OR and NOT, not “\(node.reading)”.",
        at: range, suggestion: field.example)
    }
  }

  /// The condition of a field whose value is a query of its own.
  private func textCondition(_ field: Field, _ node: QueryNode) -> QueryNode? {
    switch field {
    case .headline: .within(.headline, node)
    case .lead: .within(.lead, node)
    case .quote: .quote(.text(node))
    case .boilerplate: .filter(.boilerplate(node))
    default: nil
    }
  }

  private func condition(
    _ field: Field, _ term: Term?, _ text: String, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    switch field {
    case .date:
      return try dates(DateSpan(text, today: today), field, range)
    case .after, .before, .since, .until:
      return try dates(DateSpan(field, text, today: today), field, range)
    case .language:
      guard text.utf8.allSatisfy(Self.isInLanguageTag) else { throw badValue(field, range) }
      return .filter(.language(text.lowercased()))
    case .site:
      let site = Site(text)
      guard site.isAddress else { throw badValue(field, range) }
      return .filter(.site(site))
    case .id:
      guard let id = ArticleID(text) else { throw badValue(field, range) }
      return .filter(.id(id))
    case .importRun:
      guard let run = Int(text) else { throw badValue(field, range) }
      return .filter(.importRun(run))
    case .words:
      guard let words = Self.wordRange(text) else { throw badValue(field, range) }
      return .filter(.words(words))
    case .has, .no: return try possession(field, text, range)
    case .kind: return .quote(.kind(try kind(text, range)))
    case .status: return .filter(.status(try status(text, range)))
    default:
      guard let term else { throw badValue(field, range) }
      try requirePossible(term, range)
      return textCondition(field, .term(term)) ?? nameCondition(field, term)
    }
  }

  private static func isInLanguageTag(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.isASCII && scalar.isTokenPart || scalar == "-" || scalar == "_"
  }

  private func nameCondition(_ field: Field, _ term: Term) -> QueryNode {
    switch field {
    case .speaker: .quote(.speaker(term))
    case .cue: .quote(.cue(term))
    case .author: .filter(.name(.author, term))
    case .source: .filter(.name(.source, term))
    case .section: .filter(.name(.section, term))
    case .topic: .filter(.topic(term))
    default: .filter(.tag(term))
    }
  }

  private func badValue(_ field: Field, _ range: Range<Int>) -> QuerySyntaxError {
    QuerySyntaxError(
      "This is no value for \(field.rawValue):.", at: range, suggestion: field.example)
  }

  private func dates(
    _ span: DateSpan?, _ field: Field, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    guard let span else {
      throw QuerySyntaxError(
        "A date is a year, a month or a day, from the largest to the smallest, or “last month”.",
        at: range,
        suggestion: field.example)
    }
    guard !span.isEmpty else {
      throw QuerySyntaxError("The dates end before they begin.", at: range)
    }
    return .filter(.dates(span))
  }

  /// `has:quote`, `no:date`.
  private func possession(
    _ field: Field, _ text: String, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    let node: QueryNode
    switch Field(named: text) {
    case .quote: node = .quote(.any)
    case .language: node = .filter(.has(.language))
    case .site: node = .filter(.has(.url))
    case let named?:
      guard let fact = Filter.Fact(rawValue: named.rawValue) else { throw badValue(field, range) }
      node = .filter(.has(fact))
    case nil:
      let names = Filter.Fact.allCases.map(\.rawValue) + ["quote"]
      let close = closest(to: text.lowercased(), among: names)
      throw QuerySyntaxError(
        "\(field.rawValue): knows \(names.joined(separator: ", ")).", at: range,
        suggestion: close.map { "\(field.rawValue):\($0)" })
    }
    return field == .no ? .none(of: node) : node
  }

  private func kind(_ text: String, _ range: Range<Int>) throws(QuerySyntaxError) -> String {
    let kinds = QuoteKind.allCases.map(\.rawValue) + BoilerplateKind.allCases.map(\.rawValue)
    let kind = text.lowercased()
    guard kinds.contains(kind) else {
      throw QuerySyntaxError(
        "There is no kind “\(text)”: quotes are "
          + QuoteKind.allCases.map(\.rawValue).joined(separator: ", ") + ".", at: range,
        suggestion: closest(to: kind, among: kinds).map { "kind:" + $0 })
    }
    return kind
  }

  private func status(
    _ text: String, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> Filter.Status {
    if let status = Filter.Status(rawValue: text.lowercased()) { return status }
    let names = Filter.Status.allCases.map(\.rawValue)
    throw QuerySyntaxError(
      "is: knows \(names.joined(separator: ", ")).", at: range,
      suggestion: closest(to: text.lowercased(), among: names).map { "is:" + $0 })
  }

  /// `500`, `>500`, `500..1000`, `500..`
  private static func wordRange(_ text: String) -> ClosedRange<Int>? {
    if let dots = text.utf8.firstRange(of: "..".utf8) {
      let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard low.isEmpty || Int(low) != nil, high.isEmpty || Int(high) != nil,
        low.isEmpty != high.isEmpty || !low.isEmpty
      else { return nil }
      let first = Int(low) ?? 0
      let last = Int(high) ?? Int(Int32.max)
      return 0 <= first && first <= last && last <= Int(Int32.max) ? first...last : nil
    }
    let digits = text.drop { !$0.isNumber }
    let sign = text[..<digits.startIndex]
    return Lexer.range(sign.isEmpty ? "=" : String(sign), String(digits))
  }
}

extension QueryNode {
  /// Whether it is about words alone.
  var isText: Bool {
    switch self {
    case .term, .near, .window, .atLeast, .capitals: true
    case .and(let nodes), .or(let nodes): nodes.allSatisfy(\.isText)
    case .not(let node): node.isText
    case .everything, .within, .filter, .quote, .oneQuote: false
    }
  }
}

extension Field {
  /// How the field is used.
  var example: String {
    switch self {
    case .date: "date:2017-01..2017-03"
    case .after, .before, .since, .until: "\(rawValue):2017-01-28"
    case .headline, .lead, .boilerplate: "\(rawValue):word"
    case .quote: "quote:(trade w/5 war)"
    case .author, .speaker: "\(rawValue):\"Jane Doe\""
    case .source: "source:\"Daily Planet\""
    case .section: "section:politics"
    case .language: "lang:en"
    case .site: "site:example.org"
    case .tag, .topic: "\(rawValue):name"
    case .id: "id:2017-01-28.17"
    case .importRun: "import:3"
    case .no: "no:date"
    case .has: "has:quote"
    case .kind: "kind:direct"
    case .cue: "cue:denied"
    case .status: "is:original"
    case .words: "words>500"
    }
  }
}
