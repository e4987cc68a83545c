import NewsModel

extension Format {
  /// A zip archive of dumps.
  public static let zip = Format(
    name: "zip", summary: "a zip archive: each file in it is read by its own format",
    fileExtensions: ["zip"], isContainer: true,
    sniff: { sample, _ in isZip(sample) ? .likely : .no },
    makeReader: { ZipReader($0) })

  static func isZip(_ sample: Sample) -> Bool {
    sample.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || sample.bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }
}

/// Reads the files of a zip archive as it comes.
struct ZipReader: RecordReader, @unchecked Sendable {
  // The inflater has one owner, this reader, which is moved between threads whole.
  private var members = ZipMembers()
  private var reader: MemberReader
  private let isTooDeep: Bool
  private let isWanted: @Sendable (String) -> Bool
  private var isReading = false

  init(
    _ context: ReaderContext,
    isWanted: @escaping @Sendable (String) -> Bool = { MemberReader.isWanted($0) }
  ) {
    reader = MemberReader(context)
    isTooDeep = context.depth >= MemberReader.maxDepth
    self.isWanted = isWanted
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard !isTooDeep else { return }
    let isWanted = self.isWanted
    var (reader, isReading) = (self.reader, self.isReading)
    try members.push(chunk) { event, bytes in
      try Self.take(event, bytes, &reader, &isReading, isWanted, to: sink)
    }
    (self.reader, self.isReading) = (reader, isReading)
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    guard !isTooDeep else {
      return try reader.fail("", "containers nested too deep", to: sink)
    }
    let isWanted = self.isWanted
    var (reader, isReading) = (self.reader, self.isReading)
    try members.finish { event, bytes in
      try Self.take(event, bytes, &reader, &isReading, isWanted, to: sink)
    }
    if reader.recordCount == 0 { try reader.fail("", "the archive holds no articles", to: sink) }
  }

  private static func take(
    _ event: ZipMembers.Event, _ bytes: Span<UInt8>, _ reader: inout MemberReader,
    _ isReading: inout Bool, _ isWanted: (String) -> Bool,
    to sink: (RecordEvent) throws -> Void
  ) throws {
    switch event {
    case .begins(let name):
      isReading = isWanted(name)
      if isReading { reader.begin(name) }
    case .data:
      if isReading { try reader.push(bytes, to: sink) }
    case .ends:
      if isReading { try reader.end(to: sink) }
    case .unreadable(let name, let reason):
      // What was read of it so far is given, then what is wrong.
      if isReading { try reader.end(to: sink) }
      if isWanted(name) { try reader.fail(name, reason, to: sink) }
    }
  }
}
