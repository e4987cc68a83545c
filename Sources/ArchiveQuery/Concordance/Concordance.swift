internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Every hit of a query in its context: a concordance, or key words in context (KWIC; Luhn,
/// "Key word-in-context index for technical literature", American Documentation 11, 1960).
public struct Concordance {
  /// In which order the lines stand.
  public enum Order: Sendable, Equatable {
    /// By the article's date, the latest first.
    case newest
    /// By the article's date, the earliest first.
    case oldest
    /// By the name of the outlet, and then the latest first.
    case source
    /// By words in the context, compared one after the other, and then the latest first.
    case words([WordPosition])
  }

  /// A word of the context, counted from the hit; or the hit itself.
  public enum WordPosition: Sendable, Equatable {
    /// L1 is the word before the hit.
    case left(Int)
    /// What was found.
    case match
    /// R1 is the word behind the hit.
    case right(Int)
  }

  /// How many words a context has on each side, if nobody says.
  public static let usualWidth = 10
  /// How many words a context can have on each side.
  public static let widths = 0...1000

  /// A hit: its article's number among those found, and its place among the hits of that.
  private struct Hit {
    let article: UInt32
    let place: UInt32
  }

  private let texts: HitTexts
  /// Nil where only the texts tell the hits.
  private let indexed: IndexedHits?
  /// The state of the archive for which that holds.
  private let version: Int64
  private let ids: [Int64]
  private let counts: [UInt32]
  private let reader: ArchiveReader
  private let width: Int

  /// How many hits there are: exactly, always.
  public let total: Int
  /// How many articles have them.
  public var articles: Int { ids.count }
  /// Whether the query has words that could be shown in context.
  public var hasWords: Bool { texts.canHaveHits }

  /// The concordance of a query.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - reader: The archive.
  ///   - width: How many words are shown on each side: as many of these as ``widths`` has.
  /// - Throws: ``QueryPlanError`` where the query has something that this version cannot find.
  public init(_ query: Query, in reader: ArchiveReader, width: Int = usualWidth) throws {
    self.reader = reader
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    let search = try ArticleSearch(query, in: reader)
    let (state, counts) = try reader.snapshot { (try reader.state(), try HitCounts(search)) }
    texts = try reader.snapshot { try HitTexts(search) }
    indexed = try search.found.all { matches, _ in IndexedHits(search.found, matches) }
    version = state.version
    ids = counts.numbers.map(state.arrays.numbers.id(of:))
    (self.counts, total) = (counts.counts, counts.total)
  }

  /// Calls the closure with each line until it returns false.
  ///
  /// - Parameters:
  ///   - order: The order of the lines.
  ///   - sample: Only so many lines, drawn from all with the same chance; nil for all.
  ///   - seed: The same seed draws the same sample from the same archive.
  ///   - offset: How many lines to pass over first.
  ///   - body: Takes a line, and says whether it wants more.
  /// - Throws: ``StorageError`` where the archive cannot be read.
  public func forEachLine(
    order: Order = .newest, sample: Int? = nil, seed: UInt64 = 1, offset: Int = 0,
    _ body: (ConcordanceLine) throws -> Bool
  ) throws {
    try reader.snapshot {
      let drawn = sample.map { self.sample($0, seed) }
      switch order {
      case .newest, .oldest:
        try forEachByDate(drawn, isNewestFirst: order == .newest, offset, body)
      case .source:
        try forEach(try sortedBySource(drawn ?? allHits).dropFirst(offset), body)
      case .words(let positions):
        try forEach(try sorted(drawn ?? allHits, by: positions).dropFirst(offset), body)
      }
    }
  }

  /// The first lines of an order.
  public func lines(
    order: Order = .newest, sample: Int? = nil, seed: UInt64 = 1, limit: Int = 20, offset: Int = 0
  ) throws -> [ConcordanceLine] {
    var lines: [ConcordanceLine] = []
    guard limit > 0 else { return lines }
    try forEachLine(order: order, sample: sample, seed: seed, offset: offset) { line in
      lines.append(line)
      return lines.count < limit
    }
    return lines
  }
}

// MARK: Orders

extension Concordance {
  /// All hits, the oldest article first.
  private var allHits: [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(total)
    for (article, count) in counts.enumerated() {
      for place in 0..<count { hits.append(Hit(article: UInt32(article), place: place)) }
    }
    return hits
  }

  /// So many hits, drawn with the same chance for each, the oldest article first.
  ///
  /// Floyd's algorithm (Bentley and Floyd, "A sample of brilliance", CACM 30, 1987).
  private func sample(_ size: Int, _ seed: UInt64) -> [Hit] {
    guard size < total else { return allHits }
    var generator = SplitMix(seed: seed)
    var drawn: Set<Int> = []
    for last in total - size..<total {
      let number = Int.random(in: 0...last, using: &generator)
      drawn.insert(drawn.contains(number) ? last : number)
    }
    var hits: [Hit] = []
    var (article, before) = (0, 0)
    for number in drawn.sorted() {
      while number - before >= Int(counts[article]) {
        before += Int(counts[article])
        article += 1
      }
      hits.append(Hit(article: UInt32(article), place: UInt32(number - before)))
    }
    return hits
  }

  private func forEachByDate(
    _ drawn: [Hit]?, isNewestFirst: Bool, _ offset: Int,
    _ body: (ConcordanceLine) throws -> Bool
  ) throws {
    if let drawn {
      // Within an article hits stand in their order, whatever the order of the articles is.
      let ordered =
        isNewestFirst
        ? drawn.sorted { ($1.article, $0.place) < ($0.article, $1.place) } : drawn
      return try forEach(ordered.dropFirst(offset), body)
    }
    var offset = offset
    for index in ids.indices {
      let article = isNewestFirst ? ids.count - 1 - index : index
      let count = Int(counts[article])
      if offset >= count {
        offset -= count
        continue
      }
      let hits = (offset..<count).map { Hit(article: UInt32(article), place: UInt32($0)) }
      offset = 0
      var goesOn = true
      try forEach(hits[...]) { line in
        goesOn = try body(line)
        return goesOn
      }
      guard goesOn else { return }
    }
  }

  /// Calls the closure with the lines of hits; the text of an article is read once for those that stand
  /// next to each other.
  private func forEach(
    _ hits: ArraySlice<Hit>, _ body: (ConcordanceLine) throws -> Bool
  ) throws {
    var last: (article: UInt32, lines: ConcordanceLines)?
    for hit in hits {
      if last?.article != hit.article {
        guard let text = try texts.read(ids[Int(hit.article)]) else { continue }
        last = (hit.article, ConcordanceLines(text, width: width))
      }
      guard let line = last?.lines.line(Int(hit.place)) else { continue }
      guard try body(line) else { return }
    }
  }

  /// Hits by the names of their outlets; those without one come first.
  private func sortedBySource(_ hits: [Hit]) throws -> [Hit] {
    let state = try reader.state()
    let sources = try state.arrays.sources.get()
    let names = try reader.connection.rows("SELECT id, name FROM source") {
      (id: $0.int(0), name: $0.text(1))
    }.sorted { $0.name < $1.name }
    var ranks: [Int: Int] = [:]
    for (rank, source) in names.enumerated() where source.id > 0 { ranks[source.id] = rank + 1 }
    let ranksOfArticles = ids.map { id -> Int in
      let source = state.arrays.numbers.number(of: id).map { Int(sources[Int($0)]) } ?? 0
      return ranks[source] ?? 0
    }
    return hits.sorted { a, b in
      let (one, other) = (ranksOfArticles[Int(a.article)], ranksOfArticles[Int(b.article)])
      return (one, b.article, a.place) < (other, a.article, b.place)
    }
  }

  /// Hits by words of their context.
  private func sorted(_ hits: [Hit], by positions: [WordPosition]) throws -> [Hit] {
    var keys = SortKeys()
    var last: (article: UInt32, hits: [Place], text: TextLayout)?
    let read = try reading()
    for hit in hits {
      if last?.article != hit.article {
        last = try read(ids[Int(hit.article)]).map { (hit.article, $0.hits, $0.text) }
      }
      if let last, last.hits.indices.contains(Int(hit.place)) {
        try keys.append(
          positions, of: last.hits[Int(hit.place)], in: last.text, reader.tokenizer)
      }
      keys.endKey()
    }
    return keys.sorted { a, b in
      let (one, other) = (hits[a], hits[b])
      return (other.article, one.place) < (one.article, other.place)
    }.map { hits[$0] }
  }
}

// MARK: Texts

extension Concordance {
  /// What gives an article's hits and texts by its id, as quickly as can be: where the index tells the hits,
  /// their words are not looked for in the texts.
  private func reading() throws -> (Int64) throws -> (hits: [Place], text: TextLayout)? {
    let (texts, state) = (texts, try reader.state())
    guard let indexed, state.version == version else {
      return { id in
        try texts.read(id).map { text in
          (
            text.hits,
            TextLayout { $0 < text.columns.count ? TextLayout.Column(text.columns[$0]) : nil }
          )
        }
      }
    }
    let layouts = TextLayouts.articles(reader, state.arrays)
    return { id in
      guard let number = state.arrays.numbers.number(of: id) else { return nil }
      return (try indexed.hits(inArticle: number), try layouts.layout(of: number))
    }
  }
}

/// Sebastiano Vigna's splitmix64 (2015): the same numbers for the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
