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
    /// The number of each token's word.
    var numbers: [UInt32] = []
    /// Where each stands: document << 40 | column << 36 | position.
    var places: [UInt64] = []

    /// Notes the tokens of a text; gives the bytes at which they begin, if that is wanted.
    mutating func scan(
      _ text: String, with scanner: WordScanner, place: UInt64, keepsStarts: Bool
    ) -> [UInt32] {
      var text = text
      var position: UInt64 = 0
      var starts: [UInt32] = []
      if keepsStarts { starts.reserveCapacity(text.utf8.count / 5) }
      text.withUTF8 { bytes in
        scanner.forEachWord(in: bytes) { word, start in
          numbers.append(words.number(of: word))
          places.append(place | position)
          position += 1
          if keepsStarts { starts.append(UInt32(truncatingIfNeeded: start)) }
        }
      }
      return starts
    }
  }

  private let scanner: WordScanner
  private var tokens = Tokens()
  private var documents = 0

  /// The column of tokens that an older version of the article had.
  private static let formerColumn: UInt64 = 15

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
        text, with: scanner, place: document | Self.formerColumn << 36, keepsStarts: false)
    }
    var result = Document()
    for (column, text) in columns.enumerated() {
      let first = tokens.places.count
      let starts = tokens.scan(
        text ?? "", with: scanner, place: document | UInt64(column) << 36,
        keepsStarts: column == 0)
      result.tokenCounts.append(tokens.places.count - first)
      if column == 0 { result.tokenStarts = starts }
    }
    return result
  }

  /// The postings of all that was added. The builder is empty again.
  package func finish() -> Postings {
    let sorted = tokensByWord()
    var (text, lists): ([UInt8], [UInt8]) = ([], [])
    lists.reserveCapacity(tokens.numbers.count * 3)
    var (wordStarts, listStarts): ([UInt32], [UInt32]) = ([0], [0])
    let words = tokens.words
    for word in words.sortedNumbers() {
      let places = Int(sorted.starts[Int(word)])..<Int(sorted.starts[Int(word) + 1])
      encode(sorted.places[places], into: &lists)
      listStarts.append(UInt32(lists.count))
      words.withWord(Int(word)) { text.append(contentsOf: $0) }
      wordStarts.append(UInt32(text.count))
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
    let (words, numbers) = (tokens.words.count, tokens.numbers)
    var starts = [UInt32](repeating: 0, count: words + 1)
    for word in numbers { starts[Int(word) + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    var next = starts
    let places = [UInt64](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      for (place, word) in zip(tokens.places, numbers) {
        buffer[Int(next[Int(word)])] = place
        next[Int(word)] += 1
      }
      count = numbers.count
    }
    return (places, starts)
  }

  /// Writes a word's entries: of each the document's number, and FTS5's position list behind its
  /// size.
  private func encode(_ places: ArraySlice<UInt64>, into lists: inout [UInt8]) {
    var index = places.startIndex
    while index < places.endIndex {
      let document = places[index] >> 40
      var isDeletion = false
      var (column, last): (UInt64, UInt64) = (0, 0)
      Varint.append(document, to: &lists)
      let sizePlace = lists.count
      lists.append(0)
      while index < places.endIndex, places[index] >> 40 == document {
        let place = places[index]
        index += 1
        let its = place >> 36 & 15
        if its == Self.formerColumn {
          isDeletion = true
          continue
        }
        if its != column {
          lists.append(1)
          Varint.append(its, to: &lists)
          (column, last) = (its, 0)
        }
        let position = place & 0xF_FFFF_FFFF
        Varint.append(position - last + 2, to: &lists)
        last = position
      }
      setSize(at: sizePlace, isDeletion: isDeletion, in: &lists)
    }
  }

  /// Puts the size of the list that stands behind a place into that place, where one byte was left.
  private func setSize(at place: Int, isDeletion: Bool, in lists: inout [UInt8]) {
    let size = UInt64(lists.count - place - 1) << 1 | (isDeletion ? 1 : 0)
    if size < 0x80 {
      lists[place] = UInt8(size)
    } else {
      var bytes: [UInt8] = []
      Varint.append(size, to: &bytes)
      lists.replaceSubrange(place...place, with: bytes)
    }
  }
}
