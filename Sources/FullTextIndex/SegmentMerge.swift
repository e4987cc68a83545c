/// Merges sources, the oldest first, into one segment.
///
/// - Parameters:
///   - sources: Each has its words in order.
///   - dropsDeletions: Whether there is nothing older that an entry could take away.
///   - writer: The writer of the segment, which is not finished yet when this returns.
/// - Throws: What the sources and the writer's pages throw.
package func merge(
  _ sources: [any PostingSource], dropsDeletions: Bool, into writer: inout SegmentWriter
) throws {
  var queue = SourceQueue(sources)
  var list = PostingList()
  while let word = queue.first?.word {
    list.removeAll()
    // The first word's bytes stay until its source moves on.
    let holders = queue.popAll(with: word)
    for holder in holders { holder.source.appendEntries(to: &list) }
    list.sort()
    if dropsDeletions { list.dropDeletions() }
    try writer.append(word, list)
    for holder in holders {
      try holder.source.advance()
      queue.push(holder)
    }
  }
}

extension PostingList {
  /// Leaves out what takes away and puts nothing in its place, and makes the rest ordinary.
  fileprivate mutating func dropDeletions() {
    guard entries.contains(where: \.isDeletion) else { return }
    entries = entries.compactMap { entry in
      entry.isDeletion && entry.positions.isEmpty
        ? nil : Entry(article: entry.article, positions: entry.positions, isDeletion: false)
    }
  }
}

/// A heap of sources by their current words, and by age among equal ones.
private struct SourceQueue {
  struct Holder {
    let source: any PostingSource
    let age: Int
  }

  private var heap: [Holder] = []

  init(_ sources: [any PostingSource]) {
    for (age, source) in sources.enumerated() { push(Holder(source: source, age: age)) }
  }

  var first: (any PostingSource)? { heap.first?.source }

  /// Takes out the sources whose word this is, the oldest first.
  mutating func popAll(with word: UnsafeBufferPointer<UInt8>) -> [Holder] {
    var holders: [Holder] = []
    while let next = heap.first, let its = next.source.word, its.elementsEqual(word) {
      holders.append(next)
      removeFirst()
    }
    return holders
  }

  /// Puts a source in, unless it is at its end.
  mutating func push(_ holder: Holder) {
    guard holder.source.word != nil else { return }
    heap.append(holder)
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

  private func isBefore(_ a: Holder, _ b: Holder) -> Bool {
    guard let left = a.source.word, let right = b.source.word else { return false }
    let count = min(left.count, right.count)
    for index in 0..<count where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count != right.count ? left.count < right.count : a.age < b.age
  }
}
