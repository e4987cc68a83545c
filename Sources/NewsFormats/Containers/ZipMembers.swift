/// Takes a zip archive apart as it comes, by the headers that stand before its files.
///
/// Source: PKWARE APPNOTE 6.3. The directory at the archive's end says no more than they do, except
/// where a file was stored unpacked by a writer that did not know its size.
struct ZipMembers {
  /// What was found.
  enum Event {
    /// A file begins.
    case begins(String)
    /// Bytes of it, unpacked.
    case data
    case ends
    /// A file that cannot be read, and why.
    case unreadable(String, String)
  }

  private enum State {
    case header
    case stored(left: Int)
    case deflated
    /// Behind a file: its sum and sizes may follow.
    case descriptor
    /// Bytes of a file that is passed over.
    case skipped(left: Int)
    /// The directory, or something that is none of this.
    case ended
  }

  private var state = State.header
  private var pending: [UInt8] = []
  private var inflater = Inflater(isRaw: true)
  private var output = [UInt8](repeating: 0, count: 256 << 10)
  private var name = ""
  private var hasDescriptor = false
  private var isZip64 = false
  /// Whether the archive went on to its directory.
  private(set) var isComplete = false

  /// Takes the next piece of the archive; `body` is given what is found, and the bytes of files.
  mutating func push(
    _ chunk: Span<UInt8>, body: (Event, Span<UInt8>) throws -> Void
  ) throws {
    let nothing: [UInt8] = []
    var position = 0
    while position < chunk.count {
      switch state {
      case .ended: return
      case .skipped(let left):
        let count = min(left, chunk.count - position)
        position += count
        state = left > count ? .skipped(left: left - count) : afterFile
      case .stored(let left):
        let count = min(left, chunk.count - position)
        try body(.data, chunk.extracting(position..<position + count))
        position += count
        if left > count {
          state = .stored(left: left - count)
        } else {
          state = afterFile
          try body(.ends, nothing.span)
        }
      case .deflated:
        let step = inflater.inflate(chunk.extracting(droppingFirst: position), into: &output)
        position += step.consumed
        if step.produced > 0 { try body(.data, output.span.extracting(0..<step.produced)) }
        switch step.outcome {
        case .goesOn: break
        case .memberEnded:
          state = afterFile
          try body(.ends, nothing.span)
        case .damaged(let message):
          state = .ended
          try body(.unreadable(name, "damaged (\(message)); the rest was not read"), nothing.span)
        }
      case .header, .descriptor:
        pending.append(chunk[position])
        position += 1
        try readPending(body)
      }
    }
  }

  /// Says that the archive has ended.
  mutating func finish(body: (Event, Span<UInt8>) throws -> Void) throws {
    let nothing: [UInt8] = []
    switch state {
    case .ended, .descriptor: return
    case .header where pending.count < 4: return
    default: try body(.unreadable(name, "the archive ends in the middle"), nothing.span)
    }
  }

  private var afterFile: State { hasDescriptor ? .descriptor : .header }

  private mutating func readPending(_ body: (Event, Span<UInt8>) throws -> Void) throws {
    guard pending.count >= 4 else { return }
    let signature = number(0, 4)
    if case .descriptor = state {
      // With or without a signature of its own, with sizes of 4 or 8 bytes: the next header tells.
      let next = pending.count - 4
      guard next > 0 else { return }
      let found = number(next, 4)
      if found == 0x0403_4B50 || found == 0x0201_4B50 || found == 0x0605_4B50 {
        pending.removeFirst(next)
        state = .header
        return try readPending(body)
      }
      if pending.count > 40 { state = .ended }
      return
    }
    guard signature == 0x0403_4B50 else {
      isComplete = signature == 0x0201_4B50 || signature == 0x0605_4B50
      state = .ended
      pending = []
      return
    }
    guard pending.count >= 30 else { return }
    let nameLength = number(26, 2)
    let extraLength = number(28, 2)
    guard pending.count == 30 + nameLength + extraLength else { return }
    try beginFile(nameLength, body)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func beginFile(
    _ nameLength: Int, _ body: (Event, Span<UInt8>) throws -> Void
  ) throws {
    let nothing: [UInt8] = []
    let flags = number(6, 2)
    let method = number(8, 2)
    var packedSize = number(18, 4)
    name = DecodedText(Array(pending[30..<30 + nameLength]).span).text
    hasDescriptor = flags & 8 != 0
    if packedSize == 0xFFFF_FFFF { packedSize = largeSize(30 + nameLength) ?? packedSize }
    let isUnsized = hasDescriptor && packedSize == 0
    if flags & 1 != 0 || ![0, 8].contains(method) || (method == 0 && isUnsized) {
      let reason =
        flags & 1 != 0
        ? "encrypted"
        : method == 0 ? "of unknown size" : "packed by a method not read here (\(method))"
      try body(.unreadable(name, reason), nothing.span)
      state = isUnsized ? .ended : .skipped(left: packedSize)
      if packedSize == 0, !isUnsized { state = afterFile }
      return
    }
    try body(.begins(name), nothing.span)
    if method == 8 {
      inflater = Inflater(isRaw: true)
      state = .deflated
    } else if packedSize == 0 {
      state = afterFile
      try body(.ends, nothing.span)
    } else {
      state = .stored(left: packedSize)
    }
  }

  /// The packed size in the extra field of zip64.
  private func largeSize(_ start: Int) -> Int? {
    var index = start
    while index + 4 <= pending.count {
      let size = number(index + 2, 2)
      if number(index, 2) == 1, size >= 16, index + 20 <= pending.count {
        return number(index + 12, 8)
      }
      index += 4 + size
    }
    return nil
  }

  private func number(_ start: Int, _ count: Int) -> Int {
    guard start + count <= pending.count else { return 0 }
    var value = 0
    for index in (start..<start + count).reversed() {
      value = (value & 0x007F_FFFF_FFFF_FFFF) << 8 | Int(pending[index])
    }
    return value
  }

  /// The names of the files whose headers stand in the beginning of an archive.
  static func names(in sample: [UInt8]) -> [String] {
    var members = ZipMembers()
    var names: [String] = []
    try? members.push(sample.span) { event, _ in
      switch event {
      case .begins(let name), .unreadable(let name, _): names.append(name)
      case .data, .ends: break
      }
    }
    return names
  }
}
