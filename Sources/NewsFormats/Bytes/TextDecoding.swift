/// Text from bytes that should be UTF-8, each malformed sequence replaced by U+FFFD.
func repairedString(_ bytes: Span<UInt8>) -> String {
  bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
}

/// Text from bytes that are UTF-8, or nil where they are not.
func validString(_ bytes: Span<UInt8>) -> String? {
  guard let valid = try? UTF8Span(validating: bytes) else { return nil }
  return String(copying: valid)
}

/// Text of a dump that declares no encoding.
struct DecodedText {
  var text: String
  /// What had to be assumed, in words for the report; nil where the bytes are UTF-8.
  var remark: String?

  /// Reads UTF-8; what is none is taken for Windows-1252, unless most of it is UTF-8 after all.
  ///
  /// Text in a one-byte encoding has next to no valid multi-byte sequences, and UTF-8 that was cut
  /// or damaged has next to nothing else: whichever are more decides.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - encoding: What it is in if not in UTF-8, where that is known.
  init(_ bytes: Span<UInt8>, otherwise encoding: LegacyEncoding? = nil) {
    if let valid = validString(bytes) {
      (text, remark) = (valid, nil)
      return
    }
    let counts = Self.sequenceCounts(bytes)
    if let encoding, counts.valid <= counts.malformed {
      let decoded = encoding.decode(bytes)
      text = decoded.text
      remark = decoded.malformed > 0 ? "not all of it is \(encoding.name)" : nil
    } else if counts.valid > counts.malformed {
      (text, remark) = (repairedString(bytes), Remark.repairedUTF8)
    } else {
      (text, remark) = (windows1252String(bytes), "not UTF-8: read as Windows-1252")
    }
  }

  /// How many multi-byte sequences look like UTF-8, and how many bytes above ASCII do not.
  private static func sequenceCounts(_ bytes: Span<UInt8>) -> (valid: Int, malformed: Int) {
    var (valid, malformed) = (0, 0)
    var index = 0
    while index < bytes.count {
      let length =
        switch bytes[index] {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      var end = index + 1
      while end < bytes.count, end < index + length, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if length == 0 || end - index < length {
        malformed += 1
      } else if length > 1 {
        valid += 1
      }
      index = end
    }
    return (valid, malformed)
  }
}

/// Remarks that more than one reader makes.
enum Remark {
  static let repairedUTF8 = "invalid UTF-8 repaired"
  static let summaryOnly = "text is the summary only"
  static let headlineOnly = "degraded: no text, the headline stands for it"
  static let cut = "degraded: the dump cuts the text short"
  static let removed = "degraded: the publisher has removed the text"
  static let masked = "degraded: words are masked by @"
}

/// Windows-1252, which is also what pages that declare Latin-1 mean (WHATWG Encoding, section 9).
///
/// The five bytes without a character (81, 8D, 8F, 90, 9D) stay the C1 controls that they are in
/// Latin-1, as browsers read them.
func windows1252String(_ bytes: Span<UInt8>) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count * 5 / 4)
  for index in bytes.indices {
    let byte = bytes[index]
    if byte < 0x80 {
      output.append(byte)
    } else {
      let code = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte)
      appendUTF8(of: Unicode.Scalar(code) ?? replacementScalar, to: &output)
    }
  }
  return String(decoding: output, as: UTF8.self)
}

/// Characters of the bytes 80 to 9F; above, Windows-1252 is Latin-1.
let windows1252: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
]
