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
