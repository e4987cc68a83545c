internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// The articles of an archive by the value of a field: what they are counted by.
struct ArticleGroups {
  /// What the articles of a group have in common.
  enum Label: Hashable {
    case name(String)
    case period(Period)
    /// A date that names no period of the length that was asked for.
    case shortDate(PartialDate)
    /// Nothing is known.
    case none
  }

  /// The group of each article, by its number, or the groups.
  private enum Members {
    case one([UInt32])
    /// Where the groups of each article begin; one more for the end.
    case several(groups: [UInt32], starts: [UInt32])
  }

  private(set) var labels: [Label]
  private let members: Members

  /// Calls the closure with the groups of an article: none, one or several.
  @inline(__always)
  func forEachGroup(of number: UInt32, _ body: (Int) -> Void) {
    switch members {
    case .one(let groups): body(Int(groups[Int(number)]))
    case .several(let groups, let starts):
      for index in starts[Int(number)]..<starts[Int(number) + 1] { body(Int(groups[Int(index)])) }
    }
  }

  /// The group of the articles of which nothing is known.
  var unknown: Int? {
    labels.firstIndex { label in
      if case .none = label { return true }
      return false
    }
  }

  /// The number of articles in each group.
  func counts(of articles: Matches) -> [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    articles.forEachNumber { number in forEachGroup(of: number) { counts[$0] += 1 } }
    return counts
  }

  /// The sum over the articles of each group.
  func sums(of amounts: some Sequence<(number: UInt32, amount: UInt32)>) -> [Int] {
    var sums = [Int](repeating: 0, count: labels.count)
    for (number, amount) in amounts { forEachGroup(of: number) { sums[$0] += Int(amount) } }
    return sums
  }
}

// MARK: Fields

extension ArticleGroups {
  /// The articles by a field.
  ///
  /// Where one quote has to meet conditions, the speakers are those of the quotes that meet them.
  init(by field: CountField, in search: ArticleSearch?, _ reader: ArchiveReader) throws {
    let isOfAll = field != .speaker || (search?.found.quoteConditions.isEmpty ?? true)
    guard isOfAll else {
      self = try SpeakersOfArticles(search, reader, reader.state().arrays).groups
      return
    }
    self = try reader.state().groups.groups(by: field) {
      try Self(ofAllBy: field, reader, reader.state().arrays)
    }
  }

  private init(ofAllBy field: CountField, _ reader: ArchiveReader, _ arrays: ArticleArrays) throws {
    switch field {
    case .day, .week, .month, .quarter, .year:
      self = try Self.periods(field.periods ?? .year, reader, arrays.numbers)
    case .source: self = try Self.names(in: "source", arrays.sources.get(), reader)
    case .section: self = try Self.names(in: "section", arrays.sections.get(), reader)
    case .author: self = try Self.authors(reader, arrays)
    case .language: self = try Self.languages(reader, arrays)
    case .speaker: self = try SpeakersOfArticles(nil, reader, arrays).groups
    }
  }

  private static func names(
    in table: String, _ ids: [UInt32], _ reader: ArchiveReader
  ) throws -> ArticleGroups {
    var labels = [Label](repeating: .none, count: Int(ids.max() ?? 0) + 1)
    try reader.connection.forEachRow("SELECT id, name FROM \(table)") { row in
      if labels.indices.contains(row.int(0)) { labels[row.int(0)] = .name(row.text(1)) }
      return true
    }
    return ArticleGroups(labels: labels, members: .one(ids))
  }

  private static func periods(
    _ length: Period.Length, _ reader: ArchiveReader, _ rows: RowNumbers
  ) throws -> ArticleGroups {
    var labels = Labels()
    var groups = [UInt32](repeating: labels.number(of: .none), count: rows.count)
    // A block is of one date; undated articles may have one that their id cannot carry.
    for block in rows.blocks {
      guard let date = ArticleID(rawValue: block.firstID).date else { continue }
      let group = labels.number(of: label(of: date, length))
      for number in block.base..<block.base + block.count { groups[number] = group }
    }
    try reader.connection.forEachRow(
      "SELECT id, date FROM article_record WHERE id < ? AND date IS NOT NULL",
      [.integer(ArticleID.datedRange.lowerBound)]
    ) { row in
      if let number = rows.number(of: row.integer(0)),
        let date = PartialDate(iso8601: row.text(1))
      {
        groups[Int(number)] = labels.number(of: label(of: date, length))
      }
      return true
    }
    return ArticleGroups(labels: labels.all, members: .one(groups))
  }

