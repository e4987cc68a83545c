internal import ArchiveExport
internal import ArchiveQuery

/// What all tabs of the search page have around their listing.
struct SearchPage {
  let question: SearchQuestion
  private var address: SearchAddress { question.address }

  /// The page of a tab.
  func page(
    command: [String], forms: [Request.Form] = [.json, .csv], status: Int = 200,
    @HTML _ content: () throws -> HTML
  ) throws -> Page {
    let listing = try content()
    return Page(
      title: address.text.isEmpty ? "Search" : address.text, hasHeading: false, part: .search,
      status: status,
      content: try .group {
        Tag.h1(.class("unseen")) {
          address.text.isEmpty ? "Search" : "Search: \(address.text)"
        }
        box
        if question.query != nil {
          chips
          tabs
          try remarks
        }
        listing
      }, command: command, forms: forms, query: nil)
  }

  // MARK: Box

  private var box: HTML {
    Tag.form(.class("box"), .role("search"), .action(Address(["search"]))) {
      Tag.label(.for("q")) { "Search for" }
      Tag.div(.class("row")) {
        Tag.input(
          .id("q"), .type("search"), .name("q"), .value(address.text), .autocapitalizeNone,
          .spellcheckOff, .autocomplete("off"), .maxLength(4000), .ariaDescribedBy("q-help"),
          question.error == nil ? nil : .ariaInvalid, .data(.complete, "/complete.json"))
        hidden("tab", address.tab == .articles ? nil : address.tab.rawValue)
        hidden("sort", address.order == .newest ? nil : address.order.rawValue)
        hidden("copies", address.foldsCopies ? nil : "each")
        Tag.button(.type("submit")) { "Search" }
      }
      Tag.p(.id("q-help"), .class("hint")) {
        Tag.code { "\"a phrase\"" }
        " · "
        Tag.code { "tariff*" }
        " · "
        Tag.code { "pay w/5 talks" }
        " · "
        Tag.code { "speaker:Dunmore" }
        " · "
        Tag.code { "date:2019-03..2020" }
        " · "
        Tag.a(.href(Address(["help"]))) { "All of the query language" }
      }
    }
  }

  private func hidden(_ name: String, _ value: String?) -> HTML {
    guard let value else { return HTML() }
    return Tag.input(.type("hidden"), .name(name), .value(value))
  }

  // MARK: Chips and tabs

  private var chips: HTML {
    let conditions = question.query?.conditions ?? []
    guard !conditions.isEmpty else { return HTML() }
    return Tag.ul(.class("chips"), .ariaLabel("Conditions")) {
      for condition in conditions {
        Tag.li {
          Tag.span { condition.text }
          Tag.a(
            .href(address.asking(condition.rest).address),
            .ariaLabel("Without \(condition.text)"), .title("Without this condition")
          ) { "×" }
        }
      }
    }
  }

  private var tabs: HTML {
    Tag.nav(.class("tabs"), .ariaLabel("What is found")) {
      Tag.ul {
        for tab in SearchTab.allCases {
          Tag.li {
            Tag.a(
              .href(
                address.with { ($0.tab, $0.from, $0.longFacet, $0.lines) = (tab, 0, nil, .newest) }
                  .address),
              tab == address.tab ? .ariaCurrent("page") : nil
            ) { tab.title }
          }
        }
      }
    }
  }

  // MARK: Remarks

  /// What was repaired in the query, and what its terms stand for.
  private var remarks: HTML {
    get throws {
      guard let query = question.query else { return HTML() }
      let expansions = try query.expansions(in: question.reader)
      return try .group {
        for note in query.notes { Pieces.notice(.warning) { Tag.p { note.message } } }
        for expansion in expansions { Self.expansion(expansion) }
        if address.isExplained {
          ExplanationPiece(explanation: try QueryExplanation(query, in: question.reader)).html
        }
      }
    }
  }

  private static func expansion(_ expansion: WordExpansion) -> HTML {
    guard !expansion.words.isEmpty else {
      return Pieces.notice(.warning) {
        Tag.p {
          Tag.code { expansion.term }
          " stands for no word of this archive."
        }
      }
    }
    let shown = 200
    return Tag.details(.class("expansion")) {
      Tag.summary {
        Tag.code { expansion.term }
        " stands for \(Pieces.count(expansion.words.count, "word")): "
        Tag.em { expansion.words.prefix(6).map(\.text).joined(separator: ", ") }
        expansion.words.count > 6 ? "…" : ""
      }
      Tag.ul(.class("words")) {
        for word in expansion.words.prefix(shown) {
          Tag.li {
            Tag.a(.href(SearchAddress.articles(word.text))) { word.text }
            " "
            Tag.small { grouped(word.articles) }
          }
        }
        if expansion.words.count > shown {
          Tag.li { "and \(grouped(expansion.words.count - shown)) more" }
        }
      }
    }
  }
}

/// How a query is understood and answered.
struct ExplanationPiece {
  let explanation: QueryExplanation

  var html: HTML {
    Tag.section(.class("explanation"), .ariaLabelledBy("explained")) {
      Tag.h2(.id("explained")) { "How it is read" }
      Tag.p { Tag.code { explanation.reading } }
      list("Answered so", explanation.steps)
      if !explanation.terms.isEmpty {
        Tag.h3 { "Articles that have" }
        Tag.ul {
          for term in explanation.terms {
            Tag.li {
              Tag.code { term.term }
              " \(grouped(term.articles))"
            }
          }
        }
      }
      translation("For Nexis", explanation.nexis)
      translation("For Lucene, Elasticsearch and Solr", explanation.lucene)
    }
  }

  private func list(_ heading: String, _ items: [String]) -> HTML {
    guard !items.isEmpty else { return HTML() }
    return .group {
      Tag.h3 { heading }
      Tag.ol { for item in items { Tag.li { item } } }
    }
  }

  private func translation(
    _ heading: String, _ translation: QueryExplanation.Translation
  ) -> HTML {
    .group {
      Tag.h3 { heading }
      Tag.p { Tag.code { translation.text } }
      if !translation.losses.isEmpty {
        Tag.ul { for loss in translation.losses { Tag.li { loss } } }
      }
    }
  }
}
