/// `topic:`, `tag:` and `is:`: what was said of articles after they were imported.
///
/// As with all conditions, more than the candidates may be given back; numbers ascend.
extension ArticleEvaluator {
  /// The articles of the topics that have a term's words in their name.
  func numbers(ofTopic term: Term, among candidates: [UInt32]?) throws -> [UInt32] {
    throw QueryPlanError.notYet("The field topic:")
  }

  /// The articles with a tag that has a term's words.
  func numbers(tagged term: Term, among candidates: [UInt32]?) throws -> [UInt32] {
    throw QueryPlanError.notYet("The field tag:")
  }

  /// The articles that are originals, or copies of one.
  func numbers(being status: Filter.Status, among candidates: [UInt32]?) throws -> [UInt32] {
    throw QueryPlanError.notYet("The field is:")
  }
}
