internal import FullTextIndex

/// Words that are looked for in texts, numbered, by their bytes as the index has them.
struct WantedWords {
  private enum Bytes {
    case exact([UInt8])
    case prefix([UInt8])
    /// In order.
    case anyOf([[UInt8]])
  }

  private var words: [Bytes] = []
  private var numbers: [IndexWord: Int] = [:]
  /// The numbers of the words that begin with each byte: of a text's tokens most begin otherwise.
  private var byFirstByte = [[Int]](repeating: [], count: 256)

  var count: Int { words.count }

  /// The number of a word.
  mutating func number(of word: IndexWord) -> Int {
    if let number = numbers[word] { return number }
    let number = words.count
    numbers[word] = number
    switch word {
    case .exact(let token): add(.exact(Array(token.utf8)), beginning: [token.utf8.first])
    case .prefix(let token): add(.prefix(Array(token.utf8)), beginning: [token.utf8.first])
    case .anyOf(let tokens):
      add(.anyOf(tokens.map { Array($0.utf8) }), beginning: Set(tokens.map(\.utf8.first)))
    }
    return number
  }

  private mutating func add(_ word: Bytes, beginning: Set<UInt8?>) {
    for case let first? in beginning { byFirstByte[Int(first)].append(words.count) }
    words.append(word)
  }

  /// Calls the closure with the numbers of the words that a token is.
  @inline(__always)
  func forEachMatch(of token: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    guard let first = token.first else { return }
    for number in byFirstByte[Int(first)] {
      let isMatch =
        switch words[number] {
        case .exact(let word): token.elementsEqual(word)
        case .prefix(let word): token.starts(with: word)
        case .anyOf(let words): Self.contains(words, token)
        }
      if isMatch { body(number) }
    }
  }

  private static func contains(_ words: [[UInt8]], _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    let index = words.partitioningIndex { !$0.lexicographicallyPrecedes(token) }
    return index < words.count && token.elementsEqual(words[index])
  }
}
