/// Gathers the words of some articles, on one thread, into ``Postings``.
///
/// Each token is noted with the number of its word, and all are put in the order of their words at
/// the end by counting: no list grows while the text is read.
package final class PostingsBuilder {
  /// What the index has to know of one article's columns.
  package struct Document: Sendable {
    /// The number of tokens in each column.
    package var tokenCounts: [Int] = []
    /// The byte in the first column at which each of its tokens begins.
    package var tokenStarts: [UInt32] = []
  }

  /// The tokens that were noted. A value, so that one access to it is checked for each text, and not
  /// one for each token.
  private struct Tokens {
    var words = WordTable()
    var noted = TokenMemory()

    /// Notes the tokens of a text; gives the bytes at which they begin, if that is wanted.
    mutating func scan(
      _ text: String, with scanner: WordScanner, place: UInt64, keepsStarts: Bool
    ) -> [UInt32] {
      var text = text
      return text.withUTF8 { bytes in
        // Between two tokens stands a byte at least.
        let most = bytes.count / 2 + 1
        noted.makeRoom(for: most)
        var position: UInt64 = 0
        return [UInt32](unsafeUninitializedCapacity: keepsStarts ? most : 0) { starts, count in
          scanner.forEachWord(in: bytes) { word, start in
            noted.append(number: words.number(of: word), place: place | position)
            if keepsStarts { starts[Int(position)] = UInt32(truncatingIfNeeded: start) }
            position += 1
          }
          count = keepsStarts ? Int(position) : 0
        }
      }
    }
  }

  private let scanner: WordScanner
  private var tokens = Tokens()
  private var documents = 0

  package init(_ folding: WordFolding) { scanner = WordScanner(folding) }

  /// Adds an article, whose number is the count of those before it, and tells what its tokens are.
  ///
  /// - Parameters:
  ///   - columns: The texts of the FTS5 table's columns.
  ///   - former: The texts that an older version of the same article had, which is taken away.
  /// - Returns: The tokens of the columns.
  package func add(_ columns: [String?], replacing former: [String?] = []) -> Document {
    let document = UInt64(documents) << 40
    documents += 1
    for case let text? in former {
      _ = tokens.scan(
        text, with: scanner, place: document | PostingsEncoder.formerColumn << 36,
        keepsStarts: false)
    }
    var result = Document()
    for (column, text) in columns.enumerated() {
      let first = tokens.noted.count
      let starts = tokens.scan(
        text ?? "", with: scanner, place: document | UInt64(column) << 36,
        keepsStarts: column == 0)
      result.tokenCounts.append(tokens.noted.count - first)
      if column == 0 { result.tokenStarts = starts }
    }
    return result
  }

  /// The postings of all that was added. The builder is empty again.
  package func finish() -> Postings {
    let sorted = tokensByWord()
    let words = tokens.words
    var text: [UInt8] = []
    var (wordStarts, listStarts): ([UInt32], [UInt32]) = ([0], [0])
    let most = tokens.noted.count * PostingsEncoder.mostBytes
    let lists = [UInt8](unsafeUninitializedCapacity: most) { lists, count in
      var encoder = PostingsEncoder(lists)
      sorted.places.withUnsafeBufferPointer { places in
        for word in words.sortedNumbers() {
          let its = Int(sorted.starts[Int(word)])..<Int(sorted.starts[Int(word) + 1])
          encoder.append(UnsafeBufferPointer(rebasing: places[its]))
          listStarts.append(UInt32(encoder.count))
          words.withWord(Int(word)) { text.append(contentsOf: $0) }
          wordStarts.append(UInt32(text.count))
        }
      }
      count = encoder.count
    }
    let postings = Postings(
      words: text, wordStarts: wordStarts, lists: lists, listStarts: listStarts,
      documents: documents)
    tokens = Tokens()
    documents = 0
    return postings
  }

  /// The places of the tokens, in the order of their words' numbers, and where each word's begin.
  private func tokensByWord() -> (places: [UInt64], starts: [UInt32]) {
    let words = tokens.words.count
    let (numbers, places) = (tokens.noted.numbers, tokens.noted.places)
    var starts = [UInt32](repeating: 0, count: words + 1)
    for word in numbers { starts[Int(word) + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    var next = starts
    let sorted = [UInt64](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      for index in numbers.indices {
        let word = Int(numbers[index])
        buffer[Int(next[word])] = places[index]
        next[word] += 1
      }
      count = numbers.count
    }
    return (sorted, starts)
  }
}

/// Tokens in the order in which they were read: the number of each one's word, and its place.
///
/// A class, because it owns memory that is written without looking whether there is room: that is made
/// for a text at a time.
private final class TokenMemory {
  private var numberMemory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << 16)
  private var placeMemory = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << 16)
  private(set) var count = 0

  deinit {
    numberMemory.deallocate()
    placeMemory.deallocate()
  }

  /// The number of each token's word.
  var numbers: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: numberMemory[..<count]) }
  /// Where each stands: document << 40 | column << 36 | position.
  var places: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(rebasing: placeMemory[..<count]) }

  /// Must come before so many tokens are appended.
  func makeRoom(for tokens: Int) {
    guard count + tokens > numberMemory.count else { return }
    let capacity = max(count + tokens, numberMemory.count * 2)
    numberMemory = Self.moved(numberMemory, count, to: capacity)
    placeMemory = Self.moved(placeMemory, count, to: capacity)
  }

  @inline(__always)
  func append(number: UInt32, place: UInt64) {
    assert(count < numberMemory.count)
    numberMemory.baseAddress?[count] = number
    placeMemory.baseAddress?[count] = place
    count &+= 1
  }

  private static func moved<Number>(
    _ memory: UnsafeMutableBufferPointer<Number>, _ count: Int, to capacity: Int
  ) -> UnsafeMutableBufferPointer<Number> {
    let larger = UnsafeMutableBufferPointer<Number>.allocate(capacity: capacity)
    _ = larger.moveInitialize(fromContentsOf: memory[..<count])
    memory.deallocate()
    return larger
  }
}
