/// Reads the words of a segment in their order, with their posting lists.
package final class SegmentReader: PostingSource {
  /// Gives a leaf page's bytes by its number; nil where it is missing.
  package typealias PageSource = (Int) throws -> [UInt8]?

  private let readPage: PageSource
  private let lastPage: Int

  private var page = LeafPage([])
  private var number: Int
  /// The place of the current word in the page's footer.
  private var wordIndex = -1
  /// The current word behind FTS5's mark.
  private var text: [UInt8] = []
  private var current: StableBytes?
  /// What was read of the current word's list and not given yet.
  private var list = PostingBytes()
  /// Whether the list may go on on the next page.
  private var goesOn = false
  /// The bytes of the entries that were given last, where they can refer to them.
  private var given = StableBytes(copying: [])

  private let pieceBytes: Int

  /// A reader of a segment that begins with its first word.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - pieceBytes: So many bytes of a list are given at a time, by and large.
  ///   - readPage: Gives its pages.
  /// - Throws: What that throws.
  package init(
    _ segment: IndexStructure.Segment, pieceBytes: Int = 1 << 16, readPage: @escaping PageSource
  ) throws {
    self.pieceBytes = pieceBytes
    (self.readPage, number, lastPage) = (readPage, segment.firstPage - 1, segment.lastPage)
    try advance()
  }

  package var word: UnsafeBufferPointer<UInt8>? { current?.bytes }

  package func appendEntries(to list: inout PostingList, source: UInt16) throws -> Int64? {
    var piece: PostingBytes?
    while piece == nil, goesOn {
      try readOn()
      // Only there it is known that an entry is whole.
      if self.list.bytes.count >= pieceBytes { piece = self.list.removeBeforeLastRestart() }
    }
    let entries = piece ?? self.list
    let bytes = StableBytes(copying: entries.bytes)
    var last: Int64?
    entries.forEachEntry { article, positions, isDeletion in
      last = article
      list.entries.append(
        PostingList.Entry(
          article: article, positions: bytes.slice(positions), isDeletion: isDeletion,
          source: source))
      return true
    }
    given = bytes
    return piece == nil ? nil : last
  }

  package func advance() throws {
    guard try moveToWord(), let start = page.readWord(wordIndex, into: &text) else {
      current = nil
      return
    }
    current = StableBytes(copying: Array(text.dropFirst()))
    list = PostingBytes()
    list.append(page.bytes[start..<page.end(ofWord: wordIndex)], restart: nil)
    goesOn = wordIndex == page.words.count - 1 && number < lastPage
  }

  /// Reads the next page of the current word's list, which goes on over the pages' beginnings until a
  /// word comes.
  private func readOn() throws {
    goesOn = false
    guard number < lastPage, try moveToPage() else { return }
    goesOn = list.append(beginningOf: page) && number < lastPage
  }

  /// Moves to the next word; false behind the last one.
  private func moveToWord() throws -> Bool {
    wordIndex += 1
    while wordIndex >= page.words.count {
      guard number < lastPage, try moveToPage() else { return false }
      wordIndex = 0
    }
    return true
  }

  private func moveToPage() throws -> Bool {
    number += 1
    wordIndex = -1
    guard let bytes = try readPage(number) else { return false }
    page = LeafPage(bytes)
    return true
  }
}
