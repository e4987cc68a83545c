import NewsFormats
import NewsModel

/// Articles held in memory.
struct Corpus {
  var name: String
  var articles: [(text: String, language: String?)]
  var bytes: Int { articles.reduce(0) { $0 + $1.text.utf8.count } }

  /// Reads a dump, up to so many bytes of text.
  init(path: String, limit: Int = 100_000_000) throws {
    name = path.split(separator: "/").last.map(String.init) ?? path
    articles = []
    var bytes = 0
    for file in discoverInputs([path]).files {
      try readRecords(from: file) { event in
        guard case .article(let draft, _) = event, bytes < limit else { return }
        articles.append((draft.text, draft.language))
        bytes += draft.text.utf8.count
      }
    }
  }
}
