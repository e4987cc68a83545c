/// Makes a tree of lexemes.
///
///     or    = and { OR and }
///     and   = near { [AND] near }
///     near  = NOT near | operand { [NOT] w/n operand }
///
/// `NOT` binds tightest; but since no word can stand near an absence, `NOT a w/5 b` is read as
/// `NOT (a w/5 b)`, with a note.
struct QueryParser {
  private let lexemes: [Lexeme]
  let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  /// The day from which `last month` is counted, as a Julian day number.
  let today: Int
  private(set) var notes: [QueryNote]

  /// Brackets inside each other: more are a mistake, and the stack ends somewhere.
  private static let deepest = 200

  init(_ text: String, today: Int) throws(QuerySyntaxError) {
    self.today = today
    var lexer = Lexer(text)
    try lexer.run()
    (lexemes, scalars, notes) = (lexer.lexemes, lexer.scalars, lexer.notes)
  }

  mutating func parse() throws(QuerySyntaxError) -> QueryNode {
    while next?.kind == .close { skipStrayBracket() }
    guard next != nil else {
      guard scalars.allSatisfy(\.isQuerySpace) else {
        throw QuerySyntaxError(
          "There is nothing to look for: no word, no number and no field.", at: 0..<scalars.count)
      }
      return .everything
    }
    var nodes = [try parseOr()]
    while next != nil {
      skipStrayBracket()
      if let lexeme = next, lexeme.kind != .close { nodes.append(try parseOr()) }
    }
    return .all(nodes)
  }

  var next: Lexeme? { index < lexemes.count ? lexemes[index] : nil }

  mutating func take() -> Lexeme? {
    guard let lexeme = next else { return nil }
    index += 1
    return lexeme
  }

  private mutating func skipStrayBracket() {
    guard let stray = take() else { return }
    notes.append(
      QueryNote(message: "This bracket closes nothing; it is left out.", range: stray.range))
  }

  // MARK: Booleans

  private mutating func parseOr() throws(QuerySyntaxError) -> QueryNode {
    var alternatives = [try parseAnd()]
    while next?.kind == .or {
      index += 1
      alternatives.append(try parseAnd())
    }
    return .any(alternatives)
  }

  private mutating func parseAnd() throws(QuerySyntaxError) -> QueryNode {
    var conditions = [try parseNear()]
    while let lexeme = next, lexeme.kind != .or, lexeme.kind != .close {
      if lexeme.kind == .and { index += 1 }
      conditions.append(try parseNear())
    }
    return .all(conditions)
  }

  private mutating func parseNear() throws(QuerySyntaxError) -> QueryNode {
    if let not = next, not.kind == .not { return try parseDenial(not.range) }
    let start = index
    let first = try parseOperand()
    var links: [Proximity.Link] = []
    while let link = try parseLink() { links.append(link) }
    guard !links.isEmpty else { return first }
    let range = lexemes[start].range.lowerBound..<lexemes[index - 1].range.upperBound
    return try proximity(first, links, range)
  }

  /// Reads any number of NOTs and what they are about.
  private mutating func parseDenial(_ range: Range<Int>) throws(QuerySyntaxError) -> QueryNode {
    var isDenied = false
    while next?.kind == .not {
      index += 1
      isDenied.toggle()
    }
    let start = index
    let operand = try parseNear()
    if case .near = operand, lexemes[start].kind != .open {
      notes.append(
        QueryNote(
          message: "NOT is about all of “\(operand.reading)”: nothing stands near an absence.",
          range: range))
    }
    return isDenied ? .none(of: operand) : operand
  }

  /// An operator of proximity and its operand, if one is next.
  private mutating func parseLink() throws(QuerySyntaxError) -> Proximity.Link? {
    var at = index
    let isNegated = next?.kind == .not
    if isNegated { at += 1 }
    guard at < lexemes.count, case .near(let reach, let order) = lexemes[at].kind else {
      return nil
    }
    index = at + 1
    if let not = next, not.kind == .not {
      throw QuerySyntaxError(
        "Nothing stands near an absence.", at: not.range,
        suggestion: "a NOT w/5 b")
    }
    return Proximity.Link(
      reach: reach, order: order, isNegated: isNegated, operand: try parseOperand())
  }

  // MARK: Operands

