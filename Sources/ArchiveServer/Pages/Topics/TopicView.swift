internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// One topic: what it asks, and what it finds over time and by outlet.
struct TopicView: View {
  private let visit: Visit
  private let topic: Topic
  private let field: CountField
  private let counts: Counts
  private let outlets: Counts
  private let speakers: TopFacets
  private let hits: [ArticleHit]

  init(_ visit: Visit) throws {
    self.visit = visit
    let name = visit.places["name"] ?? ""
    guard let topic = try visit.reader.topic(name) else {
      throw PageError.notFound("There is no topic “\(name)” in this archive.")
    }
    self.topic = topic
    field = try visit.choice("by", else: .month)
    let query = try Query(parsing: topic.condition)
    counts = try Counts(of: [query], by: field, in: visit.reader)
    outlets = try Counts(of: [query], by: .source, in: visit.reader)
    let search = try ArticleSearch(query, in: visit.reader)
    speakers = try search.topFacets(by: .speaker, limit: 10)
    hits = try search.hits(limit: 10)
  }

  static func address(of name: String, by field: CountField = .month, _ form: Request.Form = .page)
    -> Address
  {
    Address(
      ["topic", name + form.suffix], query: [("by", field == .month ? nil : field.rawValue)])
  }

  private var total: Int { outlets.rows.reduce(0) { $0 + $1.count } }

  // MARK: Page

  func page() throws -> Page {
    Page(
      title: topic.name, hasHeading: false, part: .topics,
      content: .group {
        Tag.p(.class("back")) { Tag.a(.href(SitePart.topics.address)) { "All topics" } }
        Tag.h1(.dir(.auto)) { topic.name }
        if let description = topic.description { Tag.p(.dir(.auto)) { description } }
        Tag.p {
          Tag.code { topic.query }
          " finds "
          Tag.a(.href(SearchAddress.articles(topic.condition))) {
            Pieces.count(total, "article")
          }
          "."
        }
        Tag.section(.ariaLabelledBy("over-time")) {
          Tag.div(.class("summary")) {
            Tag.h2(.id("over-time")) { "Over time" }
            ChoiceLinks(
              label: "Period",
              choices: QueryTrendView.fields.map {
                ($0.rawValue, $0 == field, Self.address(of: topic.name, by: $0))
              }
            ).html
          }
          TrendPiece(counts: counts, image: Self.address(of: topic.name, by: field, .svg)).html
        }
        Tag.div(.class("columns", "even")) {
          outletTable
          speakerTable
        }
        latest
      }, command: visit.command("count", options: ["--by", field.rawValue, topic.condition]),
      forms: [.json, .csv, .svg])
  }

  private var outletTable: HTML {
    let largest = outlets.rows.compactMap(\.rate).max() ?? 1
    return Tag.section(.ariaLabelledBy("outlets")) {
      Tag.h2(.id("outlets")) { "Outlets" }
      TableSection(
        label: "Outlets",
        heads: [.text("Outlet"), .number("Articles"), .number("per 1,000"), .text("")]
      ).html {
        for row in outlets.rows.prefix(20) {
          Tag.tr {
            Tag.th(.scope("row"), .dir(.auto)) {
              link(FacetField.source.condition(row.value), row.value ?? "(no source)")
            }
            TableSection.number(row.count)
            Tag.td(.class("number")) { row.rate.map { decimal($0, places: 1) } ?? "" }
            TableSection.bar(row.rate ?? 0, of: largest)
          }
        }
      }
    }
  }

  private var speakerTable: HTML {
    Tag.section(.ariaLabelledBy("speakers")) {
      Tag.h2(.id("speakers")) { "Who is quoted" }
      TableSection(label: "Who is quoted", heads: [.text("Speaker"), .number("Articles")]).html {
        for facet in speakers.facets {
          if let name = facet.value {
            Tag.tr {
              Tag.th(.scope("row"), .dir(.auto)) {
                Tag.a(.href(SpeakerAddress.address(of: name))) { name }
              }
              TableSection.number(facet.count)
            }
          }
        }
      }
    }
  }

  private func link(_ condition: String?, _ text: String) -> HTML {
    guard let condition else { return HTML(text: text) }
    return Tag.a(.href(SearchAddress.articles("\(topic.condition) \(condition)"))) { text }
  }

  private var latest: HTML {
    Tag.section(.ariaLabelledBy("latest")) {
      Tag.h2(.id("latest")) { "Latest articles" }
      Tag.ul(.class("runs")) {
        for hit in hits {
          Tag.li {
            Tag.a(.href(ArticleView.address(of: hit.id, query: topic.condition)), .dir(.auto)) {
              hit.headline?.text ?? hit.id.description
            }
            Pieces.facts([Pieces.date(hit.date), hit.source.map { HTML(text: $0) }])
          }
        }
      }
    }
  }

  // MARK: Twins

  func json() throws -> JSON {
    func rows(_ counts: Counts) -> JSON {
      .array(
        counts.rows.map {
          JSON(columns: CountTable.columns(of: counts), row: CountTable.row(of: $0, in: counts))
        })
    }
    return [
      "topic": .string(topic.name), "query": .string(topic.query),
      "description": JSON(topic.description), "total": .integer(total),
      "by": .string(field.rawValue), "counts": rows(counts), "sources": rows(outlets),
      "speakers": .array(
        speakers.facets.compactMap { facet in
          facet.value.map { ["speaker": .string($0), "articles": .integer(facet.count)] }
        }),
    ]
  }

  func table() throws -> ViewTable? {
    let counts = counts
    return ViewTable(name: "counts", columns: CountTable.columns(of: counts)) { write in
      for row in counts.rows { try write(CountTable.row(of: row, in: counts)) }
    }
  }

  func response(as form: Request.Form) throws -> Response? {
    form == .svg ? Response(.svg, text: SVGChart(Chart(counts)).text) : nil
  }
}
