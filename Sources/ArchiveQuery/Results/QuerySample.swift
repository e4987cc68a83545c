internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel

/// Queries of the kinds that researchers ask, of words that an archive has: what it is measured
/// with.
public struct QuerySample: Sendable {
  /// The kinds, by what is asked: `count` the exact total, `facet` the hits by source and year,
  /// `recent` the newest ten, all others the ten most relevant.
  public enum Kind: String, Sendable, CaseIterable {
    case rare, common, and2, or3, phrase, prefix
    case phraseFilter = "phrase_filter"
    case count, facet, recent
    /// The constructs of the language: each is asked its exact total and the newest ten.
    case near, ordered, group, chain
    case notNear = "not_near"
    case sentence, paragraph, window, atleast, caps, lead, headline
    case left, inner, inflections, fuzzy
    case truncatedPhrase = "truncated_phrase"
    case denial, fields, quote

    /// Whether it is one of the constructs that ``QuerySample/init(constructsOf:)`` has.
    public var isConstruct: Bool { Kind.constructs.contains(self) }

    static let constructs: [Kind] = [
      .near, .ordered, .group, .chain, .notNear, .sentence, .paragraph, .window, .atleast, .caps,
      .lead, .headline, .left, .inner, .inflections, .fuzzy, .truncatedPhrase, .denial, .fields,
      .quote,
    ]
  }

  /// A query and its kind.
  public typealias Item = (kind: Kind, query: String)

  /// The queries, those of one kind one after the other.
  public let items: [Item]

  /// Queries from elsewhere.
  public init(_ items: [Item]) { self.items = items }

  /// Twenty-five queries of each kind, always the same for the same archive; fewer where it is
  /// small.
  public init(of reader: ArchiveReader) throws {
    let words = try Words(reader)
    var items: [Item] = []
    func add(_ kind: Kind, _ queries: [String]) {
      items += queries.prefix(25).map { (kind, $0) }
    }
    let (common, middle) = (words.common, words.middle)
    add(.rare, words.rare)
    add(.common, common)
    add(.and2, zip(middle, common + middle.reversed()).map { "\($0) \($1)" })
    add(
      .or3,
      zip(middle, zip(common + middle, middle.reversed())).map { "\($0) OR \($1.0) OR \($1.1)" })
    add(.phrase, words.pairs.map { "\"\($0)\"" })
    add(.prefix, (middle + common).filter { $0.utf8.count > 4 }.map { "\($0.prefix(4))*" })
    add(
      .phraseFilter,
      zip(words.pairs.reversed(), words.places).map {
        "\"\($0)\" source:\"\($1.source)\" \($1.dates)"
      }
    )
    for kind in [Kind.count, .facet, .recent] { add(kind, common + middle) }
    self.items = items
  }
}

// MARK: Every construct

extension QuerySample {
  /// Ten queries of each construct of the language, always the same for the same archive: of common words,
  /// which many articles have, with others.
  public init(constructsOf reader: ArchiveReader) throws {
    let words = try Words(reader)
    let (common, middle) = (words.common + words.middle, words.middle + words.common)
    let (others, thirds) = (Array(middle.dropFirst(3)), Array(middle.dropFirst(7)))
    let long = middle.filter { $0.utf8.count >= 6 && $0.utf8.allSatisfy { $0 >= 0x61 } }
    func each(_ make: (String, String, String) -> String) -> [String] {
      zip(common, zip(others, thirds)).map { make($0, $1.0, $1.1) }
    }
    let queries: [Kind: [String]] = [
      .near: each { a, b, _ in "\(a) w/5 \(b)" },
      .ordered: each { a, b, _ in "\(a) pre/5 \(b)" },
      .group: each { a, b, c in "\(a) w/10 (\(b) OR \(c))" },
      .chain: each { a, b, c in "\(a) w/20 \(b) w/20 \(c)" },
      .notNear: each { a, b, _ in "\(b) NOT w/10 \(a)" },
      .sentence: each { a, b, _ in "\(a) w/s \(b)" },
      .paragraph: each { a, b, _ in "\(a) w/p \(b)" },
      .window: each { a, b, c in "\"\(a) \(b) \(c)\"~30" },
      .atleast: common.map { "atleast3(\($0))" },
      .caps: middle.map { "caps(\($0.prefix(1).uppercased() + $0.dropFirst()))" },
      .lead: middle.map { "lead:\($0)" },
      .headline: common.map { "headline:\($0)" },
      .left: long.map { "*\($0.suffix(4))" },
      .inner: long.map { "\($0.prefix(3))*\($0.suffix(2))" },
      .inflections: long.map { "~\($0)" },
      .fuzzy: long.map { "\($0)~1" },
      .truncatedPhrase: words.pairs.compactMap { pair in
        let parts = pair.split(separator: " ")
        guard parts.count == 2, parts[1].utf8.count > 3 else { return nil }
        return "\"\(parts[0]) \(parts[1].prefix(3))\"*"
      },
      .denial: each { a, b, c in "(\(a) OR \(b)) -\(c)" },
      .fields: zip(common, words.places).map {
        "\($0) source:\"\($1.source)\" \($1.dates) words>100"
      },
      .quote: each { a, b, _ in "quote:(\(a) OR \(b))" },
    ]
    items = Kind.constructs.flatMap { kind in (queries[kind] ?? []).prefix(10).map { (kind, $0) } }
  }
}

/// Words of some articles, by how many articles have them.
private struct Words {
  var rare: [String] = []
  var middle: [String] = []
  var common: [String] = []
  /// Two words that stand next to each other somewhere.
  var pairs: [String] = []
  var places: [(source: String, dates: String)] = []

  init(_ reader: ArchiveReader) throws {
    let rows = try reader.state().arrays.numbers
    let step = max(1, rows.count / 60)
    var seen: Set<String> = []
    for number in stride(from: 0, to: rows.count, by: step) {
      let id = ArticleID(rawValue: rows.id(of: UInt32(number)))
      guard let article = try reader.article(id) else { continue }
      let tokens = reader.tokenizer.indexedWords(of: article.body)
      guard tokens.count > 20 else { continue }
      for place in stride(from: 7, to: tokens.count - 1, by: max(9, tokens.count / 12)) {
        let word = tokens[place]
        if seen.insert(word).inserted { try sort(word, articles: rows.count, reader) }
        let pair = word + " " + tokens[place + 1]
        if place < 40, seen.insert(pair).inserted { pairs.append(pair) }
      }
      if let source = article.source, let year = article.date?.year {
        places.append((source, "date:\(year - 1)..\(year + 1)"))
      }
    }
  }

  private mutating func sort(_ word: String, articles: Int, _ reader: ArchiveReader) throws {
    guard word.utf8.count > 2 else { return }
    switch try ArticleSearch(Query(parsing: "\"\(word)\""), in: reader).total() * 1000 / articles {
    case ..<1: rare.append(word)
    case ..<100: middle.append(word)
    default: common.append(word)
    }
  }
}
