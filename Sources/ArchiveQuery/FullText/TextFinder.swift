internal import ArchiveStorage
internal import FullTextIndex

/// Finds in a text, without the index, what a query finds there: for the marks in what is shown.
struct TextFinder {
  private let phrases: [IndexPhrase]
  private let test: PositionTest
  private let words: WantedWords
  /// For each phrase the numbers of its words among those that are wanted.
  private let wordsOfPhrases: [[Int]]
  private let needsText: Bool

  /// A finder of all that the parts of a query find that are about words, each for itself.
  init(_ node: QueryNode, in subject: Subject, _ terms: TermResolver) throws {
    let plan = try TextPlan(
      anyOf: node.wantedText(in: subject), columns: subject.columns, terms)
    (phrases, test) = (plan.phrases, plan.test)
    var words = WantedWords()
    wordsOfPhrases = phrases.map { phrase in phrase.words.map { words.number(of: $0) } }
    needsText = plan.needsText(plan.test)
    self.words = words
  }

  /// Whether the query has no words to find.
  var findsNothing: Bool { phrases.isEmpty }

  /// A text with the places of the words that are looked for.
  func read(_ text: String, segmented: String?, _ tokenizer: Tokenizer) -> IndexedText {
    IndexedText(text, segmented: segmented, words, tokenizer)
  }

  /// The places in the columns of one row.
  func places(in columns: [IndexedText]) throws -> [Place] {
    guard !phrases.isEmpty else { return [] }
    var found = [[Place]](repeating: [], count: phrases.count)
    for (column, text) in columns.enumerated() {
      for (number, phrase) in phrases.enumerated()
      where phrase.column == nil || phrase.column == column {
        let words = wordsOfPhrases[number]
        guard let first = words.first else { continue }
        for start in text.tokens[first]
        where words.indices.dropFirst().allSatisfy({ index in
          text.tokens[words[index]].containsSorted(start + index)
        }) {
          found[number].append(Place(column: column, tokens: start..<start + words.count))
        }
      }
    }
    guard needsText else { return try test.places(in: PhrasePlaces(exact: found, nil)) }
    let layout = TextLayout { number in
      number < columns.count ? TextLayout.Column(columns[number]) : nil
    }
    return try test.places(in: PhrasePlaces(phrases, found: found, in: layout))
  }
}

extension [Int] {
  /// Whether an ascending array has a number.
  fileprivate func containsSorted(_ number: Int) -> Bool {
    let index = partitioningIndex { $0 >= number }
    return index < count && self[index] == number
  }
}

extension QueryNode {
  /// The parts of a query that are about words, and wanted.
  func wantedText(in subject: Subject) -> [QueryNode] {
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
