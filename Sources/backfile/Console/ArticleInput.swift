import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import NewsModel

/// Articles that are named on the command line, one by one or by a query.
struct ArticleInput: ParsableArguments {
  @Argument(help: ArgumentHelp("The articles' ids, as listings show them.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("All articles that this query finds.", valueName: "query"))
  var query: String?

  var isEmpty: Bool { ids.isEmpty && query == nil }

  /// The articles, each once.
  func articles(in archive: Archive) throws -> [ArticleID] {
    var articles = try ids.map(Self.id)
    if let query {
      let search = try ArticleSearch(QueryInput.read(query), in: ArchiveReader(archive))
      try search.forEachID {
        articles.append($0)
        return true
      }
    }
    var known: Set<ArticleID> = []
    return articles.filter { known.insert($0).inserted }
  }

  /// An id as it was typed.
  static func id(_ text: String) throws -> ArticleID {
    guard let id = ArticleID(text) else {
      throw CommandFailure(
        message: "'\(text)' is no article id; ids look like 2017-01-28.17, 2017-01.3 or undated.5",
        status: .usage)
    }
    return id
  }
}
