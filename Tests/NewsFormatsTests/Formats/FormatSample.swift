import NewsModel
import Testing

@testable import NewsFormats

/// A small dump in a format, written for the tests, and what has to come of it.
struct FormatSample: Sendable, CustomTestStringConvertible {
  /// What an article's fields have to be; nil where there is none.
  struct Article: Sendable, Equatable {
    var headline: String?
    var text: String
    var date: String?
    var source: String?
    var author: String?
    var section: String?
    var language: String?
    var url: String?
  }

  var format: String
  var fileName = ""
  var text: String
  var articles: [Article]
  /// Records that are no articles.
  var rejects = 0

  var bytes: [UInt8] { Array(text.utf8) }
  var testDescription: String { format + (fileName.isEmpty ? "" : " " + fileName) }
}

extension FormatSample.Article {
  init?(_ event: RecordEvent) {
    guard let draft = event.article else { return nil }
    self.init(
      headline: draft.headline, text: draft.text, date: draft.date?.description,
      source: draft.source, author: draft.author, section: draft.section,
      language: draft.language, url: draft.url)
  }
}
