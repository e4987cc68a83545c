import NewsModel

/// Takes the bytes of one input as they are stored, and gives its records: layers are taken off,
/// the format is recognised, and its reader is pushed the rest.
package struct RecordStream {
  private enum Layer {
    /// Too few bytes so far to tell whether there is a layer.
    case unknown([UInt8])
    case filter(any ByteFilter)
    /// No layer: the bytes are those of the format.
    case none
    /// A layer whose rest cannot be decoded.
    case damaged
  }

  private enum State {
    /// The beginning, kept until the format can be recognised.
    case sniffing([UInt8])
    case reading(any RecordReader)
  }

  /// Enough to tell JSON Lines from a document even where lines are long, and to see beyond the style
  /// sheets of 65,000 characters with which Factiva begins its pages.
  private static let sampleBytes = 192 << 10
  /// UTF-16 in gzip in gzip is deeper than any dump; hostile files go deeper still.
  private static let maxLayers = 3

  private let context: ReaderContext
  private var layers: [Layer] = [.unknown([])]
  private var state = State.sniffing([])
  private var damage: [DamagedInput] = []
  private var recordCount = 0
  /// For a text that declares no encoding and is no UTF-8.
  private var decoder: TranscodingFilter?
  private var decodingRemark: String?
  /// The format, once it is recognised.
  package private(set) var format: Format?

  /// A stream for one input; the context's file name still has its `.gz`.
  package init(_ context: ReaderContext) {
    var context = context
    for ending in ByteLayer.fileExtensions where context.fileName.lowercased().hasSuffix(ending) {
      context.fileName.removeLast(ending.utf8.count)
    }
    if context.fileName.lowercased().hasSuffix(".tgz") {
      context.fileName = context.fileName.dropLast(3) + "tar"
    }
    self.context = context
    format = context.options.format
  }

  /// Takes the next stored bytes. Throws ``FormatError`` where no format fits.
  package mutating func push(
    _ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void
  ) throws {
    try push(chunk, layer: 0, to: sink)
  }

  /// Says that the input has ended: gives what is left, and says what was damaged.
  package mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    // Finishing a layer can open the next.
    var depth = 0
    while depth < layers.count {
      try finishLayer(depth, to: sink)
      depth += 1
    }
    if case .sniffing(let bytes) = state, !bytes.isEmpty || damage.isEmpty {
      try begin(bytes, isWhole: true, to: sink)
    }
    if case .reading(var reader) = state {
      state = .sniffing([])
      var rest: [UInt8] = []
      decoder?.finish { rest.append(contentsOf: $0) }
      if !rest.isEmpty { try reader.push(rest.span) { try count($0, sink) } }
      try reader.finish { try count($0, sink) }
    }
    for problem in damage {
      let position = RecordPosition(record: recordCount + 1)
      try count(.rejected(position, reason: problem.reason, excerpt: ""), sink)
    }
  }

  // MARK: Layers

  private mutating func push(
    _ chunk: Span<UInt8>, layer depth: Int, to sink: (RecordEvent) throws -> Void
  ) throws {
    switch layers[depth] {
    case .damaged: return
    case .none: try read(chunk, to: sink)
    case .unknown(var prefix):
      prefix.append(contentsOf: chunk)
      guard prefix.count >= ByteLayer.prefixBytes else {
        layers[depth] = .unknown(prefix)
        return
      }
      try recognise(prefix, layer: depth, to: sink)
    case .filter(var filter):
      // Taken out while it is pushed: two holders would make it copy its buffers. So below.
      layers[depth] = .damaged
      do {
        try filter.push(chunk) { try push($0, layer: depth + 1, to: sink) }
        layers[depth] = .filter(filter)
      } catch let problem as DamagedInput {
        damage.append(problem)
      }
    }
  }

  private mutating func recognise(
    _ prefix: [UInt8], layer depth: Int, to sink: (RecordEvent) throws -> Void
  ) throws {
    if depth < Self.maxLayers, let filter = ByteLayer.filter(for: prefix) {
      layers[depth] = .filter(filter)
      layers.append(.unknown([]))
    } else if let container = ByteLayer.unreadable(prefix) {
      let isOffice = container.command.isEmpty
      throw FormatError(
        .unreadableContainer,
        message: isOffice
          ? "is \(container.name), which is not read here"
          : "is \(container.name)-compressed, which is not read here",
        remedy: isOffice
          ? "save it as .docx, .xlsx or .eml"
          : "unpack it on the way: \(container.command) FILE | backfile import -")
    } else {
      layers[depth] = .none
    }
    try push(prefix.span, layer: depth, to: sink)
  }

  private mutating func finishLayer(
    _ depth: Int, to sink: (RecordEvent) throws -> Void
  ) throws {
    if case .unknown(let prefix) = layers[depth] { try recognise(prefix, layer: depth, to: sink) }
    guard case .filter(var filter) = layers[depth] else { return }
    do {
      try filter.finish { try push($0, layer: depth + 1, to: sink) }
    } catch let problem as DamagedInput {
      damage.append(problem)
    }
  }

  // MARK: Format

  private mutating func read(
    _ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void
  ) throws {
    switch state {
    case .reading(var reader):
      state = .sniffing([])
      if decoder == nil {
        try reader.push(chunk) { try count($0, sink) }
      } else {
        var text: [UInt8] = []
        decoder?.push(chunk) { text.append(contentsOf: $0) }
        try reader.push(text.span) { try count($0, sink) }
      }
      state = .reading(reader)
    case .sniffing(var bytes):
      state = .sniffing([])
      bytes.append(contentsOf: chunk)
      if bytes.count < Self.sampleBytes {
        state = .sniffing(bytes)
      } else {
        try begin(bytes, isWhole: false, to: sink)
      }
    }
  }

  private mutating func begin(
    _ bytes: [UInt8], isWhole: Bool, to sink: (RecordEvent) throws -> Void
  ) throws {
    if isWhole, bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      let reason = bytes.isEmpty ? "the file is empty" : "the file holds nothing but white space"
      return try count(.rejected(RecordPosition(record: 1), reason: reason, excerpt: ""), sink)
    }
    var bytes = bytes
    let guess = EncodingGuess.encoding(of: bytes[...])
    var sample = Format.Sample(
      bytes: Array(bytes.prefix(Self.sampleBytes)), isWhole: isWhole, fileName: context.fileName)
    let decoded = guess.map { Array($0.decode(sample.bytes.span).text.utf8) }
    if format == nil {
      // The names of a table's columns are in the encoding too.
      if let decoded { sample.bytes = decoded }
      format = try recognised(sample)
    }
    guard let format else { return }
    if let guess, format.isText, let filter = TranscodingFilter(guess) {
      decodingRemark = "not UTF-8: read as \(guess.name)"
      decoder = filter
      var text: [UInt8] = []
      decoder?.push(bytes.span) { text.append(contentsOf: $0) }
      bytes = text
    }
    var reader = format.makeReader(context)
    try reader.push(bytes.span) { try count($0, sink) }
    state = .reading(reader)
  }

  private func recognised(_ sample: Format.Sample) throws -> Format {
    if sample.bytes.starts(with: "version https://git-lfs.github.com/".utf8) {
      throw FormatError(
        .unknownFormat, message: "is a Git LFS pointer: it stands for a file that is not here",
        remedy: "fetch the file by git lfs pull")
    }
    if ArchiveSignature.begins(sample.bytes) {
      throw FormatError(
        .noArticle, message: "is an archive of Backfile, not a dump", remedy: "ask it by -a FILE")
    }
    if let format = Format.recognise(sample) { return format }
    if let reason = reasonForNoArticle(sample) {
      throw FormatError(.noArticle, message: reason, remedy: "if it is one, say --format text")
    }
    let seen = jsonString(repairedString(sample.bytes.span.extracting(first: 40)))
    throw FormatError(
      .unknownFormat, message: "has no format known here; it begins with \(seen)",
      remedy: "say what it is by --format "
        + Format.all.map(\.name).joined(separator: ", "))
  }

  private mutating func count(
    _ event: RecordEvent, _ sink: (RecordEvent) throws -> Void
  ) throws {
    recordCount += 1
    guard let decodingRemark, case .article(var draft, let position) = event else {
      return try sink(event)
    }
    draft.remarks.append(decodingRemark)
    try sink(.article(draft, position))
  }
}
