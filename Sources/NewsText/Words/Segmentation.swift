/// A copy of a text in which each Chinese, Japanese, Thai, Lao, Khmer or Myanmar character stands
/// between spaces, or nil when the text has no such character.
///
/// SQLite's `unicode61` takes a whole Chinese sentence for one token. Of the copy it makes one
/// token a character, and a word becomes a phrase (``searchCharacters(ofWord:)``).
package func segmentedForIndex(_ text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes -> String? in
    guard mayHoldSpacelessScript(bytes) else { return nil }
    let copy = Array(bytes)
    var segmented: [UInt8] = []
    segmented.reserveCapacity(copy.count * 5 / 3)
    var found = false
    var offset = 0
    // Whether the last thing written was a character that wants a space behind it.
    var wantsSpace = false
    while offset < copy.count {
      let (scalar, length) = copy.decodedScalar(at: offset)
      let kind = ScalarClass(scalar)
      if kind == .spaceless {
        found = true
        if let last = segmented.last, last != UInt8(ascii: " ") {
          segmented.append(UInt8(ascii: " "))
        }
        wantsSpace = true
      } else if kind != .spacelessMark, wantsSpace {
        if kind != .space { segmented.append(UInt8(ascii: " ")) }
        wantsSpace = false
      }
      segmented.append(contentsOf: copy[offset..<offset + length])
      offset += length
    }
    return found ? String(decoding: segmented, as: UTF8.self) : nil
  }
}

/// The characters that a query has to look for as a phrase to find a word in text that went through
/// ``segmentedForIndex(_:)``; nil when the word has none of those scripts and is one token.
///
/// Runs of other letters inside the word stay together: `5G网络` gives `5G`, `网`, `络`.
package func searchCharacters(ofWord word: String) -> [String]? {
  let bytes = Array(word.utf8)
  var parts: [String] = []
  var run: [UInt8] = []
  var found = false
  var offset = 0
  func flush() {
    if !run.isEmpty { parts.append(String(decoding: run, as: UTF8.self)) }
    run.removeAll()
  }
  while offset < bytes.count {
    let (scalar, length) = bytes.decodedScalar(at: offset)
    switch ScalarClass(scalar) {
    case .spaceless:
      flush()
      parts.append(String(decoding: bytes[offset..<offset + length], as: UTF8.self))
      found = true
    case .letter: run.append(contentsOf: bytes[offset..<offset + length])
    // `unicode61` takes the vowel signs of these scripts for separators.
    case .spacelessMark, .space, .other: flush()
    }
    offset += length
  }
  flush()
  return found ? parts : nil
}

/// Whether a byte occurs that begins a scalar of the scripts in question: all lie in U+0E00–U+0EFF
/// (`E0 B8`–`E0 BB`), U+1000–U+17FF (`E1 80`–`E1 9F`), U+3000–U+FFFF (`E3`–`EF`) and above
/// U+20000 (`F0 A0`…).
///
/// Typographic quote marks and dashes begin with `E2`, so European text passes at a glance.
private func mayHoldSpacelessScript(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var offset = 0
  while true {
    offset = bytes.endOfASCII(from: offset)
    guard offset < bytes.count else { return false }
    if bytes[offset] >= 0xE0, bytes[offset] != 0xE2 { return true }
    offset += 1
  }
}
