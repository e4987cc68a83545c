extension [UInt8] {
  /// The sentences of a paragraph, trimmed, in order.
  ///
  /// A sentence ends with a full stop, question or exclamation mark (closing quote marks and brackets
  /// included) before white space and something that can open a sentence; not behind an initial
  /// ("J. Smith"), a common title ("Mr.") or an abbreviation with a stop inside ("U.S.").
  package func sentences(in range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      // Bytes with which none of the marks begins are passed over.
      switch self[offset] {
      case 0x2E, 0x21, 0x3F, 0xE3, 0xEF, 0xE0: break
      default:
        offset += 1
        continue
      }
      let (scalar, length) = decodedScalar(at: offset)
      let mark = offset
      offset += length
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x964: break
      default: continue
      }
      while offset < range.upperBound, let closing = closingLength(at: offset) { offset += closing }
      let end = offset
      while offset < range.upperBound,
        self[offset] == 0x20
          || self[offset] == 0xC2 && offset + 1 < range.upperBound && self[offset + 1] == 0xA0
      {
        offset += self[offset] == 0x20 ? 1 : 2
      }
      guard offset < range.upperBound else { break }
      let isEastAsian = length == 3 && scalar != 0x964
      guard isEastAsian || offset > end && opensSentence(at: offset),
        scalar != 0x2E || !isAbbreviation(before: mark, from: start)
      else { continue }
      sentences.append(start..<end)
      start = offset
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// The length of a closing quote mark or bracket at an offset.
  private func closingLength(at offset: Int) -> Int? {
    let (scalar, length) = decodedScalar(at: offset)
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x300D, 0x300F, 0xFF09: return length
    default: return nil
    }
  }

  /// Whether a sentence can begin with the scalar at an offset: anything but a small letter.
  private func opensSentence(at offset: Int) -> Bool {
    let (scalar, _) = decodedScalar(at: offset)
    if scalar < 0x80 { return !(scalar >= 0x61 && scalar <= 0x7A) }
    return true
  }

  /// Whether the word before a full stop is one that a full stop does not end.
  private func isAbbreviation(before stop: Int, from start: Int) -> Bool {
    var word = stop
    while word > start, self[word - 1].isWordASCII { word -= 1 }
    let length = stop - word
    guard length > 0, length <= 4 else { return false }
    // An initial, or the last letter of "U.S.".
    if length == 1 { return !self[word].isDigitASCII }
    return Self.titles.contains { $0.elementsEqual(self[word..<stop]) }
  }

  private static let titles = [
    "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Gov", "Rep", "Gen", "Col", "Lt", "Prof", "Rev", "Jr",
    "vs",
    "No", "Inc", "Co", "Corp", "Ltd", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov",
    "Dec",
  ].map { Array($0.utf8) }
}
