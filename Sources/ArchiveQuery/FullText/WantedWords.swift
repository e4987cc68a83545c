/// Words that are looked for in texts, numbered, by their bytes as the index has them.
struct WantedWords {
  private struct Word: Equatable {
    let bytes: [UInt8]
    let isPrefix: Bool
  }

  private var words: [Word] = []
  /// The numbers of the words that begin with each byte: of a text's tokens most begin otherwise.
  private var byFirstByte = [[Int]](repeating: [], count: 256)

  var count: Int { words.count }

  /// The number of a word, or of all words with this beginning.
  mutating func number(of token: String, isPrefix: Bool) -> Int {
    let word = Word(bytes: Array(token.utf8), isPrefix: isPrefix)
    if let number = words.firstIndex(of: word) { return number }
    words.append(word)
    if let first = word.bytes.first { byFirstByte[Int(first)].append(words.count - 1) }
    return words.count - 1
  }

  /// Calls the closure with the numbers of the words that a token is.
  @inline(__always)
  func forEachMatch(of token: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    guard let first = token.first else { return }
    for number in byFirstByte[Int(first)] {
      let word = words[number]
      let isMatch =
        word.isPrefix ? token.starts(with: word.bytes) : token.elementsEqual(word.bytes)
      if isMatch { body(number) }
    }
  }
}
