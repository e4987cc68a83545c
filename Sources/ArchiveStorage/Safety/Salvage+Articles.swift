package import NewsModel

/// What could be read of an article. Of one whose record is lost, other tables may know its id, source and
/// section.
package struct SalvagedArticle: Sendable {
  package var arrival: Int64
  package var id: ArticleID?
  package var source: String?
  package var section: String?
  package var date: String?
  package var dateOrigin: String?
  package var headline: String?
  package var author: String?
  package var url: String?
  package var language: String?
  package var file: Int64?
  package var record = 0
  package var line: Int?
  /// Nil where the record is lost.
  package var identity: Int64?
  package var sha256: [UInt8] = []
  package var metadata: String?
  package var remarks: String?
  package var layout: String?
  package var body: String
  package var blocks: [StoredText.Block] = []
}

extension Salvage {
  /// The articles whose bodies can be read, from behind one on, about so many bytes of them.
  package func articles(
    behind arrival: Int64, through end: Int64, bytes: Int, knowing directory: Directory
  ) throws -> [SalvagedArticle] {
    var articles: [SalvagedArticle] = []
    var size = 0
    try forEachRow(
      of: "article_body", columns: ["arrival", "body"], behind: arrival, through: end
    ) { row in
      articles.append(SalvagedArticle(arrival: row.integer(0), body: row.text(1)))
      size += row.textBytes(1).count + 512
      return size < bytes
    }
    for index in articles.indices { readRecord(of: &articles[index], directory) }
    return articles
  }

  /// What tells of articles beside their records.
  package struct Directory {
    fileprivate var sources: [Int64: String] = [:]
    fileprivate var sections: [Int64: String] = [:]
    /// Ids, sources and sections by arrival.
    fileprivate var places: [Int64: (id: Int64, source: Int64, section: Int64)] = [:]
  }

  /// Reads what tells of articles beside their records.
  package func directory() throws -> Directory {
    var directory = Directory()
    for table in ["source", "section"] {
      var names: [Int64: String] = [:]
      try forEachRow(of: table, columns: ["id", "name"], through: 1 << 17) { row in
        names[row.integer(0)] = row.text(1)
        return true
      }
      if table == "source" { directory.sources = names } else { directory.sections = names }
    }
    // By blocks of days there are too many keys to be tried: what stands behind damage is not needed.
    try? connection.forEachRow("SELECT id, arrivals, sources, sections FROM article_block") { row in
      let first = row.integer(0) << ArticleID.blockBits
      let (sources, sections) = (row.numbers(2, as: UInt32.self), row.numbers(3, as: UInt32.self))
      for (place, arrival) in row.numbers(1, as: UInt32.self).enumerated() {
        guard arrival > 0, place < sources.count, place < sections.count else { continue }
        directory.places[Int64(arrival)] = (
          first + Int64(place), Int64(sources[place]), Int64(sections[place])
        )
      }
      return true
    }
    return directory
  }

  private func readRecord(of article: inout SalvagedArticle, _ directory: Directory) {
    let arrival = article.arrival
    article.blocks = (try? connection.blocks(of: arrival)) ?? []
    var found = article
    let isRead = try? connection.first(
      """
      SELECT id, source_id, section_id, date, date_origin, headline, author, url, language,
        import_file_id, record, line, identity, sha256, metadata, remarks, layout
      FROM article_record WHERE arrival = ?1
      """, [.integer(arrival)]
    ) { row in
      found.id = ArticleID(rawValue: row.integer(0))
      found.source = row.integerOrNil(1).flatMap { directory.sources[$0] }
      found.section = row.integerOrNil(2).flatMap { directory.sections[$0] }
      (found.date, found.dateOrigin) = (row.textOrNil(3), row.textOrNil(4))
      (found.headline, found.author, found.url) = (
        row.textOrNil(5), row.textOrNil(6), row.textOrNil(7)
      )
      (found.language, found.file) = (row.textOrNil(8), row.integer(9))
      (found.record, found.line) = (row.int(10), row.integerOrNil(11).map { Int($0) })
      (found.identity, found.sha256) = (row.integer(12), row.blob(13))
      (found.metadata, found.remarks, found.layout) = (
        row.textOrNil(14), row.textOrNil(15), row.textOrNil(16)
      )
      return true
    }
    if isRead == true {
      article = found
    } else if let place = directory.places[arrival] {
      article.id = ArticleID(rawValue: place.id)
      article.source = directory.sources[place.source]
      article.section = directory.sections[place.section]
    }
  }
}

/// An article of which the text could not be read.
public struct LostArticle: Sendable, Equatable {
  /// Its id, as people see it.
  public let id: String
  /// Its headline.
  public let headline: String?
  /// Its address.
  public let url: String?
}

extension Salvage {
  /// The articles of which there is a record, but none of these texts.
  package func lost(saved: Set<Int64>, through end: Int64) throws -> [LostArticle] {
    var lost: [LostArticle] = []
    try forEachRow(
      of: "article_record", columns: ["arrival", "id", "headline", "url"], through: end
    ) { row in
      guard !saved.contains(row.integer(0)) else { return true }
      lost.append(
        LostArticle(
          id: ArticleID(rawValue: row.integer(1)).description, headline: row.textOrNil(2),
          url: row.textOrNil(3)))
      return true
    }
    return lost
  }
}
