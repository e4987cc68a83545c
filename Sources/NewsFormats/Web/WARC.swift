import NewsModel

extension Format {
  /// Web archives.
  public static let warc = Format(
    name: "warc", summary: "WARC, ARC and WET: the HTML pages in a web archive",
    fileExtensions: ["warc", "arc", "wet"],
    sniff: { sample, _ in
      let bytes = sample.bytes[...]
      return bytes.starts(with: Array("WARC/".utf8))
        || bytes.starts(with: Array("filedesc://".utf8))
        ? .certain : .no
    },
    makeReader: { WARCReader($0) })
}

/// Reads the responses of a web archive that are HTML pages.
///
/// Sources: ISO 28500 (WARC 1.1) and the ARC file format of the Internet Archive (1996). Requests,
/// metadata, redirects, errors, pictures and scripts are passed over without being kept.
struct WARCReader: RecordReader {
  private enum State {
    /// The lines above a record.
    case header
    /// A record's block; `isKept` if it may be a page.
    case block(left: Int, isKept: Bool)
    /// What does not belong to any record: lines are passed over until one begins the next record.
    case searching
    /// The rest of an archive without such lines; it has been reported.
    case lost
  }

  /// Pages of more bytes are none: the largest of Common Crawl's are cut at 1 MB.
  private static let maxPage = 16 << 20
  private static let maxHeader = 64 << 10

  private var state = State.header
  private var header: [UInt8] = []
  private var block: [UInt8] = []
  private var record = WARCRecord()
  private var assembler: RecordAssembler
  private var count = 0
  private var isARC: Bool?

  init(_ context: ReaderContext) {
    // Archives are named by the time of the crawl.
    var context = context
    context.fileName = ""
    assembler = RecordAssembler(context, readsMarkup: false)
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    var position = 0
    while position < chunk.count {
      switch state {
      case .lost: return
      case .searching:
        let end = chunk.firstIndex(of: 0x0A, from: position).map { $0 + 1 } ?? chunk.count
        let room = max(0, 100 - header.count)
        let line = chunk.extracting(position..<end)
        header.append(contentsOf: line.extracting(0..<min(room, line.count)))
        position = end
        guard chunk[end - 1] == 0x0A else { continue }
        if header.starts(with: Array("WARC/".utf8)) {
          state = .header
        } else {
          header.removeAll(keepingCapacity: true)
        }
      case .header:
        guard let end = chunk.firstIndex(of: 0x0A, from: position) else {
          header.append(contentsOf: chunk.extracting(droppingFirst: position))
          position = chunk.count
          if header.count > Self.maxHeader { try lose("a record's header does not end", to: sink) }
          continue
        }
        header.append(contentsOf: chunk.extracting(position..<end + 1))
        position = end + 1
        try readHeaderLine(to: sink)
      case .block(let left, let isKept):
        let size = min(left, chunk.count - position)
        if isKept, block.count < Self.maxPage {
          block.append(contentsOf: chunk.extracting(position..<position + size))
        }
        position += size
        if left > size {
          state = .block(left: left - size, isKept: isKept)
        } else {
          try endBlock(isKept, to: sink)
        }
      }
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    if case .block(let left, let isKept) = state {
      let reason = "the archive ends in the middle of a record, \(left) bytes early"
      if isKept { try endBlock(isKept, to: sink) }
      try reject(reason, to: sink)
    }
    if count == 0 { try reject("the web archive holds no HTML pages", to: sink) }
  }

  private mutating func lose(_ reason: String, to sink: (RecordEvent) throws -> Void) throws {
    state = .lost
    header = []
    try reject(reason + "; the rest was not read", to: sink)
  }

  private mutating func reject(_ reason: String, to sink: (RecordEvent) throws -> Void) throws {
    count += 1
    try sink(.rejected(RecordPosition(record: count), reason: reason, excerpt: ""))
  }

  /// Takes a line of a header: the last one begins the block.
  private mutating func readHeaderLine(to sink: (RecordEvent) throws -> Void) throws {
    let isBlank = header.last { $0 != 0x0A && $0 != 0x0D } == nil
    if isBlank {
      // Blank lines part records.
      header.removeAll(keepingCapacity: true)
      return
    }
    let isWARC = header.starts(with: Array("WARC/".utf8))
    if isARC == nil { isARC = !isWARC }
    if isARC == true, !isWARC {
      guard let found = WARCRecord(arcLine: header[...]) else {
        return try lose("no header of an ARC record where one is expected", to: sink)
      }
      return begin(found)
    }
    guard isWARC else {
      state = .searching
      header.removeAll(keepingCapacity: true)
      return try reject("a record's length is wrong: something may be missing", to: sink)
    }
    let endsHeader =
      header.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A])
      || header.suffix(2).elementsEqual([0x0A, 0x0A])
    guard endsHeader else {
      if header.count > Self.maxHeader { try lose("a record's header does not end", to: sink) }
      return
    }
    guard let found = WARCRecord(header: header[...]) else {
      return try lose("a record without its length", to: sink)
    }
    begin(found)
  }

  private mutating func begin(_ found: WARCRecord) {
    header.removeAll(keepingCapacity: true)
    block.removeAll(keepingCapacity: true)
    record = found
    state = found.length > 0 ? .block(left: found.length, isKept: found.mayBePage) : .header
  }

  private mutating func endBlock(_ isKept: Bool, to sink: (RecordEvent) throws -> Void) throws {
    state = .header
    guard isKept else { return }
    let whole = block
    block = []
    if record.kind == .text {
      count += 1
      let text = DecodedText(whole.span)
      if let remark = text.remark { assembler.remark(remark) }
      let lines = lines(of: text.text)
      assembler.add(.headline, lines.first)
      assembler.add(.url, record.address)
      assembler.addMetadata("crawled", record.date)
      assembler.add(.text, lines.dropFirst().joined(separator: "\n"))
      return try sink(assembler.finish(RecordPosition(record: count), record: whole.span))
    }
    guard let response = HTTPResponse(whole, isBare: record.kind == .page) else { return }
    guard response.isPage || record.kind == .page else { return }
    let page = FetchedPage(
      html: response.body, address: record.address, charset: response.charset,
      fetched: record.date)
    count += 1
    let position = RecordPosition(record: count)
    if let problem = response.problem {
      return try sink(
        .rejected(
          position, reason: "\(record.address ?? "a page"): \(problem)",
          excerpt: excerpt(of: whole.span)))
    }
    if whole.count >= Self.maxPage { assembler.remark(Remark.cut) }
    try sink(page.record(at: position, by: &assembler))
  }
}

