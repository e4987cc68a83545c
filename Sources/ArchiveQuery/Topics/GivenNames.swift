internal import ArchiveStorage

/// The names that people gave to topics or to tags, and which of them a term means.
final class GivenNames {
  let names: [String]
  private let tokenizer: Tokenizer
  private let byKey: [String: [Int]]
  private lazy var words = names.map { tokenizer.indexedWords(of: $0) }

  init(_ names: [String], _ tokenizer: Tokenizer) {
    (self.names, self.tokenizer) = (names, tokenizer)
    byKey = Dictionary(grouping: names.indices) { names[$0].nameKey }
  }

  /// The indexes of the names that a term means: of the one that is it, else of those that have the same
  /// words, else of all that have its words next to each other.
  func indices(meantBy term: Term) throws -> [Int] {
    let exact = indices(exactly: term)
    guard exact.isEmpty else { return exact }
    let pattern = try NamePattern(term, tokenizer)
    return names.indices.filter { pattern.matches(words[$0]) }
  }

  /// The names that are a term, or have the same words: `work sea` is `work.sea`, unless there is a name
  /// that is written so.
  func indices(exactly term: Term) -> [Int] {
    guard term.form == .exact else { return [] }
    if let same = byKey[term.words.nameKey] {
      let written = same.filter { names[$0] == term.words }
      return written.isEmpty ? same : written
    }
    let wanted = tokenizer.indexedWords(of: term.words)
    return names.indices.filter { words[$0] == wanted }
  }

  /// That a term names nothing, and what may have been meant.
  func unknown(_ term: Term, _ kind: String) -> QueryPlanError {
    let hint = closest(to: term.words.lowercased(), among: names.map { $0.lowercased() })
    let list = kind == "topic" ? "topics" : kind
    return .outOfPlace(
      "There is no \(kind) “\(term.words)”"
        + (hint.map { "; did you mean \(kind):\($0)?" } ?? "; `backfile \(list) list` lists them."))
  }
}
