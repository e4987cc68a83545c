public import ArchiveQuery
internal import NewsModel

/// A way of writing references to articles, for programs that manage literature.
public protocol CitationFormat: Sendable {
  /// What stands before the first reference.
  var opening: String { get }
  /// What stands between two references.
  var separator: String { get }
  /// What stands behind the last reference.
  var closing: String { get }
  /// The reference of an article.
  func reference(to citation: Citation) -> String
}

/// What is cited of an article.
public struct Citation: Sendable, Equatable {
  /// An author: a person with family name and given names, or a name as it is.
  public enum Author: Sendable, Equatable {
    case person(family: String, given: String)
    case name(String)
  }

  /// The article's id in the archive: what makes the reference's key.
  public let id: String
  /// The headline, on one line.
  public let title: String?
  /// Who wrote it.
  public let authors: [Author]
  /// The outlet.
  public let source: String?
  /// Year, month and day, as far as they are known.
  public let date: [Int]
  /// Its address.
  public let url: String?
  /// The section.
  public let section: String?
  /// The language, as a BCP 47 tag.
  public let language: String?

  /// The citation of an article.
  public init(_ article: StoredArticle) {
    self.init(
      id: article.id, headline: article.headline, author: article.author, source: article.source,
      date: article.date, url: article.url, section: article.section, language: article.language)
  }

  init(
    id: ArticleID, headline: String?, author: String?, source: String?, date: PartialDate?,
    url: String?, section: String?, language: String?
  ) {
    self.id = id.description
    title = headline.map(oneLine)
    authors = (author ?? "").split(separator: ";").map { oneLine(String($0)) }
      .filter { !$0.isEmpty }.map(Author.init)
    self.source = source.map(oneLine)
    self.date = [date?.year, date?.month, date?.day].compactMap { $0 }
    self.url = url.map(oneLine)
    self.section = section.map(oneLine)
    self.language = language
  }
}

extension Citation.Author {
  /// The author of a byline's name.
  ///
  /// Two to four words that begin with capitals are a person, the family name last, with the small words
  /// before it (`van der Berg`). Anything else is left as it is: a desk, an agency, a name of one word.
  public init(_ name: String) {
    let halves = name.split(separator: ",", maxSplits: 1).map { oneLine(String($0)) }
    if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty, !halves[1].contains(",") {
      self = .person(family: halves[0], given: halves[1])
      return
    }
    let words = name.split(separator: " ").map(String.init)
    let isPerson =
      (2...5).contains(words.count) && words[0].first?.isUppercase == true
      && words.last?.first?.isUppercase == true
      && !words.contains { $0.contains { $0.isNumber || $0 == "/" || $0 == "@" } || $0 == "and" }
      && !words.contains { Self.wordsOfDesks.contains($0.lowercased()) }
    guard isPerson else {
      self = .name(name)
      return
    }
    let start = words.indices.dropFirst().dropLast().first { words[$0].first?.isLowercase == true }
    let family = start ?? words.count - 1
    self = .person(
      family: words[family...].joined(separator: " "),
      given: words[..<family].joined(separator: " "))
  }

  private static let wordsOfDesks: Set<String> = [
    "agency", "agencies", "agence", "associated", "bureau", "correspondent", "desk", "editor",
    "editorial", "editors", "media", "network", "news", "newsroom", "post", "press", "redaktion",
    "reporter", "reporters", "service", "staff", "team", "times", "writer", "writers",
  ]
}

/// A text on one line, without white space around it.
private func oneLine(_ text: String) -> String {
  text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
}
