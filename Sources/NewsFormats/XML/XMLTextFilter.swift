/// Makes of an XML document's bytes what the parser reads: UTF-8 with no references but those of XML
/// itself.
///
/// The encoding is the declared one, unless the bytes are UTF-8 whatever the declaration says; bytes
/// that are none are Windows-1252. HTML's named characters, which feeds use without declaring them,
/// become the characters; a lone ampersand becomes `&amp;`.
struct XMLTextFilter {
  /// Enough to see the declaration, and more than a little of the text.
  private static let sniffedBytes = 16 << 10

  private var head: [UInt8]? = []
  private var decoder: TranscodingFilter?
  /// Bytes that may be the beginning of a character or a reference.
  private var pending: [UInt8] = []
  /// What had to be assumed, in words for the report.
  private(set) var remark: String?
  /// Whether an ampersand or a byte was repaired: then the parser has nothing more to say.
  private(set) var isRepaired = false

  /// The next piece as the parser reads it.
  mutating func push(_ chunk: Span<UInt8>) -> [UInt8] {
    guard var head else { return decode(chunk, isLast: false) }
    head.append(contentsOf: chunk)
    if head.count < Self.sniffedBytes {
      self.head = head
      return []
    }
    self.head = nil
    begin(head)
    return decode(head.span, isLast: false)
  }

  /// What is left.
  mutating func finish() -> [UInt8] {
    guard let head else { return decode([UInt8]().span, isLast: true) }
    self.head = nil
    begin(head)
    return decode(head.span, isLast: true)
  }

  private mutating func begin(_ head: [UInt8]) {
    // A character may be cut at the end.
    let sample = head.prefix(max(0, head.count - 4))
    let isUTF8 = validString(Array(sample).span) != nil && sample.contains { $0 >= 0x80 }
    guard !isUTF8, let declared = Self.declaredEncoding(head) else { return }
    decoder = LegacyEncoding(declared: declared).flatMap { TranscodingFilter($0) }
  }

  /// `<?xml version="1.0" encoding="…"?>`
  static func declaredEncoding(_ head: [UInt8]) -> String? {
    guard let start = head.firstIndex(where: { $0 > 0x20 }),
      let end = head.prefix(400).firstIndex(of: UInt8(ascii: ">")), start < end
    else { return nil }
    let declaration = String(decoding: head[start..<end], as: UTF8.self)
    return declaration.hasPrefix("<?xml") ? attributeValue("encoding", ofTag: declaration) : nil
  }

  private mutating func decode(_ chunk: Span<UInt8>, isLast: Bool) -> [UInt8] {
    guard decoder != nil else { return repair(chunk, isLast: isLast) }
    var decoded: [UInt8] = []
    decoder?.push(chunk) { decoded.append(contentsOf: $0) }
    if isLast { decoder?.finish { decoded.append(contentsOf: $0) } }
    return repair(decoded.span, isLast: isLast)
  }

  private mutating func repair(_ chunk: Span<UInt8>, isLast: Bool) -> [UInt8] {
    var input = pending
    input.append(contentsOf: chunk)
    pending = []
    let bytes = input.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"):
        // No reference that is read here is longer.
        if !isLast, bytes.count - index < 16,
          bytes.firstIndex(of: UInt8(ascii: ";"), from: index) == nil
        {
          pending = Array(input[index...])
          return output
        }
        index = readReference(bytes, index, to: &output)
      case 0x09, 0x0A, 0x0D, 0x20..<0x80:
        output.append(byte)
        index += 1
      case 0..<0x20:
        // No character of XML.
        index += 1
      default:
        let length = sequenceLength(bytes, index)
        if length > 0 {
          output.append(contentsOf: bytes.extracting(index..<index + length))
          index += length
        } else if !isLast, bytes.count - index < 4 {
          pending = Array(input[index...])
          return output
        } else {
          isRepaired = true
          remark = "not all of it is UTF-8: the rest read as Windows-1252"
          let code = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt16(byte)
          appendUTF8(of: Unicode.Scalar(code) ?? replacementScalar, to: &output)
          index += 1
        }
      }
    }
    return output
  }

  private mutating func readReference(
    _ bytes: Span<UInt8>, _ index: Int, to output: inout [UInt8]
  ) -> Int {
    guard let (scalar, end) = characterReference(bytes, at: index) else {
      isRepaired = true
      output.append(contentsOf: Array("&amp;".utf8))
      return index + 1
    }
    let isOfXML =
      bytes[index + 1] != UInt8(ascii: "#") && scalar.value < 0x80
    if isOfXML {
      output.append(contentsOf: bytes.extracting(index..<end))
    } else if scalar.value < 0x20, scalar != "\n", scalar != "\t", scalar != "\r" {
      // `&#3;` stands in wire copy, and is no character of XML.
    } else if scalar.value < 0x80 {
      output.append(contentsOf: Array("&#\(scalar.value);".utf8))
    } else {
      appendUTF8(of: scalar, to: &output)
    }
    return end
  }
}

/// The length of the UTF-8 sequence that begins here; 0 where none does.
func sequenceLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  let length =
    switch bytes[index] {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  guard length > 0, index + length <= bytes.count else { return 0 }
  for place in index + 1..<index + max(1, length) where bytes[place] & 0xC0 != 0x80 { return 0 }
  if length > 2 {
    // Overlong forms, surrogates and what lies beyond Unicode.
    let (first, second) = (bytes[index], bytes[index + 1])
    if first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F
      || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F
    {
      return 0
    }
  }
  return length
}
