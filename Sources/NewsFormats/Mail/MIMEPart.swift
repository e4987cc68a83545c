/// A message, or a part of one.
///
/// Sources: RFC 5322, RFC 2045 to 2047, RFC 2231.
struct MIMEPart {
  private(set) var headers: [(name: String, value: String)] = []
  /// The body as it stands, before its transfer encoding is undone; empty where there are parts.
  private(set) var rawBody: ArraySlice<UInt8> = []
  private(set) var parts: [MIMEPart] = []

  /// Messages within messages end here.
  private static let maxDepth = 20
  /// A message of more parts is none.
  private static let maxParts = 10_000

  init(_ bytes: ArraySlice<UInt8>) { self.init(bytes, depth: 0) }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    let bodyStart = readHeaders(bytes)
    let body = bytes[bodyStart...]
    if depth < Self.maxDepth {
      if type.hasPrefix("multipart/"), let boundary = parameter("boundary", of: "content-type") {
        parts = Self.split(body, at: boundary).map { MIMEPart($0, depth: depth + 1) }
      } else if type == "message/rfc822" {
        let decoded = encoding == "base64" ? Self.base64(body) : Array(body)
        parts = [MIMEPart(decoded[...], depth: depth + 1)]
      }
    }
    if parts.isEmpty { rawBody = body }
  }

  /// The value of a header, decoded.
  subscript(name: String) -> String? {
    headers.first { $0.name == name }.map { decodedWords($0.value) }
  }

  /// The type in lower case, without parameters: `text/plain` where none is given.
  var type: String {
    let value = headers.first { $0.name == "content-type" }?.value ?? "text/plain"
    return value.prefix { $0 != ";" }.trimmedText.lowercased()
  }

  var isAttachment: Bool {
    self["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  /// All parts that have no parts, in order.
  var leaves: [MIMEPart] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

  private var encoding: String {
    self["content-transfer-encoding"]?.trimmedText.lowercased() ?? "7bit"
  }

  /// The body, its transfer encoding undone.
  var body: [UInt8] {
    switch encoding {
    case "base64": Self.base64(rawBody)
    case "quoted-printable": Self.quotedPrintable(rawBody)
    default: Array(rawBody)
    }
  }

  /// The encoding that the part declares.
  var charset: LegacyEncoding? {
    parameter("charset", of: "content-type").flatMap { LegacyEncoding(declared: $0) }
  }

  /// The body as text.
  var text: DecodedText { DecodedText(body.span, otherwise: charset) }

  /// A parameter of a header: `boundary` of `multipart/mixed; boundary="x"`.
  func parameter(_ name: String, of header: String) -> String? {
    guard let value = headers.first(where: { $0.name == header })?.value else { return nil }
    var rest = Array(value.utf8)[...]
    while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
      rest = rest[(semicolon + 1)...].trimmed
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = String(decoding: rest[..<equals], as: UTF8.self).trimmedText.lowercased()
      rest = rest[(equals + 1)...].trimmed
      var text: [UInt8] = []
      if rest.first == UInt8(ascii: "\"") {
        rest.removeFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
          if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
            text.append(next)
          } else {
            text.append(byte)
          }
        }
      } else {
        text = Array(rest.prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 })
        rest.removeFirst(text.count)
      }
      if key == name || key == name + "*" || key == name + "*0" {
        return String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }

  // MARK: Structure

  /// Reads the header lines, folded ones too; returns where the body begins.
  private mutating func readHeaders(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let next = min(end + 1, bytes.endIndex)
      var line = bytes[index..<end]
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { return headers.isEmpty ? bytes.startIndex : next }
      if line.first == 0x20 || line.first == 0x09 {
        guard !headers.isEmpty else { return bytes.startIndex }
        headers[headers.count - 1].value += " " + Self.text(line.trimmed)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")),
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        headers.append((name, Self.text(line[(colon + 1)...].trimmed)))
      } else if line.starts(with: Array("From ".utf8)), headers.isEmpty {
        // The line that parts messages in a mailbox.
      } else {
        // No header: the body begins without a blank line.
        return index
      }
      index = next
    }
    return bytes.endIndex
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    DecodedText(Array(bytes).span).text
  }

  /// The parts between the lines that begin with the boundary.
  private static func split(
    _ body: ArraySlice<UInt8>, at boundary: String
  ) -> [ArraySlice<UInt8>] {
    let mark = Array("--".utf8) + Array(boundary.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      let next = min(end + 1, body.endIndex)
      if body[index] == UInt8(ascii: "-"), body[index..<end].starts(with: mark) {
        if let start, parts.count < maxParts { parts.append(body[start..<index]) }
        let rest = body[(index + mark.count)..<end].trimmed
        if rest.elementsEqual(Array("--".utf8)) { return parts }
        start = next
      }
      index = next
    }
    // The last boundary is missing: the message was cut.
    if let start { parts.append(body[start...]) }
    return parts
  }

  // MARK: Transfer encodings

  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 4)
    var (value, bits): (UInt32, Int) = (0, 0)
    for byte in bytes {
      let digit: UInt32
      switch byte {
      case 0x41...0x5A: digit = UInt32(byte) - 0x41
      case 0x61...0x7A: digit = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: digit = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): digit = 63
      case UInt8(ascii: "="):
        (value, bits) = (0, 0)
        continue
      default: continue
      }
      value = (value << 6 | digit) & 0x00FF_FFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
      }
    }
    return output
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "=") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      // A soft line break, which may have spaces before its end.
      var next = index + 1
      while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D
      {
        next += 1
      }
      if next < bytes.endIndex, bytes[next] == 0x0A {
        index = next + 1
        continue
      }
      if index + 2 < bytes.endIndex, let high = hexadecimalDigit(bytes[index + 1]),
        let low = hexadecimalDigit(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}

/// The value of a hexadecimal digit, or nil.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
  default: nil
  }
}

/// A header's value with its encoded words (`=?utf-8?B?…?=`, RFC 2047) decoded.
func decodedWords(_ value: String) -> String {
  guard value.contains("=?") else { return value }
  var output = ""
  var rest = value[...]
  var wasEncoded = false
  while let open = rest.firstRange(of: "=?") {
    let before = rest[..<open.lowerBound]
    // Between two encoded words white space is no text.
    if !(wasEncoded && before.allSatisfy(\.isWhitespace)) { output += before }
    let parts = rest[open.upperBound...].split(
      separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let close = parts[2].firstRange(of: "?=") else {
      output += "=?"
      rest = rest[open.upperBound...]
      wasEncoded = false
      continue
    }
    let content = Array(parts[2][..<close.lowerBound].utf8)
    let bytes =
      parts[1].lowercased() == "b"
      ? MIMEPart.base64(content[...])
      : MIMEPart.quotedPrintable(content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    let charset = LegacyEncoding(declared: String(parts[0].prefix { $0 != "*" }))
    output += DecodedText(bytes.span, otherwise: charset).text
    rest = rest[close.upperBound...]
    wasEncoded = true
  }
  return output + rest
}
