import NewsModel

extension Format {
  /// A tape archive of dumps.
  public static let tar = Format(
    name: "tar", summary: "a tar archive: each file in it is read by its own format",
    fileExtensions: ["tar"], isContainer: true,
    sniff: { sample, _ in TarHeader(sample.bytes.prefix(512)) != nil ? .certain : .no },
    makeReader: { TarReader($0) })
}

/// Reads the files of a tar archive as it comes: ustar, GNU and pax.
struct TarReader: RecordReader {
  private enum State {
    case header
    case file(left: Int)
    case skipped(left: Int)
    /// The contents of a header that names the next file.
    case name(left: Int, isPAX: Bool)
    /// Up to the next block of 512 bytes.
    case padding(left: Int)
    case ended
  }

  /// Longer names are no names.
  private static let maxName = 64 << 10

  private var state = State.header
  private var pending: [UInt8] = []
  private var padding = 0
  private var longName: String?
  private var reader: MemberReader
  private let isTooDeep: Bool

  init(_ context: ReaderContext) {
    reader = MemberReader(context)
    isTooDeep = context.depth >= MemberReader.maxDepth
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard !isTooDeep else { return }
    var position = 0
    while position < chunk.count {
      let rest = chunk.count - position
      switch state {
      case .ended: return
      case .header:
        let count = min(rest, 512 - pending.count)
        pending.append(contentsOf: chunk.extracting(position..<position + count))
        position += count
        if pending.count == 512 { try readHeader(to: sink) }
      case .file(let left):
        let count = min(rest, left)
        try reader.push(chunk.extracting(position..<position + count), to: sink)
        position += count
        if left > count {
          state = .file(left: left - count)
        } else {
          try reader.end(to: sink)
          state = .padding(left: padding)
        }
      case .skipped(let left):
        let count = min(rest, left)
        position += count
        state = left > count ? .skipped(left: left - count) : .padding(left: padding)
      case .name(let left, let isPAX):
        let count = min(rest, left)
        if pending.count < Self.maxName {
          pending.append(contentsOf: chunk.extracting(position..<position + count))
        }
        position += count
        guard left == count else {
          state = .name(left: left - count, isPAX: isPAX)
          continue
        }
        longName = isPAX ? Self.path(ofPAX: pending) ?? longName : Self.name(pending[...])
        pending = []
        state = .padding(left: padding)
      case .padding(let left):
        let count = min(rest, left)
        position += count
        state = left > count ? .padding(left: left - count) : .header
        if count == 0 { state = .header }
      }
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    guard !isTooDeep else {
      return try reader.fail("", "containers nested too deep", to: sink)
    }
    if case .file = state {
      try reader.end(to: sink)
      try reader.fail("", "the archive ends in the middle of its last file", to: sink)
    }
    if reader.recordCount == 0 { try reader.fail("", "the archive holds no articles", to: sink) }
  }

  private mutating func readHeader(to sink: (RecordEvent) throws -> Void) throws {
    defer { pending.removeAll(keepingCapacity: true) }
    guard pending.contains(where: { $0 != 0 }) else { return }
    guard let header = TarHeader(pending[...]) else {
      state = .ended
      return try reader.fail("", "the archive is damaged; the rest was not read", to: sink)
    }
    padding = (512 - header.size % 512) % 512
    switch header.type {
    case UInt8(ascii: "L"): state = .name(left: header.size, isPAX: false)
    case UInt8(ascii: "x"): state = .name(left: header.size, isPAX: true)
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
      let name = longName ?? header.name
      longName = nil
      if MemberReader.isWanted(name) {
        reader.begin(name)
        state = .file(left: header.size)
      } else {
        state = .skipped(left: header.size)
      }
    default:
      longName = nil
      state = .skipped(left: header.size)
    }
    if header.size == 0 {
      if case .file = state { try reader.end(to: sink) }
      state = .header
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    repairedString(Array(bytes.prefix { $0 != 0 }).span)
  }

  /// The path of a pax header: `25 path=…` and a line feed.
  private static func path(ofPAX bytes: [UInt8]) -> String? {
    for line in lines(of: repairedString(bytes.span)) {
      guard let space = line.firstIndex(of: " ") else { continue }
      let record = line[line.index(after: space)...]
      if record.hasPrefix("path=") { return String(record.dropFirst(5)) }
    }
    return nil
  }
}

/// The header of a file in a tar archive.
struct TarHeader {
  var name: String
  var size: Int
  var type: UInt8

  /// The header in a block of 512 bytes, or nil where its sum says that it is none.
  init?(_ block: ArraySlice<UInt8>) {
    guard block.count == 512 else { return nil }
    let bytes = Array(block)
    var sum = 0
    for index in bytes.indices { sum += (148..<156).contains(index) ? 0x20 : Int(bytes[index]) }
    guard let stored = Self.octal(bytes[148..<156]), stored == sum,
      let size = Self.size(bytes[124..<136])
    else { return nil }
    func text(_ range: Range<Int>) -> String {
      repairedString(Array(bytes[range].prefix { $0 != 0 }).span)
    }
    let isUSTAR = bytes[257..<262].elementsEqual(Array("ustar".utf8))
    let prefix = isUSTAR && bytes[262] != 0x20 ? text(345..<500) : ""
    name = prefix.isEmpty ? text(0..<100) : prefix + "/" + text(0..<100)
    self.size = size
    type = bytes[156]
  }

  private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var hasDigits = false
    for byte in bytes {
      switch byte {
      case 0x30...0x37:
        value = value * 8 + Int(byte - 0x30)
        hasDigits = true
      case 0x20 where !hasDigits: continue
      case 0, 0x20: return hasDigits ? value : nil
      default: return nil
      }
    }
    return hasDigits ? value : nil
  }

  /// Octal digits, or, with the highest bit set, a binary number.
  private static func size(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, first & 0x80 != 0 else { return octal(bytes) }
    guard bytes.dropFirst().prefix(4).allSatisfy({ $0 == 0 }) else { return nil }
    return bytes.suffix(7).reduce(0) { $0 << 8 | Int($1) }
  }
}
