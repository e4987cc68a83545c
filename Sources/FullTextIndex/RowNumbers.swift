/// Numbers the rows of a table from 0 in the order of their ids, so that what is known of them can
/// stand in arrays.
package struct RowNumbers: Sendable {
  /// Ids without gaps between them.
  package struct Block: Sendable {
    package let firstID: Int64
    package let count: Int
    /// The number of its first row.
    package let base: Int
  }

  /// The bits of an id within a block, at most.
  package static let blockBits: Int64 = 18

  package let blocks: [Block]
  package let count: Int
  /// The rows of the blocks from ``firstSlot`` on, by the ids' bits above ``blockBits``.
  private let slots: [Slot]
  private let firstSlot: Int64

  /// The rows of one block: those whose offset in it lies between two, and what to add to it for the
  /// number.
  private struct Slot {
    var start: UInt32 = 0
    var end: UInt32 = 0
    var distance: UInt32 = 0
  }

  /// Numbers the rows of some runs of ids, which come in ascending order, at most one in the ids that
  /// share their upper bits.
  package init(_ runs: [(firstID: Int64, count: Int)]) {
    var base = 0
    var blocks: [Block] = []
    for run in runs {
      var (first, rest) = (run.firstID, run.count)
      while rest > 0 {
        // None goes beyond what the upper bits tell.
        let count = min(rest, Int((first >> Self.blockBits + 1) << Self.blockBits - first))
        blocks.append(Block(firstID: first, count: count, base: base))
        base += count
        first += Int64(count)
        rest -= count
      }
    }
    (self.blocks, count) = (blocks, base)
    (firstSlot, slots) = Self.slots(of: blocks)
  }

  /// Undated articles have ids far from all others: those are searched for.
  private static func slots(of blocks: [Block]) -> (first: Int64, slots: [Slot]) {
    guard let last = blocks.last.map({ $0.firstID >> blockBits }) else { return (0, []) }
    let most = Int64(max(1 << 16, blocks.count * 64))
    let dense = blocks.drop { last - $0.firstID >> blockBits >= most }
    guard let first = dense.first.map({ $0.firstID >> blockBits }) else { return (0, []) }
    var slots = [Slot](repeating: Slot(), count: Int(last - first) + 1)
    for block in dense {
      let start = UInt32(block.firstID & offsetMask)
      slots[Int(block.firstID >> blockBits - first)] = Slot(
        start: start, end: start + UInt32(block.count), distance: UInt32(block.base) &- start)
    }
    return (first, slots)
  }

  private static let offsetMask: Int64 = 1 << blockBits - 1

  /// The number of a row, or nil where there is none with this id.
  @inline(__always)
  package func number(of id: Int64) -> UInt32? {
    let index = id >> Self.blockBits &- firstSlot
    guard index >= 0, index < slots.count else { return searchedNumber(of: id) }
    let slot = slots[Int(index)]
    let offset = UInt32(truncatingIfNeeded: id & Self.offsetMask)
    return offset >= slot.start && offset < slot.end ? offset &+ slot.distance : nil
  }

  private func searchedNumber(of id: Int64) -> UInt32? {
    let index = blocks.partitioningIndex { $0.firstID > id } - 1
    guard index >= 0, id < blocks[index].firstID + Int64(blocks[index].count) else { return nil }
    return UInt32(blocks[index].base + Int(id - blocks[index].firstID))
  }

  /// How many rows have smaller ids.
  package func count(below id: Int64) -> Int {
    let index = blocks.partitioningIndex { $0.firstID > id } - 1
    guard index >= 0 else { return 0 }
    let block = blocks[index]
    return block.base + Int(min(id - block.firstID, Int64(block.count)))
  }

  /// The id of a row.
  package func id(of number: UInt32) -> Int64 {
    let index = blocks.partitioningIndex { $0.base > Int(number) } - 1
    guard index >= 0 else { return 0 }
    return blocks[index].firstID + Int64(Int(number) - blocks[index].base)
  }
}

extension Array {
  /// The first index whose element meets a condition that, once met, is met by all that follow.
  @inline(__always)
  package func partitioningIndex(where isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
