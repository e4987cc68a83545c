internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// One outlet: what there is of it, and what is missing or odd.
struct SourceView: View {
  private let visit: Visit
  private let source: SourceHealth
  private let name: String

  init(_ visit: Visit) throws {
    self.visit = visit
    name = visit.places["name"] ?? ""
    let all = try SourcesView.sources(visit.site, visit.reader)
    guard let source = all.first(where: { $0.summary.name == visit.places["name"] }) else {
      throw PageError.notFound("There is no source “\(name)” in this archive.")
    }
    self.source = source
  }

  static func address(of name: String) -> Address { Address(["source", name]) }

  private func articles(_ condition: String) -> Address {
    SearchAddress.articles("\(source.condition) \(condition)")
  }

  // MARK: Page

  func page() throws -> Page {
    let summary = source.summary
    return Page(
      title: name, hasHeading: false, part: .sources,
      content: .group {
        Tag.p(.class("back")) { Tag.a(.href(SitePart.sources.address)) { "All sources" } }
        Tag.h1(.dir(.auto)) { name }
        Pieces.facts([
          Tag.a(.href(SearchAddress.articles(source.condition))) {
            Pieces.count(summary.articles, "article")
          },
          summary.first.map { first in
            .group {
              "from "
              Pieces.date(first)
              " to "
              Pieces.date(summary.last)
            }
          },
          Tag.a(
            .href(SearchAddress().asking(source.condition).with { $0.tab = .quotes }.address)
          ) { Pieces.count(summary.quotes, "quote") },
          HTML(text: Pieces.count(summary.words, "word")),
        ])
        CoverageCalendar(
          months: source.months.map { .init(name: $0.name, articles: $0.articles) },
          condition: source.condition
        ).html
        Tag.div(.class("columns", "even")) {
          gaps
          missing
        }
        oddDates
      }, command: visit.command("sources", options: [name]), forms: [.json, .csv])
  }

  private var gaps: HTML {
    Tag.section(.ariaLabelledBy("gaps")) {
      Tag.h2(.id("gaps")) { "Gaps" }
      if source.gaps.isEmpty {
        Tag.p { "There is an article of each month from the first to the last." }
      } else {
        Tag.p {
          "\(grouped(source.missingMonths)) of \(Pieces.count(source.months.count, "month")) have no "
            + "article:"
        }
        Tag.ul(.class("gaps")) {
          for gap in source.gaps {
            Tag.li {
              gap.months == 1
                ? gap.first : "\(gap.first) – \(gap.last) (\(Pieces.count(gap.months, "month")))"
            }
          }
        }
      }
    }
  }

  private var missing: HTML {
    let all = source.summary.articles
    let facts: [(name: String, number: Int?, address: Address)] = [
      ("without a date", source.undated, articles("no:date")),
      ("without an author", source.unsigned, articles("no:author")),
      ("without a headline", source.untitled, articles("no:headline")),
      ("copies of an earlier article, of whatever source", source.copies, articles("is:duplicate")),
    ]
    return Tag.section(.ariaLabelledBy("missing")) {
      Tag.h2(.id("missing")) { "Missing, and more than once" }
      TableSection(
        label: "What is missing", heads: [.text("Articles"), .number("Number"), .text("")]
      ).html {
        for fact in facts {
          Tag.tr {
            Tag.th(.scope("row")) {
              if let number = fact.number, number > 0 {
                Tag.a(.href(fact.address)) { fact.name }
              } else {
                fact.name
              }
            }
            TableSection.part(fact.number, of: all)
            TableSection.bar(Double(fact.number ?? 0), of: Double(all))
          }
        }
        Tag.tr {
          Tag.th(.scope("row")) { "words that are boilerplate" }
          TableSection.part(
            source.summary.boilerplateWords,
            of: source.summary.words + source.summary.boilerplateWords)
          TableSection.bar(source.summary.boilerplateShare, of: 1)
        }
      }
    }
  }

  private var oddDates: HTML {
    guard !source.oddDates.isEmpty else { return HTML() }
    return Tag.section(.ariaLabelledBy("odd-dates")) {
      Tag.h2(.id("odd-dates")) { "Dates that may be wrong" }
      TableSection(
        label: "Dates that may be wrong",
        heads: [.text("Why"), .number("Articles"), .text("Which")]
      ).html {
        for odd in source.oddDates {
          Tag.tr {
            Tag.th(.scope("row")) { odd.reason }
            TableSection.number(odd.articles)
            Tag.td {
              if let condition = odd.condition {
                Tag.a(.href(articles(condition))) { condition }
              } else {
                for id in odd.examples {
                  Tag.a(.href(ArticleView.address(of: id))) { id.description }
                  " "
                }
                odd.articles > odd.examples.count ? "…" : ""
              }
            }
          }
        }
      }
    }
  }

  // MARK: Twins

  func json() throws -> JSON {
    .object(
      zip(SourceHealthTable.columns, SourceHealthTable.row(of: source)).map { ($0, JSON($1)) } + [
        (
          "findings",
          .array(
            SourceFindingTable.rows(of: source).map {
              JSON(columns: SourceFindingTable.columns, row: $0)
            })
        )
      ])
  }

  func table() throws -> ViewTable? {
    let source = source
    return ViewTable(name: "source", columns: SourceFindingTable.columns) { write in
      for row in SourceFindingTable.rows(of: source) { try write(row) }
    }
  }
}
