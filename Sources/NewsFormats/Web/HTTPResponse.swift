/// What a server answered, as a web archive keeps it.
struct HTTPResponse {
  private(set) var status = 200
  private(set) var type = ""
  private(set) var charset: String?
  private(set) var body: [UInt8] = []
  /// Why the body cannot be read, if it cannot.
  private(set) var problem: String?

  /// Unpacked pages of more bytes are cut: they are no articles.
  private static let maxBody = 32 << 20

  /// A response, or nil where the bytes are none.
  ///
  /// - Parameters:
  ///   - bytes: The record's block.
  ///   - isBare: Whether it is the body alone.
  init?(_ bytes: [UInt8], isBare: Bool) {
    guard !isBare else {
      body = bytes
      return
    }
    guard bytes.starts(with: Array("HTTP/".utf8)) else {
      // ARC files of old servers, HTTP 0.9: no headers at all.
      body = bytes
      let start = bytes[...].trimmed.prefix(1)
      guard start.first == UInt8(ascii: "<") else { return nil }
      type = "text/html"
      return
    }
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let words = repairedString(Array(bytes[..<lineEnd]).span).split(separator: " ")
    status = words.count > 1 ? Int(words[1].prefix(3)) ?? 0 : 0
    let head = MIMEPart(bytes[min(lineEnd + 1, bytes.endIndex)...])
    let isTyped = head.headers.contains { $0.name == "content-type" }
    type = isTyped ? head.type : ""
    charset = head.parameter("charset", of: "content-type")
    guard isPage else { return }
    let start = Self.bodyStart(bytes)
    var content = Array(bytes[start...])
    if head["transfer-encoding"]?.lowercased().contains("chunked") == true {
      content = Self.withoutChunks(content)
    }
    switch head["content-encoding"]?.trimmedText.lowercased() {
    case nil, "", "identity", "utf-8", "none": break
    case "gzip", "x-gzip", "deflate":
      // Some archives keep the header though they have unpacked the page.
      if content.first != UInt8(ascii: "<") { content = Self.unpacked(content) }
    case let encoding?:
      if content.first != UInt8(ascii: "<") {
        problem = "packed by \(encoding), which is not read here"
      }
    }
    body = content
  }

  /// Whether it is an HTML page, and no error or redirect.
  var isPage: Bool {
    let isHTML =
      type.isEmpty || type.contains("html") || type == "application/xhtml+xml"
    return (200..<300).contains(status) && isHTML
  }

  private static func bodyStart(_ bytes: [UInt8]) -> Int {
    var index = 0
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let line = bytes[index..<end]
      if line.isEmpty || line.elementsEqual([0x0D]) { return end + 1 }
      index = end + 1
    }
    return bytes.endIndex
  }

  /// A body without the sizes of its chunks (RFC 9112, section 7.1); the body itself if it has none.
  private static func withoutChunks(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let end = bytes[index...].prefix(2000).firstIndex(of: 0x0A) else {
        return output.isEmpty ? bytes : output
      }
      var size = 0
      var digits = 0
      for byte in bytes[index..<end] {
        guard let digit = hexadecimalDigit(byte), digits < 8 else { break }
        size = size << 4 | Int(digit)
        digits += 1
      }
      // Not chunked after all, or wrongly: what follows is taken as it is.
      guard digits > 0 else { return output.isEmpty ? bytes : output + bytes[index...] }
      guard size > 0 else { return output }
      let start = end + 1
      let stop = min(bytes.count, start + size)
      output += bytes[start..<stop]
      index = stop
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
    return output
  }

  private static func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    let isWrapped = bytes.starts(with: [0x1F, 0x8B]) || bytes.first.map { $0 & 0x0F == 8 } == true
    let inflater = Inflater(isRaw: !isWrapped)
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var position = 0
    while output.count < maxBody {
      let step = inflater.inflate(bytes.span.extracting(droppingFirst: position), into: &buffer)
      position += step.consumed
      output.append(contentsOf: buffer.span.extracting(0..<step.produced))
      guard case .goesOn = step.outcome, step.consumed + step.produced > 0 else { break }
    }
    return output.isEmpty ? bytes : output
  }
}
