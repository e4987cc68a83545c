internal import FullTextIndex

/// The articles of one segment that have a phrase, and where.
struct PhrasePostings {
  /// A word in the headline says as much as four in the body.
  static let headlineWeight: UInt32 = 4

  private enum Source {
    /// One word.
    case word(WordPostings)
    /// The words that begin with a prefix, and how much each article has of them together.
    case prefix([WordPostings], weights: [UInt32])
    /// Several words in a row, or one in one column: every place, column << 32 | position, and where
    /// each article's begin.
    case places([UInt64], starts: [Int])
  }

  /// The numbers of the articles, ascending.
  let numbers: [UInt32]
  private let source: Source
  private let length: Int

  /// Looks a phrase up.
  init(_ phrase: IndexPhrase, in segment: TextIndex.Segment, of index: TextIndex, _ rows: RowNumbers)
    throws
  {
    length = phrase.tokens.count
    var words: [[WordPostings]] = []
    for (place, token) in phrase.tokens.enumerated() {
      let isPrefix = phrase.isPrefix && place == phrase.tokens.count - 1
      let lists =
        isPrefix
        ? try index.lists(ofPrefix: token, in: segment)
        : try index.list(of: token, in: segment).map { [$0] } ?? []
      words.append(lists.map { WordPostings($0, void: segment.void, rows) })
      // Nothing can be found any more.
      if lists.isEmpty { break }
    }
    guard let last = words.last, !last.isEmpty else {
      (numbers, source) = ([], .places([], starts: [0]))
      return
    }
    if words.count == 1, phrase.column == nil {
      if words[0].count == 1 {
        (numbers, source) = (words[0][0].numbers, .word(words[0][0]))
      } else {
        let union = Self.union(words[0])
        (numbers, source) = (union.numbers, .prefix(words[0], weights: union.weights))
      }
    } else {
      let found = Self.rows(of: words, column: phrase.column)
      (numbers, source) = (found.numbers, .places(found.places, starts: found.starts))
    }
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
    of words: [[WordPostings]], column: Int?
  ) -> (numbers: [UInt32], places: [UInt64], starts: [Int]) {
    var candidates = [UInt32].union(words[0].map(\.numbers))
    for alternatives in words.dropFirst() {
      candidates = candidates.intersection(.union(alternatives.map(\.numbers)))
    }
    var cursors = words.map { $0.map { _ in 0 } }
    var (numbers, places, starts): ([UInt32], [UInt64], [Int]) = ([], [], [0])
    var (current, next): ([UInt64], [UInt64]) = ([], [])
    for number in candidates {
      current.removeAll(keepingCapacity: true)
      for (place, alternatives) in words.enumerated() {
        next.removeAll(keepingCapacity: true)
        for (which, word) in alternatives.enumerated() {
          let index = word.numbers.gallop(to: number, from: cursors[place][which])
          cursors[place][which] = index
          guard index < word.numbers.count, word.numbers[index] == number else { continue }
          word.forEachPosition(at: index) { its, position in
            if column == nil || column == its { next.append(UInt64(its) << 32 | UInt64(position)) }
          }
        }
        if alternatives.count > 1 { next.sort() }
        if place == 0 { swap(&current, &next) } else { current.keep(endingBefore: next) }
        if current.isEmpty { break }
      }
      guard !current.isEmpty else { continue }
      numbers.append(number)
      // The places that are left are those of the last word.
      for end in current { places.append(end - UInt64(words.count - 1)) }
      starts.append(places.count)
    }
    return (numbers, places, starts)
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

  /// Where the phrase stands in an article, in order.
  func places(inArticle number: UInt32) -> [Place] {
    var found: [Place] = []
    func add(_ column: Int, _ position: Int) {
      found.append(Place(column: column, tokens: position..<position + length))
    }
    switch source {
    case .word(let word): word.addPlaces(of: number, add)
    case .prefix(let words, _):
      for word in words { word.addPlaces(of: number, add) }
      found.sort()
    case .places(let places, let starts):
      let index = numbers.gallop(to: number, from: 0)
      guard index < numbers.count, numbers[index] == number else { return [] }
      for place in places[starts[index]..<starts[index + 1]] {
        add(Int(place >> 32), Int(place & 0xFFFF_FFFF))
      }
    }
    return found
  }
}

extension WordPostings {
  fileprivate func addPlaces(of number: UInt32, _ add: (Int, Int) -> Void) {
    let index = numbers.gallop(to: number, from: 0)
    guard index < numbers.count, numbers[index] == number else { return }
    forEachPosition(at: index, add)
  }
}

extension [UInt64] {
  /// Keeps of the places behind these those that the other list has too.
  fileprivate mutating func keep(endingBefore next: [UInt64]) {
    var (kept, index) = (0, 0)
    for place in self {
      while index < next.count, next[index] < place + 1 { index += 1 }
      guard index < next.count else { break }
      if next[index] == place + 1 {
        self[kept] = place + 1
        kept += 1
      }
    }
    removeLast(count - kept)
  }
}
