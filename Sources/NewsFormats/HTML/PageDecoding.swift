import Glibc

/// A page's source as UTF-8.
struct DecodedPage: Sendable {
  var bytes: [UInt8]
  /// What had to be assumed or repaired, in words for the report.
  var remark: String?

  /// Decodes a page by its byte order mark, the declared encodings, or its look.
  ///
  /// What is valid UTF-8 and more than ASCII is UTF-8, whatever is declared: text in another
  /// encoding next to never is. A declared encoding that has no such bytes is not believed.
  ///
  /// - Parameters:
  ///   - source: The page as it was stored.
  ///   - declared: The charset of the HTTP header, if known.
  init(_ source: [UInt8], declared: String? = nil) {
    let span = source.span
    if span.hasPrefix("\u{FEFF}", at: 0) {
      self.init(utf8: Array(source.dropFirst(3)))
    } else if source.starts(with: [0xFF, 0xFE]) {
      self.init(bytes: decodeUTF16(source.dropFirst(2), isBigEndian: false), remark: nil)
    } else if source.starts(with: [0xFE, 0xFF]) {
      self.init(bytes: decodeUTF16(source.dropFirst(2), isBigEndian: true), remark: nil)
    } else if span.isUTF8, !span.mayBeISO2022 {
      self.init(bytes: source, remark: nil)
    } else {
      self.init(source, label: declared ?? declaredEncoding(span))
    }
  }

  private init(bytes: [UInt8], remark: String?) { (self.bytes, self.remark) = (bytes, remark) }

  private init(utf8 bytes: [UInt8]) {
    let isValid = bytes.span.isUTF8
    self.init(
      bytes: isValid ? bytes : Array(repairedString(bytes.span).utf8),
      remark: isValid ? nil : Remark.repairedUTF8)
  }

  private init(_ source: [UInt8], label: String?) {
    switch label.flatMap(HTMLEncoding.init(label:)) {
    case .singleByte(let encoding):
      self.init(bytes: encoding.decode(source.span), remark: nil)
    case .multiByte(let name):
      let decoded = decodeMultiByte(source, name)
      self.init(
        bytes: decoded.bytes,
        remark: decoded.malformed > 0
          ? "malformed \(name): \(decoded.malformed) bytes replaced" : nil)
    case .utf8, .utf16:
      // Pages in UTF-16 have no ASCII in which to say so: what says so is UTF-8 or nothing.
      let text = DecodedText(source.span)
      self.init(bytes: Array(text.text.utf8), remark: text.remark)
    case nil:
      let text = DecodedText(source.span)
      let unknown = label.map { "unknown encoding \(shortened($0)): " } ?? ""
      self.init(bytes: Array(text.text.utf8), remark: text.remark.map { unknown + $0 })
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are UTF-8. Most of a page is ASCII, which is passed over eight bytes at a time.
  fileprivate var isUTF8: Bool {
    var index = 0
    while index < count {
      let start = index + asciiLength(from: index)
      guard start < count else { return true }
      // Up to eight bytes of ASCII, at which every sequence must have ended.
      index = start
      repeat {
        while index < count, self[index] >= 0x80 { index += 1 }
        let length = asciiLength(from: index)
        if length >= 8 || index + length == count { break }
        index += length
      } while index < count
      guard (try? UTF8Span(validating: extracting(start..<index))) != nil else { return false }
    }
    return true
  }

  /// How many bytes from a place on are ASCII.
  private func asciiLength(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
        if high != 0 { return index - start + high.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      return index - start
    }
  }

  /// Whether the bytes have the escapes of ISO-2022-JP, which are ASCII.
  fileprivate var mayBeISO2022: Bool {
    guard let escape = firstIndex(of: 0x1B) else { return false }
    return hasPrefix("\u{1B}$B", at: escape) || hasPrefix("\u{1B}(J", at: escape)
      || hasPrefix("\u{1B}$@", at: escape)
  }
}

private func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    index += 2
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// Decodes by the C library; each byte that cannot be decoded becomes U+FFFD.
private func decodeMultiByte(
  _ source: [UInt8], _ name: String
) -> (bytes: [UInt8], malformed: Int) {
  guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
    return (Array(repairedString(source.span).utf8), source.count)
  }
  defer { iconv_close(converter) }
  var source = source
  var output: [UInt8] = []
  output.reserveCapacity(source.count * 3 / 2)
  var buffer = [CChar](repeating: 0, count: 32 << 10)
  var malformed = 0
  source.withUnsafeMutableBytes { raw in
    var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = raw.count
    while left > 0 {
      let (result, written) = buffer.withUnsafeMutableBufferPointer { room in
        var place = room.baseAddress
        var free = room.count
        let result = iconv(converter, &input, &left, &place, &free)
        return (result == -1 ? errno : 0, room.count - free)
      }
      for index in 0..<written { output.append(UInt8(bitPattern: buffer[index])) }
      if result == EILSEQ || result == EINVAL {
        appendUTF8(of: replacementScalar, to: &output)
        malformed += 1
        input = input.map { $0 + 1 }
        left -= 1
      }
    }
  }
  return (output, malformed)
}
