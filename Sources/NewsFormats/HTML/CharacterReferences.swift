/// Resolves character references: `&amp;`, `&#8212;`, `&#x2014;` (HTML, section 13.2.5.72).
struct CharacterReferences: Sendable {
  /// The names of the standard.
  static let standard = CharacterReferences()

  private static let longestWithoutSemicolon = 6
  private static let longestName = 31

  private let withoutSemicolon: NameIndex
  private let withSemicolon: NameIndex

  private init() {
    withoutSemicolon = NameIndex(CharacterReferenceNames.withoutSemicolon)
    withSemicolon = NameIndex(CharacterReferenceNames.withSemicolon)
  }

  /// Appends text with its references resolved; NUL characters are left out.
  ///
  /// In an attribute, a name without semicolon before a letter, a digit or `=` is none.
  func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isAttribute: Bool, to output: inout [UInt8]
  ) {
    let source = bytes.extracting(0..<range.upperBound)
    var index = range.lowerBound
    while let ampersand = source.firstIndex(of: UInt8(ascii: "&"), from: index) {
      appendPlain(source, index..<ampersand, to: &output)
      index = resolve(source, at: ampersand, isAttribute: isAttribute, to: &output)
    }
    appendPlain(source, index..<range.upperBound, to: &output)
  }

  private func appendPlain(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    guard !range.isEmpty else { return }
    let part = bytes.extracting(range)
    if part.firstIndex(of: 0) == nil {
      output.append(contentsOf: part)
    } else {
      for index in part.indices where part[index] != 0 { output.append(part[index]) }
    }
  }

  /// Appends what a reference stands for, or the ampersand that begins none; gives the place behind.
  func resolve(
    _ bytes: Span<UInt8>, at ampersand: Int, isAttribute: Bool, to output: inout [UInt8]
  ) -> Int {
    let start = ampersand + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      if let (scalar, end) = numeric(bytes, from: start + 1) {
        appendUTF8(of: scalar, to: &output)
        return end
      }
    } else if let end = named(bytes, from: start, isAttribute: isAttribute, to: &output) {
      return end
    }
    output.append(UInt8(ascii: "&"))
    return start
  }

  // MARK: Numbers

  private func numeric(_ bytes: Span<UInt8>, from start: Int) -> (Unicode.Scalar, end: Int)? {
    var index = start
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < bytes.count {
      let digit: UInt32
      switch bytes[index] {
      case 0x30...0x39: digit = UInt32(bytes[index] - 0x30)
      case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal:
        digit = UInt32((bytes[index] | 0x20) - 0x57)
      default: digit = .max
      }
      if digit == .max { break }
      // Beyond the last character every number is the same.
      if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + digit }
      index += 1
    }
    guard index > digits else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (Self.scalar(value), index)
  }

  /// What a number stands for: 80 to 9F are meant as Windows-1252.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value == 0 { return replacementScalar }
    if (0x80..<0xA0).contains(value) {
      return Unicode.Scalar(SingleByteEncoding.windows1252.table[Int(value) - 0x80])
        ?? replacementScalar
    }
    return Unicode.Scalar(value) ?? replacementScalar
  }

  // MARK: Names

  private func named(
    _ bytes: Span<UInt8>, from start: Int, isAttribute: Bool, to output: inout [UInt8]
  ) -> Int? {
    var end = start
    while end < bytes.count, end - start < Self.longestName + 1,
      isASCIILetter(bytes[end]) || isDigit(bytes[end])
    {
      end += 1
    }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      let name = bytes.extracting(start..<end)
      if let text = withSemicolon.text(of: name) ?? withoutSemicolon.text(of: name) {
        output += text
        return end + 1
      }
    }
    var prefix = min(end, start + Self.longestWithoutSemicolon)
    while prefix > start + 1 {
      if let text = withoutSemicolon.text(of: bytes.extracting(start..<prefix)) {
        let goesOn =
          prefix < bytes.count
          && (isASCIILetter(bytes[prefix]) || isDigit(bytes[prefix])
            || bytes[prefix] == UInt8(ascii: "="))
        if isAttribute, goesOn { return nil }
        output += text
        return prefix
      }
      prefix -= 1
    }
    return nil
  }
}

/// Names and the characters that they stand for, found by a hash of the name.
private struct NameIndex: Sendable {
  private struct Entry {
    var name: [UInt8]
    var text: [UInt8]
  }

  private var entries: [Entry] = []
  private var slots: [UInt16]
  private let mask: Int

  /// Reads `name code point…;` lists.
  init(_ list: String) {
    for item in list.utf8.split(separator: UInt8(ascii: ";")) {
      let words = item.split { $0 <= 0x20 }
      guard let name = words.first else { continue }
      var text: [UInt8] = []
      for word in words.dropFirst() {
        let code = word.reduce(UInt32(0)) { value, digit in
          value << 4 | UInt32(digit > 0x40 ? digit - 0x37 : digit - 0x30)
        }
        appendUTF8(of: Unicode.Scalar(code) ?? replacementScalar, to: &text)
      }
      entries.append(Entry(name: Array(name), text: text))
    }
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    slots = [UInt16](repeating: .max, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = hash(entry.name.span)
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt16(index)
    }
  }

  private func hash(_ name: Span<UInt8>) -> Int {
    var hash = NameHash()
    for index in name.indices { hash.append(name[index]) }
    return Int(hash.value) & mask
  }

  func text(of name: Span<UInt8>) -> [UInt8]? {
    var slot = hash(name)
    while slots[slot] != .max {
      let entry = entries[Int(slots[slot])]
      if entry.name.span.elementsEqual(name) { return entry.text }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether these bytes are equal to others.
  func elementsEqual(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