  private mutating func parseOperand() throws(QuerySyntaxError) -> QueryNode {
    guard let lexeme = take() else {
      throw QuerySyntaxError(
        "The query ends where something to look for should stand.",
        at: scalars.count..<scalars.count)
    }
    switch lexeme.kind {
    case .term(let term):
      try requirePossible(term, lexeme.range)
      return .term(term)
    case .window(let terms, let distance):
      for term in terms { try requirePossible(term, lexeme.range) }
      return window(terms, distance)
    case .everything: return .everything
    case .words(let range): return .filter(.words(range))
    case .open: return try parseBracket(opened: lexeme.range)
    case .atLeast(let count):
      return .atLeast(count, try requireText(try parseOperand(), lexeme.range))
    case .capitals: return .capitals(try requireText(try parseOperand(), lexeme.range))
    case .field(let field): return try parseField(field, lexeme.range)
    case .close:
      throw QuerySyntaxError(
        "Something to look for should stand before this bracket.", at: lexeme.range)
    case .and, .or, .not, .near, .value:
      throw QuerySyntaxError(
        "An operator stands between two things to look for. To look for the word itself, "
          + "write it in lower case or between quote marks.", at: lexeme.range)
    }
  }

  /// More typing errors make another word.
  func requirePossible(_ term: Term, _ range: Range<Int>) throws(QuerySyntaxError) {
    guard case .fuzzy(let errors) = term.form, errors > 2 else { return }
    throw QuerySyntaxError(
      "One or two typing errors in a word are looked for, not \(errors).", at: range,
      suggestion: term.words + "~2")
  }

  /// `"a b"~5` is `a w/5 b`; with more words, no two of them may be further apart.
  func window(_ terms: [Term], _ distance: Int) -> QueryNode {
    guard terms.count == 2 else { return .window(terms, distance) }
    let link = Proximity.Link(reach: .words(distance), order: .either, operand: .term(terms[1]))
    return .near(Proximity(first: .term(terms[0]), links: [link]))
  }

  mutating func parseBracket(opened range: Range<Int>) throws(QuerySyntaxError) -> QueryNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw QuerySyntaxError("The brackets are more than \(Self.deepest) deep.", at: range)
    }
    if let close = next, close.kind == .close {
      throw QuerySyntaxError(
        "There is nothing between these brackets.", at: range.lowerBound..<close.range.upperBound)
    }
    let node = try parseOr()
    if take() == nil {
      notes.append(
        QueryNote(message: "This bracket is not closed; it goes on to the end.", range: range))
    }
    return node
  }
}

// MARK: What may stand near something

extension QueryParser {
  private func proximity(
    _ first: QueryNode, _ links: [Proximity.Link], _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    var (first, links) = (first, links)
    // What stands near a word of the headline stands in the headline: `headline:a w/5 b` has the
    // field around both.
    var part: TextPart?
    for operand in [first] + links.map(\.operand) {
      guard case .within(let its, _) = operand else { continue }
      guard part == nil || part == its else {
        throw QuerySyntaxError(
          "Words of two parts of an article are never near each other.", at: range)
      }
      part = its
    }
    first = try nearOperand(first, range)
    for index in links.indices {
      links[index].operand = try nearOperand(links[index].operand, range)
    }
    let node = QueryNode.near(Proximity(first: first, links: links))
    return part.map { .within($0, node) } ?? node
  }

  private func nearOperand(
    _ node: QueryNode, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    if case .within(_, let inner) = node { return inner }
    guard node.hasPosition else {
      throw QuerySyntaxError(
        "Only words, phrases and OR-groups of them can stand near something, not “\(node.reading)”.",
        at: range, suggestion: "\"a phrase\" w/5 (this OR that)")
    }
    return node
  }

  private func requireText(
    _ node: QueryNode, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QueryNode {
    guard node.hasPosition else {
      throw QuerySyntaxError(
        "Only words, phrases and OR-groups of them can be counted, not “\(node.reading)”.",
        at: range)
    }
    return node
  }
}

extension QueryNode {
  /// Whether it is found at places in the text: words, phrases, and what is built of alternatives.
  var hasPosition: Bool {
    switch self {
    case .term, .near, .window: true
    case .or(let nodes): nodes.allSatisfy(\.hasPosition)
    case .capitals(let node): node.hasPosition
    default: false
    }
  }
}
