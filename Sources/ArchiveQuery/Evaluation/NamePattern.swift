internal import ArchiveStorage

/// Words that a name must have: whole, next to each other, in any case, with or without accents.
struct NamePattern {
  private let tests: [WordTest]

  /// The pattern of a term. Throws for inflections, which names have none of.
  init(_ term: Term, _ tokenizer: Tokenizer) throws(QueryPlanError) {
    guard term.form != .inflections else {
      throw .outOfPlace("Inflections are looked for in texts, and not here: “\(term)”.")
    }
    tests = WordTest.tests(of: term, tokenizer)
  }

  /// Whether a name with these words has them.
  func matches(_ name: [String]) -> Bool {
    guard !tests.isEmpty, name.count >= tests.count else { return false }
    return (0...(name.count - tests.count)).contains { start in
      tests.indices.allSatisfy { tests[$0].matches(name[start + $0]) ?? false }
    }
  }
}
