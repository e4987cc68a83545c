/// Why bytes are not JSON, and where.
struct JSONProblem: Error, Equatable {
  /// The place in the record's bytes.
  var offset: Int
  /// What is wrong, in words.
  var message: String
}

/// A value in JSON text: what it is and where it stands.
struct JSONValue: Sendable {
  enum Kind: Sendable {
    case string(hasEscapes: Bool)
    case number, object, array, boolean, null
  }

  var kind: Kind
  /// The value's bytes, quotes and brackets included.
  var range: Range<Int>

  var isObject: Bool {
    if case .object = kind { return true }
    return false
  }
}

/// Reads JSON to the letter of RFC 8259, over bytes, and says where values stand.
///
/// It decodes nothing: of an article's text the bytes are passed over eight at a time. The bytes
/// are given to each call, since a struct cannot hold a span.
struct JSONScanner {
  /// How deep values may nest: far deeper than any article, and far from the end of the stack.
  static let maxDepth = 512

  var position = 0
  private var depth = 0

  init(at position: Int = 0) { self.position = position }

  /// The next byte that is no white space, or nil at the end.
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Reads one value and what it holds.
  mutating func value(_ bytes: Span<UInt8>) throws(JSONProblem) -> JSONValue {
    guard let byte = peek(bytes) else { throw problem("the value is missing") }
    let start = position
    let kind: JSONValue.Kind
    switch byte {
    case UInt8(ascii: "\""): kind = .string(hasEscapes: try string(bytes))
    case UInt8(ascii: "{"):
      kind = .object
      try object(bytes) { (_, _, _) throws(JSONProblem) in }
    case UInt8(ascii: "["):
      kind = .array
      try array(bytes) { (_) throws(JSONProblem) in }
    case UInt8(ascii: "-"), 0x30...0x39:
      kind = .number
      try number(bytes)
    case UInt8(ascii: "t"):
      kind = .boolean
      try word("true", bytes)
    case UInt8(ascii: "f"):
      kind = .boolean
      try word("false", bytes)
    case UInt8(ascii: "n"):
      kind = .null
      try word("null", bytes)
    default: throw problem("no value begins like this")
    }
    return JSONValue(kind: kind, range: start..<position)
  }

  /// Reads an object; `body` is given each member's key, whether the key has escapes, and its value.
  mutating func object(
    _ bytes: Span<UInt8>,
    body: (Range<Int>, _ hasEscapes: Bool, JSONValue) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    try open()
    if peek(bytes) == UInt8(ascii: "}") { return close() }
    while true {
      guard peek(bytes) == UInt8(ascii: "\"") else { throw problem("a key is missing") }
      let keyStart = position + 1
      let hasEscapes = try string(bytes)
      let key = keyStart..<position - 1
      guard peek(bytes) == UInt8(ascii: ":") else { throw problem("a colon is missing") }
      position += 1
      try body(key, hasEscapes, try value(bytes))
      switch peek(bytes) {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"): return close()
      case nil: throw problem("the object does not end")
      default: throw problem("a comma or brace is missing")
      }
    }
  }

  /// Reads an array; `body` is given each element.
  mutating func array(
    _ bytes: Span<UInt8>, body: (JSONValue) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    try open()
    if peek(bytes) == UInt8(ascii: "]") { return close() }
    while true {
      try body(try value(bytes))
      switch peek(bytes) {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"): return close()
      case nil: throw problem("the array does not end")
      default: throw problem("a comma or bracket is missing")
      }
    }
  }

  /// Makes sure that nothing but white space follows.
  mutating func end(_ bytes: Span<UInt8>) throws(JSONProblem) {
    if peek(bytes) != nil { throw problem("something follows the value") }
  }

  private func problem(_ message: String) -> JSONProblem {
    JSONProblem(offset: position, message: message)
  }

  private mutating func open() throws(JSONProblem) {
    guard depth < Self.maxDepth else { throw problem("deeper than \(Self.maxDepth) levels") }
    depth += 1
    position += 1
  }

  private mutating func close() {
    depth -= 1
    position += 1
  }

  /// Passes over a string; returns whether it has escapes.
  private mutating func string(_ bytes: Span<UInt8>) throws(JSONProblem) -> Bool {
    var hasEscapes = false
    position += 1
    while true {
      position = endOfPlainJSON(bytes, from: position)
      guard position < bytes.count else { throw problem("the string does not end") }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(bytes)
      default: throw problem("a control character must be escaped")
      }
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONProblem) {
    guard position + 1 < bytes.count else { throw problem("the string does not end") }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard hexadecimal(bytes, at: position + 2) != nil else {
        throw problem("\\u needs four hexadecimal digits")
      }
      position += 6
    default: throw problem("no such escape")
    }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONProblem) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONProblem) {
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    if position == start { throw problem("a digit is missing") }
  }

  private mutating func word(
    _ word: StaticString, _ bytes: Span<UInt8>
  ) throws(JSONProblem) {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes.extracting(position..<end).elementsEqual(word) else {
      throw problem("no value begins like this")
    }
    position = end
  }
}

/// The value of four hexadecimal digits, or nil.
func hexadecimal(_ bytes: Span<UInt8>, at start: Int) -> UInt16? {
  guard start + 4 <= bytes.count else { return nil }
  var value: UInt16 = 0
  for index in start..<start + 4 {
    switch bytes[index] {
    case 0x30...0x39: value = value << 4 | UInt16(bytes[index] - 0x30)
    case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt16((bytes[index] | 0x20) - 0x57)
    default: return nil
    }
  }
  return value
}

/// The first place, at or behind `start`, of a quote, backslash or control character; else the end.
///
/// Eight bytes at a time: of each word the lowest marked byte is surely one of them (the well-known
/// "find a zero byte" trick; the marks above it may be a carry's).
func endOfPlainJSON(_ bytes: Span<UInt8>, from start: Int) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highBits = ones << 7
  var index = start
  while index + 8 <= bytes.count {
    let word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let control = (word &- ones &* 0x20) & ~word
    let marks =
      (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | control) & highBits
    if marks != 0 { return index + marks.trailingZeroBitCount >> 3 }
    index += 8
  }
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
    index += 1
  }
  return index
}