/// What stands above a record of a web archive.
private struct WARCRecord {
  enum Kind {
    case response
    /// A page without its HTTP headers.
    case page
    /// Text that was taken from a page: WET.
    case text
    case other
  }

  var kind = Kind.other
  var address: String?
  var date: String?
  var length = 0
  /// What ARC says of the type; WARC leaves it to the HTTP headers.
  private var type: String?

  init() {}

  var mayBePage: Bool {
    guard kind != .other else { return false }
    guard let type, kind == .response else { return true }
    return type.contains("html") || type.isEmpty || type == "unk"
  }

  /// `WARC/1.0` and its named fields.
  init?(header: ArraySlice<UInt8>) {
    let part = MIMEPart(header[(header.firstIndex(of: 0x0A) ?? header.startIndex)...].dropFirst())
    guard let length = part["content-length"].flatMap({ Int($0.trimmedText) }), length >= 0 else {
      return nil
    }
    self.length = length
    address = part["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    date = part["warc-date"]
    let type = part["content-type"]?.lowercased() ?? ""
    switch part["warc-type"]?.lowercased() {
    case "response": kind = type.hasPrefix("application/http") || type.isEmpty ? .response : .other
    case "resource": kind = type.contains("html") ? .page : .other
    case "conversion": kind = type.hasPrefix("text/plain") ? .text : .other
    default: kind = .other
    }
  }

  /// `http://… 192.0.2.1 20080430204825 text/html 1234`; a space may stand in the address.
  init?(arcLine line: ArraySlice<UInt8>) {
    let words = DecodedText(Array(line).span).text.split { $0 == " " || $0.isNewline }
    guard words.count >= 4, let length = Int(words[words.count - 1]), words[0].contains(":")
    else { return nil }
    // A negative length is that of a file description whose size nobody knew.
    self.length = max(0, length)
    address = words[..<max(1, words.count - 4)].joined(separator: " ")
    date = words.count > 4 ? String(words[words.count - 3]) : nil
    type = words[words.count - 2].lowercased()
    kind = words[0].hasPrefix("http") ? .response : .other
  }
}
