/// An object in which members of the value `NaN`, `Infinity` or `-Infinity` have become `null`, or nil
/// where there are none, or where the bytes begin no object.
///
/// Python writes them though RFC 8259 has no such numbers: in 4 of the first 8 records of a
/// news-please dump that was enriched with pandas (FIELDS.md of the evaluation set). An article
/// must not be lost for the price of a share. In lists, where none were seen, they stay what they are:
/// errors.
func jsonWithoutPythonNumbers(_ bytes: Span<UInt8>) -> [UInt8]? {
  var scanner = JSONScanner()
  guard scanner.peek(bytes) == UInt8(ascii: "{") else { return nil }
  var output: [UInt8] = []
  var index = 0
  var copied = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "\"") {
      index = endOfString(bytes, from: index + 1)
      continue
    }
    guard bytes[index] == UInt8(ascii: ":") else {
      index += 1
      continue
    }
    index += 1
    while index < bytes.count, isJSONSpace(bytes[index]) { index += 1 }
    guard let word = pythonNumbers.first(where: { hasWord($0, bytes, at: index) }) else { continue }
    output.append(contentsOf: bytes.extracting(copied..<index))
    output.append(contentsOf: "null".utf8)
    index += word.utf8CodeUnitCount
    copied = index
  }
  guard copied > 0 else { return nil }
  output.append(contentsOf: bytes.extracting(copied..<bytes.count))
  return output
}

private let pythonNumbers: [StaticString] = ["NaN", "Infinity", "-Infinity"]

private func hasWord(_ word: StaticString, _ bytes: Span<UInt8>, at index: Int) -> Bool {
  let end = index + word.utf8CodeUnitCount
  return end <= bytes.count && bytes.extracting(index..<end).elementsEqual(word)
}

private func isJSONSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// The place behind a string's closing quote.
private func endOfString(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    index = endOfPlainJSON(bytes, from: index)
    guard index < bytes.count else { break }
    switch bytes[index] {
    case UInt8(ascii: "\""): return index + 1
    case UInt8(ascii: "\\"): index += 2
    default: index += 1
    }
  }
  return bytes.count
}
