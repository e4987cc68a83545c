/// What the tokenizer `unicode61 remove_diacritics 2` makes of each character: whether it belongs to
/// words, and as what the index has it.
///
/// SQLite is asked itself, character by character (``probe``), so that what is written here is what
/// the same SQLite finds, whatever its version of Unicode.
package struct WordFolding: Sendable {
  /// A character outside of words.
  static let separator: UInt32 = 0
  /// A mark that belongs to the word before it and is left out of the index.
  static let mark: UInt32 = 1

  /// The characters that are asked about one by one. Beyond, all are alike: no character has been
  /// given a place there, or users have given it one.
  private static let asked: [ClosedRange<UInt32>] = [0...0x3_FFFF, 0xE_0000...0xE_0FFF]
  private static let beyond: UInt32 = 0xF_0000

  /// For each character of the planes 0 to 3: ``separator``, ``mark``, or the character it is
  /// folded to.
  private let table: [UInt32]
  /// The same from U+E0000 on.
  private let tags: [UInt32]
  private let beyondIsLetter: Bool

  /// ASCII bytes: 0 for separators, else the folded byte.
  let ascii: [UInt8]

  /// A text whose tokens tell how characters are folded: each stands between two letters a.
  package static var probe: String {
    var text = String.UnicodeScalarView()
    for scalar in probed {
      text.append("a")
      text.append(scalar)
      text.append("a")
      text.append("\n")
    }
    return String(text)
  }

  private static var probed: [Unicode.Scalar] {
    (asked.flatMap { $0 } + [beyond]).compactMap { Unicode.Scalar($0) }
  }

  /// The folding that the tokens of ``probe`` show, in their order.
  package init(probeTokens tokens: [String]) {
    var table = [UInt32](repeating: Self.separator, count: 0x4_0000)
    var tags = [UInt32](repeating: Self.separator, count: 0x1000)
    var beyondIsLetter = false
    var index = 0
    for scalar in Self.probed {
      guard index < tokens.count else { break }
      let token = Array(tokens[index].unicodeScalars)
      index += token.count == 1 ? 2 : 1
      let folded =
        switch token.count {
        case 1: Self.separator
        case 2: Self.mark
        default: token[1].value
        }
      switch scalar.value {
      case 0..<0x4_0000: table[Int(scalar.value)] = folded
      case 0xE_0000..<0xE_1000: tags[Int(scalar.value) - 0xE_0000] = folded
      default: beyondIsLetter = folded != Self.separator
      }
    }
    (self.table, self.tags, self.beyondIsLetter) = (table, tags, beyondIsLetter)
    ascii = (0..<128).map { UInt8(truncatingIfNeeded: table[$0]) }
  }

  /// Whether words of ASCII are letters, in lower case, and digits, as they are by default.
  var foldsASCIIPlainly: Bool {
    ascii.indices.allSatisfy { byte in
      switch UInt8(byte) {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(ascii[byte]) == byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        Int(ascii[byte]) == byte
      default: ascii[byte] == 0
      }
    }
  }

  /// What a character is in the index: ``separator``, ``mark``, or the character it is folded to.
  @inline(__always)
  func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x4_0000 { return table[Int(scalar)] }
    if scalar >= 0xE_0000, scalar < 0xE_1000 { return tags[Int(scalar) - 0xE_0000] }
    return beyondIsLetter ? scalar : Self.separator
  }
}
