/// What a query looks for.
enum Subject {
  case articles, quotes, boilerplate

  /// The columns of the texts that a query's words are looked for in.
  var columns: [String] { self == .articles ? ["body", "headline"] : ["text"] }
}
