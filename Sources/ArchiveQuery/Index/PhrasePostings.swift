internal import FullTextIndex

/// The articles of one segment that have a phrase, and where.
struct PhrasePostings {
  /// A word in the headline says as much as so many in the body.
  static let headlineWeight = BestArticles.headlineWeight

  private enum Source {
    /// One word.
    case word(WordPostings)
    /// The words that begin with a prefix, and how much each article has of them together.
    case prefix(ManyPostings, weights: [UInt32])
    /// Several words in a row, or one in one column: every place, column << 32 | position, and where
    /// each article's begin.
    case places([UInt64], starts: [Int])
  }

  /// The numbers of the articles, ascending.
  let numbers: [UInt32]
  private let source: Source
  private let length: Int

  /// Looks a phrase up, in the rows that meet a filter.
  init(
    _ phrase: IndexPhrase, in segment: TextIndex.Segment, of index: TextIndex, _ rows: RowNumbers,
    _ filter: RowFilter
  ) throws {
    length = phrase.words.count
    var words = try Self.words(of: phrase, in: segment, of: index, rows, filter)
    guard !words.isEmpty else {
      (numbers, source) = ([], .places([], starts: [0]))
      return
    }
    if words.count == 1, phrase.column == nil {
      if !filter.isSpan {
        for place in words[0].indices { words[0][place].filter(filter.contains) }
      }
      if words[0].count == 1 {
        (numbers, source) = (words[0][0].numbers, .word(words[0][0]))
      } else {
        let union = Self.union(words[0])
        (numbers, source) = (
          union.numbers,
          .prefix(ManyPostings(words[0], numbers: union.numbers), weights: union.weights)
        )
      }
    } else {
      let found = Self.rows(of: words, column: phrase.column, filter)
      (numbers, source) = (found.numbers, .places(found.places, starts: found.starts))
    }
  }

  /// The postings of a phrase's words, of each at least in the articles that have all; none where no
  /// article has.
  private static func words(
    of phrase: IndexPhrase, in segment: TextIndex.Segment, of index: TextIndex, _ rows: RowNumbers,
    _ filter: RowFilter
  ) throws -> [[WordPostings]] {
    let span = filter.span
    guard !span.isEmpty else { return [] }
    let articles =
      span.count == rows.count
      ? nil : rows.id(of: span.lowerBound)...rows.id(of: span.upperBound - 1)
    var lists: [[PostingBytes]] = []
    for word in phrase.words {
      let its =
        switch word {
        case .exact(let word):
          try index.list(of: word, in: segment, articles: articles).map { [$0] } ?? []
        case .prefix(let beginning): try index.lists(ofPrefix: beginning, in: segment)
        case .anyOf(let words):
          try words.compactMap { try index.list(of: $0, in: segment, articles: articles) }
        }
      // Nothing can be found any more.
      guard !its.isEmpty else { return [] }
      lists.append(its)
    }
    // The rarest first: it leaves few articles of which the others are read.
    let order = lists.indices.sorted { lists[$0].size < lists[$1].size }
    var words = [[WordPostings]](repeating: [], count: lists.count)
    var common: [UInt32]?
    for place in order {
      words[place] = lists[place].map { list in
        // An entry has three bytes or more. A list with fewer of them than there are articles is read as
        // it is: to go through the articles for each of thousands of words takes longer.
        if let common, common.count < list.bytes.count / 3 {
          return WordPostings(list, void: segment.void, rows, among: common)
        }
        return WordPostings(list, void: segment.void, rows, in: span)
      }
      guard lists.count > 1 else { break }
      var its = [UInt32].union(words[place].map(\.numbers))
      if common == nil, !filter.isSpan { its = its.filter(filter.contains) }
      common = common.map(its.intersection) ?? its
      if common?.isEmpty ?? false { return [] }
    }
    return words
  }

  private static func union(_ words: [WordPostings]) -> (numbers: [UInt32], weights: [UInt32]) {
    var bits = NumberBits(words.map(\.numbers))
    bits.insertAll()
    var weights = [UInt32](repeating: 0, count: bits.count)
    for word in words {
      for (index, number) in word.numbers.enumerated() {
        weights[bits.rank(of: number)] += word.weight(at: index)
      }
    }
    return (bits.numbers, weights)
  }

