/// What shows that a dump does not hold the whole of an article, in words for the report; nil where
/// nothing does.
///
/// NewsAPI cuts texts at 200 characters and says how many are missing (`… [+1506 chars]`), and
/// writes `[Removed]` for what publishers took back; NELA-GT masks 7 of 100 words with `@`.
func degradation(of text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes in
    let bytes = bytes.span
    if isCounted(bytes) { return Remark.cut }
    if bytes.count < 12, bytes.elementsEqual("[Removed]") { return Remark.removed }
    return isMasked(bytes) ? Remark.masked : nil
  }
}

/// Whether a text ends `[+1506 chars]`.
private func isCounted(_ bytes: Span<UInt8>) -> Bool {
  var end = bytes.count
  while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
  let tail: StaticString = " chars]"
  guard end > tail.utf8CodeUnitCount + 3 else { return false }
  var index = end - tail.utf8CodeUnitCount
  guard bytes.extracting(index..<end).elementsEqual(tail) else { return false }
  let digits = index
  while index > 0, isDigit(bytes[index - 1]) { index -= 1 }
  return index < digits && index >= 2
    && bytes.extracting(index - 2..<index).elementsEqual("[+")
}

/// Whether words were replaced by `@`: at least four in a row stand alone, and one word in 40.
private func isMasked(_ bytes: Span<UInt8>) -> Bool {
  let at = UInt8(ascii: "@")
  guard bytes.firstIndex(of: at) != nil else { return false }
  var (words, masked, run, longest) = (0, 0, 0, 0)
  var index = 0
  while index < bytes.count {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    let start = index
    while index < bytes.count, bytes[index] > 0x20 { index += 1 }
    guard index > start else { break }
    words += 1
    if index == start + 1, bytes[start] == at {
      masked += 1
      run += 1
      longest = max(longest, run)
    } else {
      run = 0
    }
  }
  return longest >= 4 && masked * 40 >= words
}
