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
  /// Two to five words that begin and end with capitals are a person, the family name last, with the small
  /// words before it (`van der Berg`); so are a family name of one word, with the small words before it, and
  /// given names behind a comma. Anything else is left as it is: a desk, an agency, several persons, a name of
  /// one word, a name and what somebody is.
  public init(_ name: String) {
    var words = name.replacing(",", with: ", ").split(separator: " ").map(String.init)
    if words.count > 1, words[0].lowercased() == "by" { words.removeFirst() }
    self = Self.person(of: words) ?? .name(name)
  }

  private static func person(of words: [String]) -> Self? {
    let isNoPerson = words.contains { word in
      let bare = word.filter { $0 != "," }.lowercased()
      return bare == "and" || wordsOfDesks.contains(bare)
        || word.contains { $0.isNumber || $0 == "/" || $0 == "@" }
    }
    guard !isNoPerson else { return nil }
    if let comma = words.firstIndex(where: { $0.contains(",") }) {
      return person(of: words, familyUntil: comma)
    }
    guard (2...5).contains(words.count), words[0].first?.isUppercase == true,
      words.last?.first?.isUppercase == true
    else { return nil }
    let start = words.indices.dropFirst().dropLast().first { words[$0].first?.isLowercase == true }
    let family = start ?? words.count - 1
    return .person(
      family: words[family...].joined(separator: " "),
      given: words[..<family].joined(separator: " "))
  }

  /// A person whose family name ends with the word that has the comma.
  private static func person(of words: [String], familyUntil comma: Int) -> Self? {
    let (last, given) = (words[comma].dropLast(), words[(comma + 1)...])
    guard words[comma].hasSuffix(","), !last.contains(","), isName(last),
      words[..<comma].allSatisfy({
        $0.first?.isLowercase == true || particles.contains($0.lowercased())
      }),
      let first = given.first, isName(first[...]), !given.contains(where: { $0.contains(",") })
    else { return nil }
    return .person(
      family: (words[..<comma] + [String(last)]).joined(separator: " "),
      given: given.joined(separator: " "))
  }

  /// Whether a word begins as names do: with a capital, or in a script that has none. `al-Sisi` has one
  /// further on.
  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter else { return false }
    return !first.isLowercase || word.contains(where: \.isUppercase)
  }

  /// Small words of family names that are written with a capital too.
  private static let particles: Set<String> = [
    "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la",
    "le", "ten", "ter", "van", "von", "zu",
  ]

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
