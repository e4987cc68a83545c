internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// One speaker: when, where and how they are quoted, and their quotes.
struct SpeakerView: View {
  /// What is listed: quotes one by one, or as several outlets printed them.
  private enum Listing {
    case quotes([QuoteHit])
    case variants(QuoteVariants, [SharedQuotePiece])
  }

  private let visit: Visit
  private let profile: SpeakerProfile
  private let search: QuoteSearch
  private let tab: SpeakerTab
  private let order: HitOrder
  private let from: Int
  private let size: Int
  private let listing: Listing

  init(_ visit: Visit) throws {
    self.visit = visit
    let name = visit.places["name"] ?? ""
    guard let profile = try SpeakerProfile(of: name, in: visit.reader) else {
      throw PageError.notFound("There is no speaker “\(name)” in this archive.")
    }
    self.profile = profile
    search = try QuoteSearch(of: profile, in: visit.reader)
    tab = try visit.choice("tab", else: .quotes)
    order = try visit.choice("sort", else: .newest)
    from = try visit.number("from", else: 0)
    size = try visit.number("limit", else: SearchAddress.usualSize, in: 1...500)
    switch tab {
    case .quotes:
      listing = .quotes(try search.hits(order: order, limit: size, offset: from))
    case .outlets:
      let variants = try QuoteVariants(search, in: visit.reader)
      let first = from + 1
      let page = variants.page(order: order, limit: size, offset: from)
      listing = .variants(
        variants,
        try page.enumerated().map { index, group in
          SharedQuotePiece(
            number: first + index, outlets: group.outlets, wordings: try variants.hits(of: group)
          )
        })
    }
  }

  private var total: Int {
    switch listing {
    case .quotes: profile.summary.quotes
    case .variants(let variants, _): variants.total
    }
  }

  private func address(_ tab: SpeakerTab, from: Int = 0) -> Address {
    SpeakerAddress.address(of: profile.summary.name, tab: tab, from: from)
  }

  // MARK: Page

  func page() throws -> Page {
    let summary = profile.summary
    let command =
      tab == .quotes
      ? visit.command("speakers", "show", options: [summary.name])
      : visit.command("quotes", options: ["--speaker", summary.name, "--variants"])
    return Page(
      title: summary.name, hasHeading: false, part: .speakers,
      content: .group {
        Tag.header(.class("of-speaker"), .dir(.auto)) {
          Tag.h1 { summary.name }
          Pieces.facts([
            summary.kind.map { HTML(text: $0.rawValue) },
            HTML(text: Pieces.count(summary.quotes, "quote")),
            HTML(text: "in " + Pieces.count(summary.articles, "article")),
            summary.first.map { first in
              .group {
                "from "
                Pieces.date(first)
                " to "
                Pieces.date(summary.last)
              }
            },
            Tag.a(.href(SearchAddress.articles(condition))) { "search these articles" },
          ])
          if !summary.aliases.isEmpty {
            Tag.p { "Also named: \(summary.aliases.joined(separator: ", "))" }
          }
        }
        TimelinePiece(timeline: profile.timeline, noun: "quote") {
          SearchAddress().asking("\(condition) \($0.condition)").with { $0.tab = .quotes }.address
        }.html
        Tag.div(.class("columns", "even")) {
          CountsPiece(
            heading: "Reporting words", id: "cues", noun: "word", counts: profile.cues,
            none: "no reporting word"
          ) { "\(condition) \(fieldCondition("cue", $0))" }.html
          CountsPiece(
            heading: "Outlets", id: "outlets", noun: "outlet", counts: profile.outlets,
            none: "no source"
          ) { name in
            FacetField.source.condition(name).map { "\(condition) \($0)" }
          }.html
        }
        Tag.p(.class("hint")) {
          "How: "
          profile.kinds.map { "\(grouped($0.quotes)) \($0.value ?? "")" }.joined(separator: ", ")
          "."
        }
        tabs
        list
      }, command: command, forms: [.json, .csv])
  }

  /// The condition that finds these quotes, and those of others whose names have the same words.
  private var condition: String { fieldCondition("speaker", profile.summary.name) }

  private var tabs: HTML {
    Tag.nav(.class("tabs"), .ariaLabel("What is listed")) {
      Tag.ul {
        for tab in SpeakerTab.allCases {
          Tag.li {
            Tag.a(.href(address(tab)), tab == self.tab ? .ariaCurrent("page") : nil) { tab.title }
          }
        }
      }
    }
  }

  private var list: HTML {
    Tag.section(.class("listing"), .ariaLabel(tab.title)) {
      Tag.h2(.class("unseen")) { tab.title }
      switch listing {
      case .quotes(let hits):
        Tag.ol(.class("hits")) { for hit in hits { Tag.li { QuotePiece(hit: hit).html } } }
      case .variants(_, let pieces):
        Tag.p(.class("total")) {
          Tag.strong { total == 0 ? "No quote" : Pieces.count(total, "quote") }
          " that more than one outlet printed within \(QuoteVariants.usualDays) days, "
            + "in the same words or nearly so"
        }
        Tag.ol(.class("hits")) { for piece in pieces { Tag.li { piece.html } } }
      }
      Pager(from: from, size: size, total: total) { address(tab, from: $0) }.html
    }
  }

  // MARK: Twins

  func json() throws -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("speaker", JSON(columns: SpeakerTable.columns, row: SpeakerTable.row(of: profile.summary))),
      (
        "counts",
        .array(
          SpeakerProfileTable.rows(of: profile).map {
            JSON(columns: SpeakerProfileTable.columns, row: $0)
          })
      ), ("tab", .string(tab.rawValue)), ("total", .integer(total)), ("from", .integer(from)),
      ("limit", .integer(size)),
      ("next_from", from + size < total ? .integer(from + size) : .null),
    ]
    switch listing {
    case .quotes(let hits):
      members.append(
        (
          "quotes",
          .array(hits.map { JSON(columns: QuoteTable.hitColumns, row: QuoteTable.row(of: $0)) })
        ))
    case .variants(_, let pieces):
      members.append(
        (
          "quotes",
          .array(
            pieces.flatMap(\.rows).map { JSON(columns: QuoteTable.variantColumns, row: $0) })
        ))
    }
    return .object(members)
  }

  func table() throws -> ViewTable? {
    let (search, order) = (search, order)
    switch listing {
    case .quotes:
      return ViewTable(name: "quotes", columns: QuoteTable.hitColumns) { write in
        try search.forEachHit(order: order) { hit in
          try write(QuoteTable.row(of: hit))
          return true
        }
      }
    case .variants(let variants, _):
      return ViewTable(name: "variants", columns: QuoteTable.variantColumns) { write in
        for (index, group) in variants.page(order: order, limit: nil).enumerated() {
          let piece = SharedQuotePiece(
            number: index + 1, outlets: group.outlets, wordings: try variants.hits(of: group))
          for row in piece.rows { try write(row) }
        }
      }
    }
  }
}
