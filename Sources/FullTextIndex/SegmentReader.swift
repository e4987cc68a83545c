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
  /// The page's bytes, where words and entries can refer to them.
  private var pageBytes = StableBytes(copying: [])
  /// The current word, with FTS5's mark; nil behind the last one.
  private var text: [UInt8] = []
  private let current = WordMemory()
  private var isAtEnd = false
  /// Where the current word's list stands on the page, as far as it was not given yet.
  private var listOnPage = 0..<0
  /// What was read of a list that goes on over several pages, and not given yet.
  private var list = PostingBytes()
  /// Whether the list may go on on the next page.
  private var goesOn = false
  /// The bytes of the entries that were given last, where they can refer to them.
  private var given = StableBytes(copying: [])

  private let pieceBytes: Int
  private let end: [UInt8]?

  /// A reader of a segment that begins with its first word.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - span: The words that are wanted.
  ///   - page: The page on which the first of them stands, or one before it; nil for the first.
  ///   - pieceBytes: So many bytes of a list are given at a time, by and large.
  ///   - readPage: Gives its pages.
  /// - Throws: What that throws.
  package init(
    _ segment: IndexStructure.Segment, _ span: WordSpan = .all, from page: Int? = nil,
    pieceBytes: Int = 1 << 16, readPage: @escaping PageSource
  ) throws {
    (self.pieceBytes, end) = (pieceBytes, span.end)
    (self.readPage, lastPage) = (readPage, segment.lastPage)
    number = max(segment.firstPage, page ?? segment.firstPage) - 1
    try advance()
    guard let start = span.start else { return }
    while let word, word.lexicographicallyPrecedes(start) { try advance() }
  }

  package var word: UnsafeBufferPointer<UInt8>? { isAtEnd ? nil : current.bytes }

  package func appendEntries(to list: inout PostingList, source: UInt16) throws -> Int64? {
    if !goesOn, self.list.bytes.isEmpty {
      // Most words: the whole list stands on the page.
      Self.append(pageBytes.slice(listOnPage), restarts: [], to: &list, source)
      return nil
    }
    if self.list.bytes.isEmpty { self.list.append(page.bytes[listOnPage], restart: nil) }
    var piece: PostingBytes?
    while piece == nil, goesOn {
      try readOn()
      // Only there it is known that an entry is whole.
      if self.list.bytes.count >= pieceBytes { piece = self.list.removeBeforeLastRestart() }
    }
    let entries = piece ?? self.list
    given = StableBytes(copying: entries.bytes)
    let last = Self.append(given.bytes, restarts: entries.restarts, to: &list, source)
    return piece == nil ? nil : last
  }

  /// Adds the entries of a list to another; gives the greatest article, which is the last one.
  @discardableResult
  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, restarts: [Int], to list: inout PostingList,
    _ source: UInt16
  ) -> Int64? {
    var cursor = PostingCursor(restarts: restarts)
    var last: Int64?
    while cursor.moveOn(bytes) {
      // In a damaged list articles need not ascend.
      last = max(last ?? cursor.article, cursor.article)
      list.entries.append(
        PostingList.Entry(
          article: cursor.article,
          positions: UnsafeBufferPointer(rebasing: bytes[cursor.positions]),
          isDeletion: cursor.isDeletion, source: source))
    }
    return last
  }

  package func advance() throws {
    guard try moveToWord(), let start = page.readWord(wordIndex, into: &text) else {
      isAtEnd = true
      return
    }
    current.set(text)
    if let end, !current.bytes.lexicographicallyPrecedes(end) {
      isAtEnd = true
      return
    }
    list = PostingBytes()
    listOnPage = page.list(ofWord: wordIndex, from: start)
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
    guard let bytes = try readPage(number) else { return false }
    wordIndex = -1
    page = LeafPage(bytes)
    pageBytes = StableBytes(copying: bytes)
    return true
  }
}

/// The current word, where it can be referred to until the next one takes its place.
private final class WordMemory {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
  private var count = 0

  deinit { memory.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// Takes a word that stands behind FTS5's mark.
  func set(_ text: [UInt8]) {
    count = max(0, text.count - 1)
    if count > memory.count {
      memory.deallocate()
      memory = .allocate(capacity: count * 2)
    }
    _ = memory.update(fromContentsOf: text.dropFirst())
  }
}
