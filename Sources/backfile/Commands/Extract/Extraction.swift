import NewsFormats

/// One mode of `extract`: what is found in a record.
protocol Extraction: Sendable {
  /// The members of the answer after `id`, as JSON: `"quotes":[…]`.
  ///
  /// - Throws: ``ExtractProblem`` where the record lacks what is needed.
  func members(of record: JSONObject) throws(ExtractProblem) -> String
}

/// Why nothing can be found in a record, in words.
struct ExtractProblem: Error {
  var message: String
}

extension JSONObject {
  /// The text of an article: `text` or `body`.
  func articleText() throws(ExtractProblem) -> String {
    guard let text = string("text") ?? string("body") else {
      throw ExtractProblem(message: "neither \"text\" nor \"body\" is a string")
    }
    return text
  }

  /// The language that the record names, as a tag: `lang` or `language`.
  var language: String? { string("lang") ?? string("language") }
}
