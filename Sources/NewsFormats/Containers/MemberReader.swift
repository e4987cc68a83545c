import NewsModel

/// Reads the files in a container one after the other, each by a stream of its own, and numbers what
/// they give as records of the container.
struct MemberReader: @unchecked Sendable {
  // The decoders of a file's layers have one owner, its stream, which is moved between threads whole.
  private let context: ReaderContext
  private var stream: RecordStream?
  private var name = ""
  private var count = 0

  /// Containers in containers are read to this depth: a dump is packed once or twice.
  static let maxDepth = 2

  init(_ context: ReaderContext) { self.context = context }

  /// How many records have been given.
  var recordCount: Int { count }

  /// Whether a file of a container is a dump at all, by its path: what systems leave behind is not.
  static func isWanted(_ path: String) -> Bool {
    !path.hasSuffix("/") && !path.isEmpty
      && !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// Begins a file.
  mutating func begin(_ path: String) {
    name = path
    var inner = context
    let parts = path.split(separator: "/")
    inner.fileName = parts.last.map(String.init) ?? path
    inner.folder = parts.dropLast().last.map(String.init) ?? ""
    inner.depth += 1
    // The user's format is that of the files, not of the container around them.
    if inner.options.format?.isContainer == true { inner.options.format = nil }
    stream = RecordStream(inner)
  }

  /// Takes the next bytes of the file.
  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard var stream else { return }
    self.stream = nil
    var refusal: FormatError?
    do {
      try stream.push(chunk) { try give($0, to: sink) }
      self.stream = stream
    } catch let error as FormatError {
      refusal = error
    }
    if let refusal { try reject(refusal.message, to: sink) }
  }

  /// Ends the file.
  mutating func end(to sink: (RecordEvent) throws -> Void) throws {
    guard var stream else { return }
    self.stream = nil
    var refusal: FormatError?
    do {
      try stream.finish { try give($0, to: sink) }
    } catch let error as FormatError {
      refusal = error
    }
    if let refusal { try reject(refusal.message, to: sink) }
  }

  /// Gives up the file, for a reason.
  mutating func fail(_ path: String, _ reason: String, to sink: (RecordEvent) throws -> Void) throws
  {
    stream = nil
    name = path
    try reject(reason, to: sink)
  }

  private mutating func reject(_ reason: String, to sink: (RecordEvent) throws -> Void) throws {
    count += 1
    let reason = name.isEmpty ? reason : "\(name): \(reason)"
    try sink(.rejected(RecordPosition(record: count), reason: reason, excerpt: ""))
  }

  private mutating func give(
    _ event: RecordEvent, to sink: (RecordEvent) throws -> Void
  ) throws {
    count += 1
    switch event {
    case .article(var draft, let position):
      if !draft.metadata.contains(where: { $0.name == "member" }) {
        draft.metadata.append(MetadataField(name: "member", json: jsonString(name)))
      }
      try sink(.article(draft, RecordPosition(record: count, line: position.line)))
    case .rejected(let position, let reason, let excerpt):
      let position = RecordPosition(record: count, line: position.line)
      try sink(.rejected(position, reason: "\(name): \(reason)", excerpt: excerpt))
    }
  }
}
