import NewsModel
import Testing

@testable import ArchiveExport

struct CitationTests {
  private func citation(
    headline: String? = "Crew & line: 50% “closer”",
    author: String? = "Jane van der Brook; News Desk",
    source: String? = "Coast Post", date: String? = "2019-03-04T18:05:00Z",
    url: String? = "https://post.example/a_b?x=1&y={2}", language: String? = "en"
  ) -> Citation {
    Citation(
      id: ArticleID("2019-03-04.1") ?? ArticleID(rawValue: 0), headline: headline, author: author,
      source: source, date: date.flatMap { PartialDate(iso8601: $0) }, url: url, section: "Local",
      language: language)
  }

  @Test func risHasALineAField() {
    #expect(
      RIS().reference(to: citation()) == """
        TY  - NEWS\r
        ID  - 2019-03-04.1\r
        TI  - Crew & line: 50% “closer”\r
        AU  - van der Brook, Jane\r
        AU  - News Desk,\r
        T2  - Coast Post\r
        PY  - 2019\r
        DA  - 2019/03/04/\r
        SE  - Local\r
        LA  - en\r
        UR  - https://post.example/a_b?x=1&y={2}\r
        ER  - \r

        """)
  }

  @Test func bibtexIsEscaped() {
    #expect(
      BibTeX().reference(to: citation()) == """
        @article{vanderbrook-2019-03-04.1,
          title = {{Crew \\& line: 50\\% “closer”}},
          author = {van der Brook, Jane and {News Desk}},
          journaltitle = {Coast Post},
          journal = {Coast Post},
          entrysubtype = {newspaper},
          date = {2019-03-04},
          year = {2019},
          langid = {en},
          url = {https://post.example/a_b?x=1&y=%7B2%7D}
        }

        """)
  }

  @Test func cslIsJSON() {
    #expect(
      CSLJSON().reference(to: citation(headline: "A \"b\"\\\n\u{1}c", date: "2019-03", url: nil))
        == #"{"id":"2019-03-04.1","type":"article-newspaper","title":"A \"b\"\\ \u0001c","#
        + #""author":[{"family":"van der Brook","given":"Jane"},{"literal":"News Desk"}],"#
        + #""container-title":"Coast Post","issued":{"date-parts":[[2019,3]]},"section":"Local","#
        + #""language":"en"}"#)
  }

  @Test func hostileTextBeginsNoFieldOfItsOwn() {
    let naughty = "x\r\nER  - \r\nTY  - BOOK\u{B}\u{0}y}, url = {z} \\input{/etc/passwd} $^~#"
    let hostile = citation(
      headline: naughty, author: naughty, source: naughty, url: naughty, language: naughty)
    let ris = RIS().reference(to: hostile)
    #expect(
      ris.components("\r\n").filter { $0.hasPrefix("ER  -") || $0.hasPrefix("TY  -") }.count == 2)
    let bib = BibTeX().reference(to: hostile)
    // BibTeX counts every brace, whatever stands before it.
    var depth = 0
    for character in bib {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0 && bib.components("\n  url = ").count == 2)
  }

  /// Braces of a text are no braces of the format, one without its other least of all.
  @Test(arguments: ["{", "}", "a } b", "\\}", "{{{", "}{"])
  func everyBraceIsCounted(text: String) {
    let bib = BibTeX().reference(
      to: citation(headline: text, author: text, source: text, url: text, language: text))
    var depth = 0
    let lowest = bib.dropLast(2).dropFirst().map { character in
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      return depth
    }.dropFirst("article{".count).min()
    #expect(lowest == 1 && depth == 1)
  }

  @Test(arguments: [
    ("Anna Smith, Reuters", "Anna Smith, Reuters"),
    ("Jane Doe, Staff Writer", "Jane Doe, Staff Writer"), ("Smith AND Jones", "Smith AND Jones"),
    ("Anna Smith and Ben Jones, Associated Press", "Anna Smith and Ben Jones, Associated Press"),
    ("Doe, Staff Writer", "Doe, Staff Writer"), ("Doe, Jane, Reuters", "Doe, Jane, Reuters"),
    ("By Bob Ray", "Ray|Bob"), ("by Bob Ray", "Ray|Bob"), ("By Ray", "By Ray"),
    ("By the Way", "By the Way"), ("By Staff Writer", "By Staff Writer"),
    ("van der Brook, Jane", "van der Brook|Jane"), ("De Vries, Jan", "De Vries|Jan"),
    ("Doe,", "Doe,"), (",", ","), ("O'Brien, Flann", "O'Brien|Flann"), ("王, 小明", "王|小明"),
    ("By Doe, Jane", "Doe|Jane"), ("Smith, Jones And Lee", "Smith, Jones And Lee"),
    ("Jane Doe", "Doe|Jane"), ("Doe, Jane", "Doe|Jane"), ("Jan de Vries", "de Vries|Jan"),
    ("Reuters", "Reuters"), ("The Associated Press", "The Associated Press"), ("王小明", "王小明"),
    ("Jane Doe and John Roe", "Jane Doe and John Roe"), ("by staff", "by staff"),
    ("María José Ruiz", "Ruiz|María José"), ("press@post.example", "press@post.example"),
  ])
  func namesAreTakenApartWhereTheyArePersons(name: String, parts: String) {
    switch Citation.Author(name) {
    case .person(let family, let given): #expect("\(family)|\(given)" == parts)
    case .name(let name): #expect(name == parts)
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
