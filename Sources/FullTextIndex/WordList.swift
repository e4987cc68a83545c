/// The words of one segment and how many articles have each, packed into pieces.
///
/// FTS5 has its words between their posting lists: to see them all is to read all of the index. Here
/// they stand by themselves, so that wildcards, inflections and spellings are looked up in one quick
/// walk.
///
/// Of a word a piece has the number of bytes that it shares with the one before, the number of the
/// others, these, and the number of articles (zigzag: a segment that takes more back than it says has
/// a negative one). The first word of a piece shares nothing, so that each can be read by itself.
package struct WordListWriter {
  /// A piece fits on a page of the archive.
  private static let pieceSize = 31_000

  /// The pieces that are full.
  private var full: [[UInt8]] = []
  private var piece: [UInt8] = []
  private var last: [UInt8] = []

  package init() {}

  /// Adds a word, folded, which comes behind the last one in the order of bytes.
  package mutating func append(_ word: [UInt8], articles: Int) {
    if piece.count + word.count + 16 > Self.pieceSize, !piece.isEmpty {
      full.append(piece)
      piece.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
    }
    var shared = 0
    let most = min(word.count, last.count)
    while shared < most, word[shared] == last[shared] { shared += 1 }
    Varint.append(shared, to: &piece)
    Varint.append(word.count - shared, to: &piece)
    piece += word[shared...]
    Varint.append(UInt64(bitPattern: Int64(articles << 1 ^ articles >> 63)), to: &piece)
    last = word
  }

  /// Takes the pieces that are full.
  package mutating func takeFull() -> [[UInt8]] {
    defer { full.removeAll() }
    return full
  }

  /// Takes all pieces: the list is at its end.
  package mutating func finish() -> [[UInt8]] {
    if !piece.isEmpty { full.append(piece) }
    piece = []
    last = []
    return takeFull()
  }
}

/// Reads the pieces of a ``WordListWriter``.
package enum WordList {
  /// A word of a list.
  package struct Word {
    /// Its bytes, valid until the closure returns.
    package let bytes: UnsafeBufferPointer<UInt8>
    /// How many of them are those of the word before, at least.
    package let shared: Int
    package let articles: Int
  }

  /// Calls the closure with each word of a piece, in the order of their bytes.
  package static func forEachWord(
    of piece: UnsafeBufferPointer<UInt8>, _ body: (Word) throws -> Void
  ) rethrows {
    var word: [UInt8] = []
    var offset = 0
    while offset < piece.count {
      let shared = Int(truncatingIfNeeded: Varint.read(piece, &offset))
      let rest = Int(truncatingIfNeeded: Varint.read(piece, &offset))
      // A damaged list may say anything.
      guard shared >= 0, shared <= word.count, rest >= 0, rest <= piece.count - offset else {
        return
      }
      word.removeLast(word.count - shared)
      word.append(contentsOf: UnsafeBufferPointer(rebasing: piece[offset..<offset + rest]))
      offset += rest
      let zigzag = Varint.read(piece, &offset)
      let articles = Int(truncatingIfNeeded: zigzag >> 1) ^ -Int(truncatingIfNeeded: zigzag & 1)
      try word.withUnsafeBufferPointer {
        try body(Word(bytes: $0, shared: shared, articles: articles))
      }
    }
  }

  /// The pieces for a segment that has none: its pages are read from the first to the last.
  package static func pieces(ofPages nextPage: @escaping WordLookup.Pages) throws -> [[UInt8]] {
    var writer = WordListWriter()
    var lookup = WordLookup(nextPage)
    try lookup.forEachWord(from: []) { word, list in
      let counts = try list().counts()
      writer.append(word, articles: counts.saying - counts.deletions)
      return true
    }
    return writer.finish()
  }
}
