import NewsModel

extension Format {
  /// A page that a browser saved with all that belongs to it.
  public static let mhtml = Format(
    name: "mhtml", summary: "MHTML: a page that a browser saved", fileExtensions: ["mhtml", "mht"],
    sniff: { sample, isNamed in
      let head = String(decoding: sample.bytes.prefix(4000), as: UTF8.self).lowercased()
      let isSaved = head.contains("snapshot-content-location:") || head.contains("<saved by")
      let isRelated = head.contains("multipart/related") && head.contains("mime-version:")
      return isSaved && isRelated ? .certain : isNamed ? .certain : .no
    },
    makeReader: { MHTMLReader($0) })

  /// A packed web archive.
  public static let wacz = Format(
    name: "wacz", summary: "WACZ: web archives in a zip", fileExtensions: ["wacz"],
    isContainer: true,
    sniff: { sample, isNamed in
      guard isZip(sample) else { return .no }
      if isNamed { return .certain }
      return ZipMembers.names(in: sample.bytes).contains {
        $0.hasPrefix("archive/") && isArchive($0)
      }
        ? .certain : .no
    },
    // What stands beside the archives (indexes, lists of pages) says nothing more.
    makeReader: { ZipReader($0, isWanted: { isArchive($0) }) })

  private static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".warc", ".warc.gz", ".arc", ".arc.gz"].contains { name.hasSuffix($0) }
  }
}

/// Reads the page of an MHTML file: its first part that is HTML (RFC 2557).
struct MHTMLReader: RecordReader {
  private var bytes: [UInt8] = []
  private var isTooLong = false
  private var assembler: RecordAssembler

  init(_ context: ReaderContext) {
    assembler = RecordAssembler(context, readsMarkup: false)
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    if bytes.count + chunk.count > RecordLimit.bytes {
      isTooLong = true
    } else {
      bytes.append(contentsOf: chunk)
    }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    let whole = bytes
    bytes = []
    let position = RecordPosition(record: 1)
    func reject(_ reason: String) throws {
      try sink(.rejected(position, reason: reason, excerpt: excerpt(of: whole.span)))
    }
    guard !isTooLong else { return try reject(tooLong("page")) }
    let message = MIMEPart(whole[...])
    guard let part = message.leaves.first(where: { $0.type.contains("html") }) else {
      return try reject("no HTML page in the file")
    }
    let page = FetchedPage(
      html: part.body,
      address: message["snapshot-content-location"] ?? part["content-location"],
      charset: part.parameter("charset", of: "content-type"), fetched: message["date"])
    try sink(page.record(at: position, by: &assembler))
  }
}
