/// The character that a reference like `&amp;` or `&#8217;` stands for, and the place behind it; nil
/// where none begins.
///
/// Numbers from 128 to 159 mean Windows-1252, as in browsers (WHATWG HTML, section 13.2.5.80).
func characterReference(_ bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
  guard start < bytes.count, bytes[start] == UInt8(ascii: "&") else { return nil }
  var index = start + 1
  if index < bytes.count, bytes[index] == UInt8(ascii: "#") {
    index += 1
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    var value: UInt32 = 0
    let digits = index
    while index < bytes.count, index - digits < 8 {
      let byte = bytes[index]
      if isDigit(byte) {
        value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(byte & 0xF)
      } else if isHexadecimal, (0x61...0x66).contains(byte | 0x20) {
        value = value &* 16 &+ UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      index += 1
    }
    guard index > digits, index < bytes.count, bytes[index] == UInt8(ascii: ";") else {
      return nil
    }
    if (0x80..<0xA0).contains(value) {
      value = UInt32(SingleByteEncoding.windows1252.table[Int(value) - 0x80])
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? replacementScalar, index + 1)
  }
  let nameStart = index
  while index < bytes.count, index - nameStart < 31,
    isDigit(bytes[index]) || (0x61...0x7A).contains(bytes[index] | 0x20)
  {
    index += 1
  }
  guard index > nameStart, index < bytes.count, bytes[index] == UInt8(ascii: ";") else {
    return nil
  }
  var text: [UInt8] = []
  let end = CharacterReferences.standard.resolve(
    bytes.extracting(0..<index + 1), at: start, isAttribute: false, to: &text)
  let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
  guard end == index + 1, scalars.count == 1, let scalar = scalars.first else { return nil }
  return (scalar, end)
}
