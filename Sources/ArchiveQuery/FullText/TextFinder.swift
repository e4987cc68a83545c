internal import ArchiveStorage

/// Finds in a text, without the index, what a query finds there: for the marks in what is shown.
struct TextFinder {
  private let phrases: [IndexPhrase]
  private let test: PositionTest
  /// The phrases that begin with a word, and those of one prefix, by number.
  private let byFirstWord: [String: [Int]]
  private let prefixes: [Int]

  /// A finder of all that the parts of a query find that are about words, each for itself.
  init(_ node: QueryNode, in subject: Subject, _ tokenizer: Tokenizer) throws(QueryPlanError) {
    let plan = try TextPlan(
      anyOf: node.wantedText(in: subject), columns: subject.columns, tokenizer)
    (phrases, test) = (plan.phrases, plan.test)
    var byFirstWord: [String: [Int]] = [:]
    var prefixes: [Int] = []
    for (number, phrase) in phrases.enumerated() {
      guard let first = phrase.tokens.first else { continue }
      if phrase.isPrefix, phrase.tokens.count == 1 {
        prefixes.append(number)
      } else {
        byFirstWord[first, default: []].append(number)
      }
    }
    (self.byFirstWord, self.prefixes) = (byFirstWord, prefixes)
  }

  /// The places in the columns of one row.
  func places(in columns: [IndexedText]) -> [Place] {
    guard !phrases.isEmpty else { return [] }
    var found = [[Place]](repeating: [], count: phrases.count)
    for (column, text) in columns.enumerated() {
      for start in text.words.indices {
        for number in byFirstWord[text.words[start]] ?? [] {
          add(number, column, text.words, start, to: &found)
        }
        for number in prefixes { add(number, column, text.words, start, to: &found) }
      }
    }
    return test.places(in: found)
  }

  private func add(
    _ number: Int, _ column: Int, _ words: [String], _ start: Int, to found: inout [[Place]]
  ) {
    let phrase = phrases[number]
    let end = start + phrase.tokens.count
    guard phrase.column == nil || phrase.column == column, end <= words.count else { return }
    for (index, token) in phrase.tokens.enumerated() {
      let word = words[start + index]
      let isLast = index == phrase.tokens.count - 1
      guard word == token || phrase.isPrefix && isLast && word.utf8.starts(with: token.utf8) else {
        return
      }
    }
    found[number].append(Place(column: column, tokens: start..<end))
  }
}

extension QueryNode {
  /// The parts of a query that are about words, and wanted.
  fileprivate func wantedText(in subject: Subject) -> [QueryNode] {
    if isIndexable, subject == .articles || !isAboutPart { return [self] }
    switch self {
    case .and(let nodes), .or(let nodes): return nodes.flatMap { $0.wantedText(in: subject) }
    case .filter(.boilerplate(let node)) where subject == .boilerplate:
      return node.wantedText(in: subject)
    case .oneQuote(let node) where subject == .quotes: return node.wantedText(in: subject)
    default: return []
    }
  }
}
