internal import ArchiveStorage
internal import FullTextIndex

/// What a term of a query stands for in an archive.
public struct WordExpansion: Sendable, Equatable {
  /// A word and how many articles have it.
  public struct Word: Sendable, Equatable {
    /// Folded, as the index has it.
    public let text: String
    /// How many articles have it.
    public let articles: Int
  }

  /// The term as it is written: `*gate`, `~organise`, `colour~1`.
  public let term: String
  /// The words, those that most articles have first: all of them, always.
  public let words: [Word]
}

/// A word of a query that no article has.
public struct UnknownWord: Sendable, Equatable {
  /// As it is written.
  public let word: String
  /// The word of the archive that may have been meant, or nil.
  public let suggestion: String?
}

extension Query {
  /// What the terms with wildcards, inflections and typing errors stand for; words in boilerplate apart.
  public func expansions(in reader: ArchiveReader) throws -> [WordExpansion] {
    let terms = try reader.terms(for: root, in: .articles)
    return try root.terms.flatMap { term in
      try terms.expansions(of: term).map { expansion in
        WordExpansion(
          term: term.description,
          words: expansion.words.sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }
            .map { WordExpansion.Word(text: $0.text, articles: $0.rows) })
      }
    }
  }

  /// The words, written as they are, that no article has, and what may have been meant.
  public func unknownWords(in reader: ArchiveReader) throws -> [UnknownWord] {
    let state = try reader.state()
    var seen: Set<String> = []
    var unknown: [UnknownWord] = []
    // A long list of words is no place for typing errors to be looked for one by one.
    for term in root.terms where term.form == .exact {
      for word in reader.tokenizer.indexedWords(of: term.words) where seen.insert(word).inserted {
        guard seen.count <= 50 else { return unknown }
        guard try state.index.count(of: word) == 0 else { continue }
        unknown.append(
          UnknownWord(word: word, suggestion: try state.words.closest(to: word)?.text))
      }
    }
    return unknown
  }
}

extension QueryNode {
  /// The terms that are looked for in articles' texts, each once, in their order.
  var terms: [Term] {
    var terms: [Term] = []
    gatherTerms(&terms)
    return terms
  }

  private func gatherTerms(_ terms: inout [Term]) {
    func add(_ term: Term) {
      if terms.count < 1000, !terms.contains(term) { terms.append(term) }
    }
    switch self {
    case .term(let term): add(term)
    case .window(let words, _): words.forEach(add)
    case .and(let nodes), .or(let nodes): nodes.forEach { $0.gatherTerms(&terms) }
    case .not(let node), .atLeast(_, let node), .capitals(let node), .within(_, let node),
      .oneQuote(let node), .quote(.text(let node)):
      node.gatherTerms(&terms)
    case .near(let near):
      near.first.gatherTerms(&terms)
      near.links.forEach { $0.operand.gatherTerms(&terms) }
    case .everything, .filter, .quote: break
    }
  }
}
