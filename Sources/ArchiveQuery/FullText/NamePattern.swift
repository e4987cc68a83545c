/// Words that a name must have: whole, next to each other, in any case, with or without accents.
final class NamePattern {
  private let words: [String]
  private let lastIsPrefix: Bool

  init(words: [String], lastIsPrefix: Bool) {
    (self.words, self.lastIsPrefix) = (words, lastIsPrefix)
  }

  /// Whether a name with these words has them.
  func matches(_ name: [String]) -> Bool {
    guard !words.isEmpty, name.count >= words.count else { return false }
    return (0...(name.count - words.count)).contains { start in
      words.indices.allSatisfy { index in
        let word = name[start + index]
        return lastIsPrefix && index == words.count - 1
          ? word.hasPrefix(words[index]) : word == words[index]
      }
    }
  }
}
