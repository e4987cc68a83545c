internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The articles that a query finds.
struct ArticleHitsView: View {
  private struct Hit {
    let article: ArticleHit
    /// How many more hits are copies of it.
    let copies: Int
  }

  private let question: SearchQuestion
  private let search: ArticleSearch
  private let total: Int
  /// How many hits there are when each text counts once; nil where each copy is a hit of its own.
  private let texts: Int?
  private let hits: [Hit]
  private let order: HitOrder

  private var address: SearchAddress { question.address }
  private var listed: Int { texts ?? total }

  init(_ question: SearchQuestion) throws {
    self.question = question
    let (query, reader, address) = (try question.asked(), question.reader, question.address)
    search = try ArticleSearch(query, in: reader)
    order = address.order
    if address.foldsCopies, try reader.knowsCopies() {
      let found = try search.foldedHits(order: order, limit: address.size, offset: address.from)
      (total, texts) = (found.articles, found.texts)
      hits = found.hits.map { Hit(article: $0.first, copies: $0.others) }
    } else {
      total = try search.total()
      texts = nil
      hits = try search.hits(order: order, limit: address.size, offset: address.from)
        .map { Hit(article: $0, copies: 0) }
    }
  }

  // MARK: Page

  func page() throws -> Page {
    var options: [String] = []
    if order != .newest { options += ["--sort", order.rawValue] }
    if texts != nil { options.append("--fold") }
    if address.from > 0 { options += ["--offset", String(address.from)] }
    let command = question.command("search", options: options)
    return try SearchPage(question: question).page(command: command) {
      if total == 0 {
        try nothing()
      } else {
        let histogram = try search.histogram()
        try Tag.div(.class("found")) {
          Tag.section(.class("listing"), .ariaLabelledBy("found")) {
            Tag.h2(.class("unseen"), .id("found")) { "Articles" }
            summary
            HistogramDrawing(histogram: histogram, question: question).html
            Tag.ol(.class("hits")) {
              for hit in hits { Tag.li { Self.html(of: hit, address) } }
            }
            Pager(from: address.from, size: address.size, total: listed) { start in
              address.with { $0.from = start }.address
            }.html
          }
          try FacetList(question: question, search: search, total: total).html
        }
      }
    }
  }

  private var summary: HTML {
    Tag.div(.class("summary")) {
      Tag.p(.class("total")) {
        if let texts, texts != total {
          Tag.strong { Pieces.count(texts, "text") }
          " in \(Pieces.count(total, "article")). "
          Tag.a(.href(address.with { ($0.foldsCopies, $0.from) = (false, 0) }.address)) {
            "Show every copy"
          }
        } else {
          Tag.strong { Pieces.count(total, "article") }
          if !address.foldsCopies {
            ". "
            Tag.a(.href(address.with { ($0.foldsCopies, $0.from) = (true, 0) }.address)) {
              "Show each text once"
            }
          }
        }
      }
      Tag.ul(.class("choices"), .ariaLabel("Order")) {
        for order in HitOrder.allCases {
          Tag.li {
            Tag.a(
              .href(address.with { ($0.order, $0.from) = (order, 0) }.address),
              order == self.order ? .ariaCurrent("true") : nil
            ) { order.rawValue }
          }
        }
        Tag.li {
          Tag.a(
            .href(address.with { $0.isExplained.toggle() }.address),
            address.isExplained ? .ariaCurrent("true") : nil
          ) { "explain" }
        }
      }
    }
  }

  private static func html(of hit: Hit, _ address: SearchAddress) -> HTML {
    let article = hit.article
    return Tag.article(.class("hit"), article.language.map { .lang($0) }, .dir(.auto)) {
      Tag.h3 {
        Tag.a(.href(ArticleView.address(of: article.id, query: address.text))) {
          if let headline = article.headline, !headline.text.isEmpty {
            Pieces.marked(headline)
          } else {
            "(no headline)"
          }
        }
      }
      Pieces.facts([
        Pieces.date(article.date), article.source.map { HTML(text: $0) },
        article.author.map { HTML(text: $0) }, article.section.map { HTML(text: $0) },
        hit.copies == 0
          ? nil
          : Tag.a(.href(ArticleView.address(of: article.id, fragment: "copies"))) {
            "+\(Pieces.count(hit.copies, "copy", "copies"))"
          },
      ])
      if let snippet = article.snippet, !snippet.text.isEmpty {
        Tag.p { Pieces.marked(snippet) }
      }
    }
  }

  /// Nothing was found: what may have been meant.
  private func nothing() throws -> HTML {
    let unknown = try question.asked().unknownWords(in: question.reader)
    return Tag.div(.class("nothing")) {
      Tag.p(.class("total")) { Tag.strong { "No articles." } }
      for word in unknown {
        Tag.p {
          "No article has “\(word.word)”"
          if let suggestion = word.suggestion {
            "; did you mean "
            Tag.a(.href(corrected(word.word, to: suggestion).address)) { suggestion }
            "?"
          } else {
            "."
          }
        }
      }
      if !(question.query?.conditions.isEmpty ?? true) {
        Tag.p { "Each condition above can be taken away by its ×." }
      }
      Tag.p {
        Tag.a(.href(address.with { $0.isExplained = true }.address)) { "How is the query read?" }
      }
    }
  }

  private func corrected(_ word: String, to suggestion: String) -> SearchAddress {
    address.asking(address.text.replacing(word, with: suggestion))
  }

  // MARK: Other forms

  func json() throws -> JSON {
    let columns = ArticleTable.hitColumns + (texts == nil ? [] : ["other_copies"])
    let rows = hits.map { hit in
      JSON(
        columns: columns,
        row: ArticleTable.row(of: hit.article) + (texts == nil ? [] : [.integer(hit.copies)]))
    }
    let next = address.from + address.size
    return .object(
      question.json + [
        ("total", .integer(total)), ("texts", texts.map { .integer($0) } ?? .null),
        ("sort", .string(order.rawValue)), ("from", .integer(address.from)),
        ("limit", .integer(address.size)),
        ("next_from", next < listed ? .integer(next) : .null), ("articles", .array(rows)),
      ])
  }

  /// All articles, not only those of the page.
  func table() throws -> ViewTable? {
    let (search, order) = (search, order)
    guard let texts else {
      return ViewTable(name: "articles", columns: ArticleTable.hitColumns) { write in
        try search.forEachHit(order: order, snippets: true) { hit in
          try write(ArticleTable.row(of: hit))
          return true
        }
      }
    }
    return ViewTable(name: "articles", columns: ArticleTable.hitColumns + ["other_copies"]) {
      write in
      // In portions: the texts of a whole archive are not held in memory.
      for offset in stride(from: 0, to: texts, by: 1000) {
        for hit in try search.foldedHits(order: order, limit: 1000, offset: offset).hits {
          try write(ArticleTable.row(of: hit.first) + [.integer(hit.others)])
        }
      }
    }
  }
}
