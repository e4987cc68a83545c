internal import ArchiveStorage

/// What many things are sorted by, bytes one after the other.
struct SortKeys {
  private var bytes: [UInt8] = []
  /// Where each key begins; one more for the end.
  private var starts = [0]

  /// Adds to the current key.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes += text }

  /// Adds to the current key what parts it from what follows, and sorts before all letters.
  private mutating func appendSeparator() { bytes.append(0) }

  /// Ends the current key and begins the next.
  mutating func endKey() { starts.append(bytes.count) }

  /// The indexes of the keys in the order of their bytes; of equal ones, as the closure says.
  func sorted(_ isEarlier: (_ one: Int, _ other: Int) -> Bool) -> [Int] {
    // The first eight bytes decide most comparisons.
    let prefixes = (0..<starts.count - 1).map { key -> (prefix: UInt64, key: Int) in
      var prefix: UInt64 = 0
      for index in starts[key]..<starts[key] + 8 {
        prefix = prefix << 8 | (index < starts[key + 1] ? UInt64(bytes[index]) : 0)
      }
      return (prefix, key)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      func rest(_ key: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[starts[key]..<starts[key + 1]])
      }
      return prefixes.sorted { a, b in
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        let (one, other) = (rest(a.key), rest(b.key))
        if one.lexicographicallyPrecedes(other) { return true }
        return other.lexicographicallyPrecedes(one) ? false : isEarlier(a.key, b.key)
      }.map(\.key)
    }
  }
}

extension SortKeys {
  /// Adds what a hit is sorted by: words of its context as the index has them.
  mutating func append(
    _ positions: [Concordance.WordPosition], of hit: Place, in text: TextLayout,
    _ tokenizer: Tokenizer
  ) throws {
    let column = try text.column(hit.column)
    for position in positions {
      let wanted =
        switch position {
        case .left(let number): hit.tokens.lowerBound - number..<hit.tokens.lowerBound - number + 1
        case .match: hit.tokens
        case .right(let number):
          hit.tokens.upperBound + number - 1..<hit.tokens.upperBound + number
        }
      for token in wanted {
        guard let start = column.start(of: token) else { continue }
        let end = column.start(of: token + 1) ?? column.bytes.count
        let word = String(decoding: column.bytes[start..<end], as: UTF8.self)
        tokenizer.forEachToken(of: word) { word, _ in append(word) }
        appendSeparator()
      }
      appendSeparator()
    }
  }
}
