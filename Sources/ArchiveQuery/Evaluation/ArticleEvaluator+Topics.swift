internal import ArchiveStorage

/// `topic:`, `tag:` and `is:`: what was said of articles after they were imported.
///
/// As with all conditions, more than the candidates may be given back; numbers ascend.
extension ArticleEvaluator {
  /// The articles of the topics that a term names.
  func numbers(ofTopic term: Term, among candidates: [UInt32]?) throws -> [UInt32] {
    try ArticleEvaluation(.filter(.topic(term)), in: reader).all { matches, _ in matches.numbers }
  }

  /// The articles with the tags that a term names.
  func numbers(tagged term: Term, among candidates: [UInt32]?) throws -> [UInt32] {
    let tags = try reader.connection.tagNames()
    let names = GivenNames(tags.map(\.name), reader.tokenizer)
    let named = try names.indices(meantBy: term)
    guard !named.isEmpty else { throw names.unknown(term, "tag") }
    let ids = named.map { tags[$0].id }
    return .union(
      try ids.map { id in
        try numbers(
          ofArrivals: "SELECT arrival FROM article_tag WHERE tag_id = ?1 AND holds",
          [.integer(id)]
        ).sorted()
      })
  }

  /// The articles that are originals, or copies of one.
  func numbers(being status: Filter.Status, among candidates: [UInt32]?) throws -> [UInt32] {
    let copies = try arrays.copies.copies.get()
    switch status {
    case .duplicate: return copies
    case .original: return (candidates ?? rows.all).subtracting(copies)
    }
  }
}
