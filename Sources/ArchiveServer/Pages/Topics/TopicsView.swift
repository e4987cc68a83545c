internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage

/// The queries that have names, and what they find, year by year.
struct TopicsView: View {
  private let visit: Visit
  private let topics: [TopicSummary]

  init(_ visit: Visit) throws {
    self.visit = visit
    topics = try Self.topics(visit)
  }

  static func topics(_ visit: Visit) throws -> [TopicSummary] {
    try visit.site.memory.value("topics", of: visit.archive.path) {
      try visit.reader.topicSummaries()
    }
  }

  func page() throws -> Page {
    Page(
      title: "Topics", part: .topics,
      content: .group {
        if topics.isEmpty {
          nothing
        } else {
          Tag.p(.class("total")) { Tag.strong { Pieces.count(topics.count, "topic") } }
          listing
          comparison
        }
      }, command: visit.command("topics", "list", options: ["--count"]), forms: [.json, .csv])
  }

  private var nothing: HTML {
    .group {
      Tag.p {
        "A topic is a query with a name. It is asked anew whenever it is used, so that it is right after "
          + "every import. This archive has none yet:"
      }
      Tag.pre(.tabindex(0)) {
        Tag.code {
          ShellWords.line(
            ["backfile"]
              + visit.command(
                "topics", "add",
                options: [
                  "strikes", "\"pay talks\" OR strike*", "--description", "Industrial action",
                ]))
        }
      }
      Tag.p {
        "Codebooks and dictionaries can be taken over: "
        Tag.code { "backfile topics import codebook.csv" }
      }
    }
  }

  private var years: (first: String, last: String)? {
    let years = topics.first { $0.problem == nil }?.years.filter(\.isOnAxis) ?? []
    guard let first = years.first?.value, let last = years.last?.value else { return nil }
    return (first, last)
  }

  private var listing: HTML {
    let span = years.map { $0.first == $0.last ? $0.first : "\($0.first) – \($0.last)" } ?? "Years"
    return TableSection(
      label: "Topics",
      heads: [.text("Topic"), .text("Query"), .number("Articles"), .text(span)]
    ).html {
      for topic in topics {
        Tag.tr {
          Tag.th(.scope("row"), .dir(.auto)) {
            Tag.a(.href(TopicView.address(of: topic.topic.name))) { topic.topic.name }
            if let description = topic.topic.description {
              Tag.p(.class("hint")) { description }
            }
          }
          Tag.td(.class("query")) { Tag.code { topic.topic.query } }
          if let problem = topic.problem {
            Tag.td(.class("none"), .colspan(2)) { problem }
          } else {
            TableSection.number(topic.articles)
            Tag.td(.class("drawn")) { Sparkline(rows: topic.years.filter(\.isOnAxis)).html }
          }
        }
      }
    }
  }

  @HTML private var comparison: HTML {
    let asked = topics.filter { $0.problem == nil }.sorted { $0.articles > $1.articles }
      .prefix(TrendsQuestion.most).map(\.topic.condition)
    if asked.count > 1 {
      Tag.p {
        Tag.a(
          .href(
            Address(
              ["trends"], query: asked.map { (name: "q", value: $0) } + [("by", "year")]))
        ) {
          asked.count < topics.count
            ? "Compare the largest \(asked.count) over time" : "Compare them over time"
        }
      }
    }
  }

  func json() throws -> JSON {
    [
      "topics": .array(
        topics.map { topic in
          .object(
            zip(TopicTable.columns, TopicTable.row(of: topic)).map { ($0, JSON($1)) } + [
              (
                "years",
                .array(
                  topic.years.map {
                    [
                      "year": JSON($0.value), "articles": .integer($0.count),
                      "all_articles": .integer($0.all),
                    ]
                  })
              )
            ])
        })
    ]
  }

  func table() throws -> ViewTable? {
    let topics = topics
    return ViewTable(name: "topics", columns: TopicTable.columns) { write in
      for topic in topics { try write(TopicTable.row(of: topic)) }
    }
  }
}

/// Rates over time, as small bars; their range is said in words.
struct Sparkline {
  let rows: [Counts.Row]

  var html: HTML {
    let rates = rows.map { $0.rate ?? 0 }
    guard let most = rates.max(), most > 0, rows.count > 1 else { return HTML() }
    let peak = rows[rates.firstIndex(of: most) ?? 0].value ?? ""
    let step = 100 / Double(rows.count)
    return .group {
      Tag.svg(
        .viewBox(100, 20), .stretched, .role("img"), .class("spark"),
        .ariaLabel("Most in \(peak), \(decimal(most, places: 1)) of 1,000 articles")
      ) {
        for (index, rate) in rates.enumerated() where rate > 0 {
          let height = max(1, rate / most * 20)
          Tag.rect(
            .class("bar"), .x(Double(index) * step + step * 0.1), .y(20 - height),
            .rectWidth(step * 0.8), .rectHeight(height))
        }
      }
      Tag.small { "most in \(peak)" }
    }
  }
}