  private static func label(of date: PartialDate, _ length: Period.Length) -> Label {
    Period(length, of: date).map { .period($0) } ?? .shortDate(date.withoutTime)
  }

  private static func languages(
    _ reader: ArchiveReader, _ arrays: ArticleArrays
  ) throws -> ArticleGroups {
    var labels = Labels()
    var groups = [UInt32](repeating: labels.number(of: .none), count: arrays.numbers.count)
    let numbers = try arrays.numbersByArrival.get()
    try reader.connection.forEachRow("SELECT arrival, language FROM article_record") { row in
      if !row.isNull(1), numbers.indices.contains(row.int(0)) {
        groups[Int(numbers[row.int(0)])] = labels.number(of: .name(row.text(1)))
      }
      return true
    }
    return ArticleGroups(labels: labels.all, members: .one(groups))
  }

  private static func authors(
    _ reader: ArchiveReader, _ arrays: ArticleArrays
  ) throws -> ArticleGroups {
    var labels = Labels()
    let unknown = labels.number(of: .none)
    // The same bylines come again and again.
    var known: [String: [UInt32]] = [:]
    var members = MemberList()
    let numbers = try arrays.numbersByArrival.get()
    try reader.connection.forEachRow("SELECT arrival, author FROM article_record") { row in
      guard numbers.indices.contains(row.int(0)) else { return true }
      let number = numbers[row.int(0)]
      guard let byline = row.textOrNil(1) else {
        members.add(unknown, to: number)
        return true
      }
      let authors =
        known[byline] ?? names(inByline: byline).map { labels.number(of: .name($0)) }.unique
      known[byline] = authors
      for author in authors.isEmpty ? [unknown] : authors { members.add(author, to: number) }
      return true
    }
    return ArticleGroups(labels: labels.all, members, articles: numbers.count)
  }

  /// The names of a byline, which has a semicolon between them.
  private static func names(inByline byline: String) -> [String] {
    let bytes = Array(byline.utf8)
    guard bytes.contains(UInt8(ascii: ";")) else { return [byline] }
    return bytes.split(separator: UInt8(ascii: ";")).compactMap { name in
      let name = name.drop { $0 == 32 }
      let end = name.lastIndex { $0 != 32 }
      return end.map { String(decoding: name[...$0], as: UTF8.self) }
    }
  }

  /// Pairs of articles and groups, as they come: those of one article one after the other, mostly.
  struct MemberList {
    fileprivate var pairs: [(article: UInt32, group: UInt32)] = []

    mutating func add(_ group: UInt32, to article: UInt32) {
      // Somebody who is quoted again and again needs no room; the last few are looked at.
      var index = pairs.count - 1
      let earliest = Swift.max(0, pairs.count - 16)
      while index >= earliest, pairs[index].article == article {
        if pairs[index].group == group { return }
        index -= 1
      }
      pairs.append((article, group))
    }
  }

  /// Articles of which each has any number of groups, each once.
  init(labels: [Label], _ list: MemberList, articles: Int) {
    var starts = [UInt32](repeating: 0, count: articles + 1)
    for pair in list.pairs where pair.article < articles { starts[Int(pair.article) + 1] += 1 }
    for article in 0..<articles { starts[article + 1] += starts[article] }
    var next = starts
    var groups = [UInt32](repeating: 0, count: Int(starts[articles]))
    for pair in list.pairs where pair.article < articles {
      groups[Int(next[Int(pair.article)])] = pair.group
      next[Int(pair.article)] += 1
    }
    // What came twice is put away, from the front.
    var kept = 0
    for article in 0..<articles {
      let its = groups[Int(starts[article])..<Int(starts[article + 1])].unique
      starts[article] = UInt32(kept)
      for group in its {
        groups[kept] = group
        kept += 1
      }
    }
    starts[articles] = UInt32(kept)
    groups.removeLast(groups.count - kept)
    self.init(labels: labels, members: .several(groups: groups, starts: starts))
  }

  /// Labels, numbered as they come.
  struct Labels {
    private(set) var all: [Label] = []
    private var numbers: [Label: UInt32] = [:]

    mutating func number(of label: Label) -> UInt32 {
      if let number = numbers[label] { return number }
      numbers[label] = UInt32(all.count)
      all.append(label)
      return UInt32(all.count - 1)
    }
  }
}

extension Collection<UInt32> {
  /// The numbers, each where it first comes.
  fileprivate var unique: [UInt32] {
    // Nearly all are a few.
    guard count > 16 else {
      return reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    var known: Set<UInt32> = []
    return filter { known.insert($0).inserted }
  }
}
