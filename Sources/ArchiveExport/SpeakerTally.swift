internal import ArchiveQuery
internal import NewsModel

/// Counts who is quoted in the articles of an export.
struct SpeakerTally {
  private struct Count {
    var quotes = 0
    var articles = 0
    var first: PartialDate?
    var last: PartialDate?
  }

  private var counts: [String: Count] = [:]

  static let codebook = [
    Column("speaker", .text, "who is quoted, by the name that the articles resolve to"),
    Column("quotes", .integer, "quotes in these articles, scare quotes left out"),
    Column("articles", .integer, "articles with such a quote"),
    Column("first", .text, "the date of the first of them"),
    Column("last", .text, "the date of the last of them"),
  ]

  mutating func add(_ article: StoredArticle) {
    let speakers = article.quotes.filter { $0.kind != .scare }.compactMap(\.speaker)
    for speaker in speakers { counts[speaker, default: Count()].quotes += 1 }
    for speaker in Set(speakers) {
      var count = counts[speaker] ?? Count()
      count.articles += 1
      if let date = article.date {
        count.first = min(count.first ?? date, date)
        count.last = max(count.last ?? date, date)
      }
      counts[speaker] = count
    }
  }

  /// The rows, those who are quoted most first.
  var rows: [[Cell]] {
    counts.sorted { ($1.value.quotes, $0.key) < ($0.value.quotes, $1.key) }.map { name, count in
      [
        .text(name), .integer(count.quotes), .integer(count.articles),
        .text(count.first?.description), .text(count.last?.description),
      ]
    }
  }
}
