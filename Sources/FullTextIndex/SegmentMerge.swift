/// Merges sources, the oldest first, into one segment.
///
/// Long lists are merged piece by piece: memory does not grow with the index.
///
/// - Parameters:
///   - sources: Each has its words in order.
///   - dropsDeletions: Whether there is nothing older that an entry could take away.
///   - lengths: The lengths of the articles, if the best ones of common words are to be kept.
///   - writer: The writer of the segment, which is not finished yet when this returns.
/// - Throws: What the sources and the writer's pages throw.
package func merge(
  _ sources: [any PostingSource], dropsDeletions: Bool, lengths: ArticleLengths? = nil,
  into writer: inout SegmentWriter
) throws {
  var queue = WordQueue(sources)
  var list = PostingList()
  while let next = queue.popFirst(), let word = sources[next.source].word {
    var holders = [next.source]
    while let other = queue.popFirst(equalTo: next) { holders.append(other.source) }
    try writer.begin(word)
    var asked = holders
    // The last article that each of the holders with more to come has given.
    var reached: [(holder: Int, article: Int64)] = []
    var best: BestArticles?
    while !asked.isEmpty {
      for holder in asked {
        let last = try sources[holder].appendEntries(to: &list, source: UInt16(clamping: holder))
        if let last { reached.append((holder, last)) }
      }
      list.sort()
      // Behind it, one of the holders may have entries that are not in the list yet.
      let bound = reached.map(\.article).min()
      let ready = bound.map(list.count(through:)) ?? list.entries.count
      let entries = list.entries[..<ready].droppingDeletions(dropsDeletions)
      if let lengths, bound != nil || best != nil || ready >= BestArticles.fewestEntries {
        best = best ?? BestArticles()
        best?.add(entries, lengths)
      }
      try writer.append(entries, isLast: bound == nil)
      list.removeFirst(ready)
      asked = reached.filter { $0.article == bound }.map(\.holder)
      reached.removeAll { $0.article == bound }
    }
    if let best, best.articles + best.deletions >= BestArticles.fewestEntries {
      try writer.keep(best, of: word)
    }
    for holder in holders {
      try sources[holder].advance()
      queue.push(holder)
    }
  }
}

extension BestArticles {
  fileprivate mutating func add(
    _ entries: ArraySlice<PostingList.Entry>, _ lengths: ArticleLengths
  ) {
    for entry in entries {
      count(isSaying: !entry.positions.isEmpty, isDeletion: entry.isDeletion)
      guard !entry.positions.isEmpty else { continue }
      add(
        Entry(
          article: entry.article, frequency: Self.frequency(of: entry.positions),
          length: lengths[entry.article]))
    }
  }
}

extension ArraySlice<PostingList.Entry> {
  /// Leaves out what says nothing; and, if that is wanted, what takes away.
  fileprivate func droppingDeletions(_ isWanted: Bool) -> ArraySlice {
    let saysNothing = contains { $0.positions.isEmpty && !$0.isDeletion }
    guard saysNothing || isWanted && contains(where: \.isDeletion) else { return self }
    let kept = compactMap { entry in
      entry.positions.isEmpty && (isWanted || !entry.isDeletion)
        ? nil
        : PostingList.Entry(
          article: entry.article, positions: entry.positions,
          isDeletion: entry.isDeletion && !isWanted,
          newest: entry.newest, oldest: entry.oldest)
    }
    return kept[...]
  }
}

/// A heap of sources, by their numbers, in the order of their current words, and by age among equal
/// ones.
///
/// Segments have hundreds of sources and millions of words: what is compared most of the time stands in
/// the heap itself.
private struct WordQueue {
  struct Element {
    /// The number of the source: its age.
    let source: Int
    /// The first eight bytes of its word.
    let prefix: UInt64
    let length: Int
  }

  private let sources: [any PostingSource]
  private var heap: [Element] = []

  init(_ sources: [any PostingSource]) {
    self.sources = sources
    for source in sources.indices { push(source) }
  }

  /// Takes out the source with the first word.
  mutating func popFirst() -> Element? {
    guard let first = heap.first else { return nil }
    removeFirst()
    return first
  }

  /// Takes out the source with the first word if that is the word of another.
  mutating func popFirst(equalTo other: Element) -> Element? {
    guard let first = heap.first, first.prefix == other.prefix, first.length == other.length,
      first.length <= 8 || compare(first, other) == 0
    else { return nil }
    removeFirst()
    return first
  }

  /// Puts a source in, unless it is at its end.
  mutating func push(_ source: Int) {
    guard let word = sources[source].word else { return }
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < word.count ? UInt64(word[index]) : 0) }
    heap.append(Element(source: source, prefix: prefix, length: word.count))
    var child = heap.count - 1
    while child > 0, isBefore(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard isBefore(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }

  @inline(__always)
  private func isBefore(_ a: Element, _ b: Element) -> Bool {
    if a.prefix != b.prefix { return a.prefix < b.prefix }
    let order = a.length <= 8 && b.length <= 8 ? a.length - b.length : compare(a, b)
    return order != 0 ? order < 0 : a.source < b.source
  }

  /// Below 0 where the first word comes first, 0 where they are equal.
  private func compare(_ a: Element, _ b: Element) -> Int {
    guard let left = sources[a.source].word, let right = sources[b.source].word else { return 0 }
    let shared = min(left.count, right.count)
    for index in 0..<shared where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }
}
