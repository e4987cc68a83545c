/// Cuts pushed bytes into lines, whatever pieces they come in, and numbers them from 1.
struct LineSplitter: Sendable {
  /// What was found.
  enum Line {
    /// A whole line, without its line feed.
    case whole
    /// A line longer than ``RecordLimit/bytes``, of which the beginning is given.
    case tooLong
  }

  private enum State {
    case collecting
    /// Inside a line that was too long and has been given.
    case skipping
  }

  private var state = State.collecting
  private var pending: [UInt8] = []
  private var number = 1

  /// Gives every line that ends in the chunk to `body`.
  mutating func push(
    _ chunk: Span<UInt8>, body: (Line, Int, Span<UInt8>) throws -> Void
  ) rethrows {
    var start = 0
    while start < chunk.count {
      guard let end = chunk.firstIndex(of: UInt8(ascii: "\n"), from: start) else {
        try keep(chunk.extracting(droppingFirst: start), body: body)
        return
      }
      let rest = chunk.extracting(start..<end)
      start = end + 1
      defer { number += 1 }
      if state == .skipping {
        state = .collecting
      } else if pending.isEmpty {
        try body(.whole, number, rest)
      } else {
        pending.append(contentsOf: rest)
        try giveBack(body)
      }
    }
  }

  /// Gives the last line if no line feed ended it.
  mutating func finish(body: (Line, Int, Span<UInt8>) throws -> Void) rethrows {
    if !pending.isEmpty { try giveBack(body) }
  }

  private mutating func keep(
    _ part: Span<UInt8>, body: (Line, Int, Span<UInt8>) throws -> Void
  ) rethrows {
    guard state == .collecting else { return }
    pending.append(contentsOf: part)
    guard pending.count > RecordLimit.bytes else { return }
    try body(.tooLong, number, pending.span)
    pending = []
    state = .skipping
  }

  private mutating func giveBack(
    _ body: (Line, Int, Span<UInt8>) throws -> Void
  ) rethrows {
    try body(.whole, number, pending.span)
    pending.removeAll(keepingCapacity: true)
  }
}