  /// The places where words stand one after the other, the last of them one of several.
  private static func rows(
    of words: [[WordPostings]], column: Int?, _ filter: RowFilter
  ) -> (numbers: [UInt32], places: [UInt64], starts: [Int]) {
    let sets = words.map { [UInt32].union($0.map(\.numbers)) }.sorted { $0.count < $1.count }
    var numbers = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
    if !filter.isSpan { numbers = numbers.filter(filter.contains) }
    // Of the word with the fewest places all are written out, of the others those are looked for.
    let order = words.indices.sorted { words[$0].size < words[$1].size }
    var rows = PhraseRows(
      numbers, before: words[order[0]], by: UInt64(order[0]), column: column)
    for place in order.dropFirst() {
      if words[place].count == 1 {
        rows.keep(before: words[place][0], by: UInt64(place))
      } else {
        rows.keep(PhraseRows(numbers, before: words[place], by: UInt64(place), column: column))
      }
    }
    rows.dropEmpty()
    return (rows.numbers, rows.places, rows.starts)
  }

  /// How often the phrase stands in the article at an index, headlines counted fourfold.
  @inline(__always)
  func weight(at index: Int) -> UInt32 {
    switch source {
    case .word(let word): return word.weight(at: index)
    case .prefix(_, let weights): return weights[index]
    case .places(let places, let starts):
      var weight: UInt32 = 0
      for place in places[starts[index]..<starts[index + 1]] {
        weight += place >> 32 == 0 ? 1 : Self.headlineWeight
      }
      return weight
    }
  }

  /// How often a single word stands in the article at an index.
  @inline(__always)
  func count(at index: Int) -> Int {
    switch source {
    case .word(let word): word.count(at: index)
    case .prefix, .places: places(inArticle: numbers[index]).count
    }
  }

  /// Where the phrase stands in an article, in order.
  func places(inArticle number: UInt32) -> [Place] {
    var start = 0
    return places(inArticle: number, from: &start)
  }

  /// Where the phrase stands in an article that is looked for from an index on, which is moved there: for
  /// articles that ascend.
  func places(inArticle number: UInt32, from start: inout Int) -> [Place] {
    var found: [Place] = []
    addPlaces(inArticle: number, from: &start, to: &found)
    return found
  }

  /// Where the phrase begins in the body of an article that is looked for from an index on, which is moved
  /// there; nil where the article does not have it.
  func bodyPositions(inArticle number: UInt32, from start: inout Int) -> BodyPositions? {
    let index = numbers.gallop(to: number, from: min(start, numbers.count))
    start = index
    guard index < numbers.count, numbers[index] == number else { return nil }
    if case .word(let word) = source { return word.bodyPositions(at: index) }
    // The body is the first column.
    let places = places(inArticle: number, from: &start).prefix { $0.column == 0 }
    return BodyPositions(places.lazy.map { UInt32(truncatingIfNeeded: $0.tokens.lowerBound) })
  }

  /// Puts the places of an article into an empty list.
  func addPlaces(inArticle number: UInt32, from start: inout Int, to found: inout [Place]) {
    let index = numbers.gallop(to: number, from: min(start, numbers.count))
    start = index
    guard index < numbers.count, numbers[index] == number else { return }
    func add(_ column: Int, _ position: Int) {
      found.append(Place(column: column, tokens: position..<position + length))
    }
    switch source {
    case .word(let word): word.addPlaces(at: index, add)
    case .prefix(let words, _):
      words.forEachPlace(at: index) { place in
        add(Int(place >> 32), Int(place & 0xFFFF_FFFF))
        return true
      }
      found.sort()
    case .places(let places, let starts):
      for place in places[starts[index]..<starts[index + 1]] {
        add(Int(place >> 32), Int(place & 0xFFFF_FFFF))
      }
    }
  }
}

extension WordPostings {
  fileprivate func addPlaces(at index: Int, _ add: (Int, Int) -> Void) {
    forEachPlace(at: index) { place in
      add(Int(place >> 32), Int(place & 0xFFFF_FFFF))
      return true
    }
  }
}

extension [PostingBytes] {
  fileprivate var size: Int { reduce(0) { $0 + $1.bytes.count } }
}

extension [WordPostings] {
  fileprivate var size: Int { reduce(0) { $0 + $1.size } }
}
