internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// One article with all that the archive has of it.
struct ArticleView: View {
  private let visit: Visit
  private let article: StoredArticle
  private let tags: [ArticleTag]
  private let notes: [Note]
  private let cluster: CopyCluster?
  private let clusters: CopyClusters?

  init(_ visit: Visit) throws {
    self.visit = visit
    article = try Self.article(visit)
    tags = try visit.reader.connection.tags(of: article.id)
    notes = try visit.reader.connection.notes(on: article.id)
    guard try visit.reader.knowsCopies() else {
      (cluster, clusters) = (nil, nil)
      return
    }
    let clusters = try CopyClusters(Query(parsing: "id:\(article.id)"), in: visit.reader)
    var cluster: CopyCluster?
    try clusters.forEach {
      cluster = $0
      return false
    }
    (self.cluster, self.clusters) = (cluster, clusters)
  }

  /// The article that a path names.
  static func article(_ visit: Visit) throws -> StoredArticle {
    let name = visit.places["id"] ?? ""
    guard let id = ArticleID(name) else {
      throw PageError.notFound(
        "“\(name)” is no article's id; ids look like 2017-01-28.17, 2017-01.3 or undated.5.")
    }
    guard let article = try visit.reader.article(id) else {
      throw PageError.notFound("There is no article \(name) in this archive.")
    }
    return article
  }

  /// The address of an article; what a query finds in it is marked there.
  static func address(
    of id: ArticleID, query: String = "", fragment: String? = nil
  ) -> Address {
    Address(
      ["article", id.description], query: [("q", query.isEmpty ? nil : query)], fragment: fragment)
  }

  // MARK: Page

  func page() throws -> Page {
    if visit.query["view"] == "raw" { return rawPage }
    let marked = try marks()
    let body = ArticleBody(article, marks: marked?.body.marks ?? [])
    return Page(
      title: article.headline ?? "Article \(article.id)", hasHeading: false,
      content: try .group {
        backLink
        try Tag.div(.class("reading")) {
          Tag.article(.class("story")) {
            Tag.header {
              Tag.h1(article.language.map { .lang($0) }, .dir(.auto)) {
                if let headline = marked?.headline {
                  Pieces.marked(headline)
                } else {
                  article.headline ?? "(no headline)"
                }
              }
              Pieces.facts([
                article.source.map { source in
                  Tag.a(.href(SearchAddress.articles(fieldCondition("source", source)))) { source }
                }, Pieces.date(article.date), article.author.map { HTML(text: $0) },
                article.section.map { HTML(text: $0) },
                HTML(text: Pieces.count(article.words, "word")),
              ])
            }
            body.html
          }
          try Tag.aside(.class("beside"), .ariaLabel("About the article")) {
            body.speakers
            ArticleFacts(article: article).html
            try copies
            ArticleMarks(
              article: article.id, tags: tags, notes: notes, security: visit.site.security
            ).html
            citations
          }
        }
      },
      command: visit.command("show", options: [article.id.description]), forms: [.json, .csv, .txt])
  }

  /// What the query finds in the article; nil where there is none, or none that is understood.
  private func marks() throws -> (headline: MarkedText?, body: MarkedText)? {
    guard let text = visit.query["q"], !text.isEmpty, let query = try? Query(parsing: text) else {
      return nil
    }
    do {
      return try ArticleSearch(query, in: visit.reader).marked(article.id)
    } catch is QueryPlanError {
      return nil
    }
  }

  private var backLink: HTML {
    guard let text = visit.query["q"], !text.isEmpty else { return HTML() }
    return Tag.p(.class("back")) {
      Tag.a(.href(SearchAddress.articles(text))) { "← All that is found by " }
      Tag.code { text }
    }
  }

  private var rawPage: Page {
    Page(
      title: article.headline ?? "Article \(article.id)",
      content: .group {
        Tag.p {
          "The text as it was imported, byte for byte: body and boilerplate. "
          Tag.a(.href(Self.address(of: article.id))) { "Back to the article" }
        }
        Tag.pre(.class("raw"), .dir(.auto)) { article.originalText }
      },
      command: visit.command("show", options: [article.id.description, "--layer", "raw"]),
      forms: [.txt])
  }

  private var copies: HTML {
    get throws {
      guard let cluster, let clusters else { return HTML() }
      let piece = CopiesPiece(
        cluster: cluster, clusters: clusters, article: article.id, compared: visit.query["copy"])
      return try piece.html
    }
  }

  private var citations: HTML {
    Tag.section(.class("cite"), .ariaLabelledBy("cite")) {
      Tag.h2(.id("cite")) { "Cite" }
      Tag.ul(.class("buttons")) {
        for (name, suffix) in [("RIS", ".ris"), ("BibTeX", ".bib"), ("CSL-JSON", ".json")] {
          Tag.li {
            Tag.a(
              .class("button"), .download,
              .href(Address(["article", article.id.description, "citation" + suffix]))
            ) { name }
          }
        }
      }
    }
  }

  // MARK: Other forms

  func json() throws -> JSON {
    guard
      case .object(let members) = JSON(
        columns: ArticleTable.columns, row: ArticleTable.row(of: article))
    else { return .null }
    let quotes = article.quotes.map { quote -> JSON in
      guard
        case .object(let members) = JSON(
          columns: QuoteTable.columns, row: QuoteTable.row(of: quote, in: article))
      else { return .null }
      return .object([("id", .integer(Int(quote.id)))] + members)
    }
    let blocks = article.boilerplate.enumerated().map { index, block in
      JSON(
        columns: BoilerplateTable.columns,
        row: BoilerplateTable.row(of: block, place: index + 1, in: article))
    }
    let copies = cluster.map { CopyTable.rows(of: $0, number: 1) } ?? []
    return .object(
      members + [
        ("quotes", .array(quotes)), ("boilerplate", .array(blocks)),
        ("tags", .array(tags.filter(\.holds).map { .string($0.name) })),
        (
          "notes",
          .array(
            notes.map {
              ["id": .integer(Int($0.id)), "made": .string($0.made), "text": .string($0.text)]
            })
        ), ("copies", .array(copies.map { JSON(columns: CopyTable.columns, row: $0) })),
      ])
  }

  /// The quotes, as `show --layer quotes --csv` has them.
  func table() throws -> ViewTable? {
    let article = article
    return ViewTable(name: "quotes-\(article.id)", columns: QuoteTable.columns) { write in
      for quote in article.quotes { try write(QuoteTable.row(of: quote, in: article)) }
    }
  }

  func response(as form: Request.Form) throws -> Response? {
    form == .txt ? Response(.text, text: article.originalText) : nil
  }
}
