/// What a JSON string says, and what had to be repaired to read it.
struct JSONText {
  var text: String
  var hasInvalidUTF8 = false
  var hasLoneSurrogate = false

  /// Decodes the inside of a string that a ``JSONScanner`` has passed over.
  init(_ bytes: Span<UInt8>, hasEscapes: Bool) {
    guard hasEscapes else {
      self.init(utf8: bytes)
      return
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var hasLoneSurrogate = false
    var index = 0
    while let backslash = bytes.firstIndex(of: UInt8(ascii: "\\"), from: index),
      backslash + 1 < bytes.count
    {
      output.append(contentsOf: bytes.extracting(index..<backslash))
      index = backslash + 2
      switch bytes[backslash + 1] {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "u"):
        let unit = hexadecimal(bytes, at: index) ?? 0
        index += 4
        var next: UInt16?
        if UTF16.isLeadSurrogate(unit), index + 6 <= bytes.count,
          bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        {
          next = hexadecimal(bytes, at: index + 2)
        }
        if let next, UTF16.isTrailSurrogate(next) {
          index += 6
          appendUTF8(of: scalar(high: unit, low: next), to: &output)
        } else if let scalar = Unicode.Scalar(unit) {
          appendUTF8(of: scalar, to: &output)
        } else {
          hasLoneSurrogate = true
          appendUTF8(of: replacementScalar, to: &output)
        }
      case let byte: output.append(byte)
      }
    }
    output.append(contentsOf: bytes.extracting(droppingFirst: index))
    self.init(utf8: output.span)
    self.hasLoneSurrogate = hasLoneSurrogate
  }

  private init(utf8 bytes: Span<UInt8>) {
    if let valid = validString(bytes) {
      text = valid
    } else {
      text = repairedString(bytes)
      hasInvalidUTF8 = true
    }
  }
}

/// A text as a JSON string, with as few escapes as RFC 8259 allows.
package func jsonString(_ text: String) -> String {
  var text = text
  let json = text.withUTF8 { buffer in
    let bytes = buffer.span
    var output: [UInt8] = [UInt8(ascii: "\"")]
    output.reserveCapacity(bytes.count + 2)
    var index = 0
    while true {
      let end = endOfPlainJSON(bytes, from: index)
      output.append(contentsOf: bytes.extracting(index..<end))
      guard end < bytes.count else { break }
      output.append(UInt8(ascii: "\\"))
      switch bytes[end] {
      case 0x0A: output.append(UInt8(ascii: "n"))
      case 0x0D: output.append(UInt8(ascii: "r"))
      case 0x09: output.append(UInt8(ascii: "t"))
      case let byte where byte < 0x20:
        let digits = Array("0123456789abcdef".utf8)
        output += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      case let byte: output.append(byte)
      }
      index = end + 1
    }
    output.append(UInt8(ascii: "\""))
    return output
  }
  return String(decoding: json, as: UTF8.self)
}
