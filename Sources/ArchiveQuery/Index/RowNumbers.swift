internal import ArchiveStorage
internal import NewsModel

/// Numbers the rows of a table from 0 in the order of their ids, so that what is known of them can
/// stand in arrays.
struct RowNumbers {
  /// Ids without gaps between them.
  struct Block {
    let firstID: Int64
    let count: Int
    /// The number of its first row.
    let base: Int
  }

  let blocks: [Block]
  let count: Int

  init(_ runs: [(firstID: Int64, count: Int)]) {
    var base = 0
    blocks = runs.map { run in
      defer { base += run.count }
      return Block(firstID: run.firstID, count: run.count, base: base)
    }
    count = base
  }

  /// The number of a row, or nil where there is none with this id.
  func number(of id: Int64) -> UInt32? {
    var cursor = Cursor(self)
    return cursor.number(of: id)
  }

  /// How many rows have smaller ids.
  func count(below id: Int64) -> Int {
    let index = blocks.partitioningIndex { $0.firstID > id } - 1
    guard index >= 0 else { return 0 }
    let block = blocks[index]
    return block.base + Int(min(id - block.firstID, Int64(block.count)))
  }

  /// The id of a row.
  func id(of number: UInt32) -> Int64 {
    let index = blocks.partitioningIndex { $0.base > Int(number) } - 1
    guard index >= 0 else { return 0 }
    return blocks[index].firstID + Int64(Int(number) - blocks[index].base)
  }

  /// Finds the numbers of ids that come in ascending order, as they do in a posting list.
  struct Cursor {
    private let blocks: [Block]
    private var index = 0
    private var first: Int64 = 0
    private var end: Int64 = 0
    private var base = 0

    init(_ numbers: RowNumbers) { blocks = numbers.blocks }

    @inline(__always)
    mutating func number(of id: Int64) -> UInt32? {
      if id < first || id >= end {
        guard move(to: id) else { return nil }
      }
      return UInt32(truncatingIfNeeded: base + Int(id - first))
    }

    private mutating func move(to id: Int64) -> Bool {
      // Most often it is one of the next blocks.
      if id < first { index = 0 }
      var step = 1
      while index + step < blocks.count, blocks[index + step].firstID <= id {
        index += step
        step *= 2
      }
      var high = min(index + step, blocks.count)
      while index + 1 < high {
        let middle = (index + high) / 2
        if blocks[middle].firstID <= id { index = middle } else { high = middle }
      }
      guard index < blocks.count, blocks[index].firstID <= id else { return false }
      let block = blocks[index]
      (first, end, base) = (block.firstID, block.firstID + Int64(block.count), block.base)
      return id < end
    }
  }
}

extension Array {
  /// The first index whose element meets a condition that, once met, is met by all that follow.
  @inline(__always)
  func partitioningIndex(where isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
