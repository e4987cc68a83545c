internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Who is quoted in each article, after all corrections; scare quotes quote nobody.
struct SpeakersOfArticles {
  let groups: ArticleGroups

  /// The speakers of all articles, or of those that a search finds. Where it has conditions on one
  /// quote, only the speakers of the quotes that meet them.
  init(_ search: ArticleSearch?, _ reader: ArchiveReader, _ arrays: ArticleArrays) throws {
    let names = try SpeakerNames(reader.connection)
    let reports = try QuoteEvaluator.manners(of: reader) { kind, _ in kind != .scare }
    let numbers = try arrays.numbersByArrival.get()
    let labels = SpeakerLabels(names)
    var members = ArticleGroups.MemberList()
    func add(_ speaker: Int64, _ quote: Int64) {
      let arrival = Int(QuoteID.arrival(of: quote))
      guard numbers.indices.contains(arrival), let label = labels.label(of: speaker) else { return }
      members.add(label, to: numbers[arrival])
    }
    let wanted = try search.flatMap { try Self.wantedQuotes($0, reader) }
    try reader.connection.forEachRow(
      "SELECT id, manner_id, speaker_id FROM quote_record WHERE speaker_id IS NOT NULL"
    ) { row in
      let quote = row.integer(0)
      if wanted?.contains(quote) ?? reports.contains(row.integer(1)) {
        add(row.integer(2), quote)
      }
      return true
    }
    try reader.connection.forEachRow(
      """
      SELECT c.quote_id, c.speaker_id, q.manner_id
      FROM quote_co_speaker c JOIN quote_record q ON q.id = c.quote_id
      WHERE c.speaker_id IS NOT NULL
      """
    ) { row in
      let quote = row.integer(0)
      if wanted?.contains(quote) ?? reports.contains(row.integer(2)) {
        add(row.integer(1), quote)
      }
      return true
    }
    groups = ArticleGroups(labels: labels.all, members, articles: arrays.numbers.count)
  }

  /// The quotes that meet a search's conditions on quotes; nil where it has none.
  private static func wantedQuotes(
    _ search: ArticleSearch, _ reader: ArchiveReader
  ) throws -> Set<Int64>? {
    let conditions = search.found.quoteConditions
    guard !conditions.isEmpty else { return nil }
    return try search.found.all { matches, _ in
      var wanted: Set<Int64> = []
      for condition in conditions {
        let found = try QuoteEvaluator(reader, for: condition).quotes(
          condition, amongArticles: matches.numbers)
        wanted.formUnion(found.map(\.id))
      }
      return wanted
    }
  }
}

/// The numbers of the speakers' labels, by the speakers' ids, which are small numbers.
private struct SpeakerLabels {
  private(set) var all: [ArticleGroups.Label] = []
  private var numbers: [UInt32] = []

  init(_ names: SpeakerNames) {
    for (speaker, name) in names.all {
      let leader = names.leader(of: speaker)
      guard leader == speaker, speaker >= 0, speaker < 1 << 32 else { continue }
      set(speaker, UInt32(all.count))
      all.append(.name(name))
    }
    for alias in names.all.keys where names.leader(of: alias) != alias {
      if let label = label(of: names.leader(of: alias)) { set(alias, label) }
    }
  }

  private mutating func set(_ speaker: Int64, _ label: UInt32) {
    let index = Int(speaker)
    if index >= numbers.count {
      numbers += repeatElement(.max, count: max(index + 1 - numbers.count, numbers.count))
    }
    numbers[index] = label
  }

  func label(of speaker: Int64) -> UInt32? {
    guard speaker >= 0, speaker < numbers.count, numbers[Int(speaker)] != .max else { return nil }
    return numbers[Int(speaker)]
  }
}
