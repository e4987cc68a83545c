/// The articles by the values of fields, as far as they have been asked for: to read the bylines or the
/// quotes of all articles takes longer than most questions.
final class KnownGroups {
  private var groups: [CountField: ArticleGroups] = [:]

  /// The groups of a field; made where they are not known.
  func groups(by field: CountField, _ make: () throws -> ArticleGroups) rethrows -> ArticleGroups {
    if let known = groups[field] { return known }
    let new = try make()
    groups[field] = new
    return new
  }
}
