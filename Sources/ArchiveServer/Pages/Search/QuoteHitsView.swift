internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The quotes that a query finds.
struct QuoteHitsView: View {
  private let question: SearchQuestion
  private let search: QuoteSearch
  private let total: Int
  private let hits: [QuoteHit]

  private var address: SearchAddress { question.address }

  init(_ question: SearchQuestion) throws {
    self.question = question
    search = try QuoteSearch(try question.asked(), in: question.reader)
    total = try search.total()
    hits = try search.hits(
      order: question.address.order, limit: question.address.size, offset: question.address.from)
  }

  func page() throws -> Page {
    let command = question.command(
      "quotes", options: address.order == .newest ? [] : ["--sort", address.order.rawValue])
    return try SearchPage(question: question).page(command: command) {
      Tag.section(.class("listing"), .ariaLabelledBy("found")) {
        Tag.h2(.class("unseen"), .id("found")) { "Quotes" }
        Tag.div(.class("summary")) {
          Tag.p(.class("total")) {
            Tag.strong { total == 0 ? "No quotes" : Pieces.count(total, "quote") }
            " whose own words are those of the query"
          }
          Tag.ul(.class("choices"), .ariaLabel("Order")) {
            for order in HitOrder.allCases {
              Tag.li {
                Tag.a(
                  .href(address.with { ($0.order, $0.from) = (order, 0) }.address),
                  order == address.order ? .ariaCurrent("true") : nil
                ) { order.rawValue }
              }
            }
          }
        }
        Tag.ol(.class("hits")) { for hit in hits { Tag.li { QuotePiece(hit: hit).html } } }
        Pager(from: address.from, size: address.size, total: total) { start in
          address.with { $0.from = start }.address
        }.html
      }
    }
  }

  func json() throws -> JSON {
    let next = address.from + address.size
    return .object(
      question.json + [
        ("total", .integer(total)), ("sort", .string(address.order.rawValue)),
        ("from", .integer(address.from)), ("limit", .integer(address.size)),
        ("next_from", next < total ? .integer(next) : .null),
        (
          "quotes",
          .array(
            hits.map { JSON(columns: QuoteTable.hitColumns, row: QuoteTable.row(of: $0)) })
        ),
      ])
  }

  func table() throws -> ViewTable? {
    let (search, order) = (search, address.order)
    return ViewTable(name: "quotes", columns: QuoteTable.hitColumns) { write in
      try search.forEachHit(order: order) { hit in
        try write(QuoteTable.row(of: hit))
        return true
      }
    }
  }
}

/// A quote among others: who said it, in its context, and where.
struct QuotePiece {
  let hit: QuoteHit

  /// The words around the quote, and in the quote what was found.
  private var context: HTML {
    .group {
      for (piece, isQuote) in hit.context.pieces {
        if isQuote {
          Tag.span(.class("quoted")) { Pieces.marked(hit.text) }
        } else {
          HTML(text: piece)
        }
      }
    }
  }

  var html: HTML {
    Tag.article(.class("hit", "quote"), .dir(.auto)) {
      Tag.h3 {
        if let speaker = hit.speaker {
          Tag.a(.href(SpeakerAddress.address(of: speaker))) { speaker }
        } else if let text = hit.speakerText {
          "“\(text)”"
        } else {
          Tag.span(.class("none")) { "unknown speaker" }
        }
        for other in hit.coSpeakers { " and \(other)" }
        if let cue = hit.cue {
          " "
          Tag.span(.class("cue")) { cue }
        }
      }
      Tag.blockquote { Tag.p { context } }
      Pieces.facts([
        Pieces.date(hit.date), hit.source.map { HTML(text: $0) },
        Tag.a(.href(ArticleView.address(of: hit.article, fragment: "q\(hit.id)"))) {
          hit.headline ?? hit.article.description
        },
        HTML(text: hit.kind.rawValue),
      ])
    }
  }
}
