/// Where the pages of a segment are kept: the tables `%_data` and `%_idx` of an FTS5 table.
package protocol SegmentPages {
  /// Keeps a block of `%_data` under its rowid.
  func write(block: [UInt8], row: Int64) throws
  /// Keeps the best articles of a word of a segment.
  func write(best: BestArticles, word: [UInt8], segment: Int) throws
  /// Keeps a piece of the list of a segment's words: the first is piece 0.
  func write(words: [UInt8], piece: Int, segment: Int) throws
  /// Keeps a row of `%_idx`: the page on which the words from this beginning on stand.
  func write(firstWord: [UInt8], segment: Int, page: Int64) throws
}

/// Writes a segment in FTS5's own format, page by page, as FTS5 itself would.
///
/// The format and the order of what is written are documented at the head of SQLite's
/// `ext/fts5/fts5_index.c`; the names there are given beside ours. Tests hold it to what FTS5 writes,
/// bit by bit.
package struct SegmentWriter {
  /// The size of a leaf page in bytes: FTS5's own (`FTS5_DEFAULT_PAGE_SIZE`), four to a page of the
  /// archive.
  static let pageSize = 4050
  /// A list that goes over so many pages without a word has an index of its pages
  /// (`FTS5_MIN_DLIDX_SIZE`).
  private static let fewestIndexedPages = 4

  private let pages: any SegmentPages
  private let segment: Int

  /// The page being filled, behind its header of four bytes.
  private var page: [UInt8] = [0, 0, 0, 0]
  /// The offsets of its words, as differences: the page's footer (`pgidx`).
  private var footer: [UInt8] = []
  private var lastWordOffset = 0
  private var number = 1
  private var pageHasWord = false
  private var pageHasArticle = false
  private var lastWord: [UInt8] = []
  /// The word that was begun, until it is written.
  private var nextWord: [UInt8] = []
  /// The list of the words, how many of its pieces are written, and in how many articles the word
  /// being written is.
  private var words = WordListWriter()
  private var wordPieces = 0
  private var wordArticles = 0
  /// The last article of the word being written.
  private var lastArticle: Int64 = 0
  /// The beginning of the first word of the page that `%_idx` will name next (`btterm`).
  private var separator: [UInt8] = []
  private var separatorPage = 1
  /// Pages since then that have no word (`nEmpty`).
  private var wordlessPages = 0
  private var listIndex: [ListIndexLevel] = [ListIndexLevel()]

  /// A writer of a segment with a number that the index does not have.
  package init(segment: Int, to pages: any SegmentPages) {
    (self.segment, self.pages) = (segment, pages)
  }

  /// The rowid of a leaf page (`FTS5_SEGMENT_ROWID`).
  package static func row(segment: Int, page: Int) -> Int64 { Int64(segment) << 37 + Int64(page) }

  /// The rowid of a page of a list's index (`FTS5_DLIDX_ROWID`).
  static func row(segment: Int, listIndexLevel level: Int, page: Int) -> Int64 {
    Int64(segment) << 37 + 1 << 36 + Int64(level) << 31 + Int64(page)
  }

  /// Begins the next word, which comes behind the last one in the order of bytes. It is written when
  /// it has an entry.
  mutating func begin(_ word: UnsafeBufferPointer<UInt8>) throws {
    if nextWord.isEmpty { try endWord() }
    // FTS5 marks the words of its main index by a digit 0 (`FTS5_MAIN_PREFIX`).
    nextWord = [UInt8(ascii: "0")] + word
  }

  /// Writes entries of the word that was begun last, in the order of their articles: all of them, or
  /// the next ones of many.
  mutating func append(_ entries: ArraySlice<PostingList.Entry>, isLast: Bool) throws {
    guard !entries.isEmpty else { return }
    let isFirst = !nextWord.isEmpty
    if isFirst {
      try append(word: nextWord)
      nextWord = []
      lastArticle = 0
    }
    for entry in entries {
      wordArticles += (entry.positions.isEmpty ? 0 : 1) - (entry.isDeletion ? 1 : 0)
    }
    if isFirst, isLast, fitsOnPage(entries) {
      appendWhole(entries)
    } else {
      try appendInPieces(entries)
    }
  }

  /// Keeps the best articles of a word.
  func keep(_ best: BestArticles, of word: UnsafeBufferPointer<UInt8>) throws {
    try pages.write(best: best, word: Array(word), segment: segment)
  }

  /// Writes the last page. Returns the number of pages.
  package mutating func finish() throws -> Int {
    if nextWord.isEmpty { try endWord() }
    try write(words.finish())
    if page.count > 4 { try flushPage() }
    if number > 1 { try flushSeparator() }
    return number - 1
  }
}

// MARK: Words

extension SegmentWriter {
  /// Adds the word that was written to the list of words.
  private mutating func endWord() throws {
    guard !lastWord.isEmpty else { return }
    words.append(Array(lastWord.dropFirst()), articles: wordArticles)
    wordArticles = 0
    try write(words.takeFull())
  }

  private mutating func write(_ pieces: [[UInt8]]) throws {
    for piece in pieces {
      try pages.write(words: piece, piece: wordPieces, segment: segment)
      wordPieces += 1
    }
  }

  private mutating func append(word: [UInt8]) throws {
    if page.count + footer.count + word.count + 2 >= Self.pageSize, page.count > 4 {
      try flushPage()
    }
    Varint.append(page.count - lastWordOffset, to: &footer)
    lastWordOffset = page.count
    let shared = zip(word, lastWord).prefix { $0 == $1 }.count
    if pageHasWord {
      Varint.append(shared, to: &page)
      Varint.append(word.count - shared, to: &page)
      page += word[shared...]
    } else {
      if number != 1 {
        // The shortest beginning that tells this page's words from those before.
        try flushSeparator()
        separator = lastWord.isEmpty ? word : Array(word.prefix(shared + 1))
        separatorPage = number
      }
      Varint.append(word.count, to: &page)
      page += word
    }
    lastWord = word
    (pageHasWord, pageHasArticle) = (true, true)
    listIndex[0].page = number
  }

  private mutating func flushSeparator() throws {
    guard separatorPage != 0 else { return }
    let hasListIndex =
      !listIndex[0].bytes.isEmpty && wordlessPages >= Self.fewestIndexedPages
    for level in listIndex.indices {
      guard !listIndex[level].bytes.isEmpty else { break }
      if hasListIndex {
        try pages.write(
          block: listIndex[level].bytes,
          row: Self.row(segment: segment, listIndexLevel: level, page: listIndex[level].page))
      }
      listIndex[level].bytes.removeAll(keepingCapacity: true)
      listIndex[level].last = nil
    }
    wordlessPages = 0
    try pages.write(
      firstWord: separator, segment: segment,
      page: Int64(separatorPage) << 1 | (hasListIndex ? 1 : 0))
    separatorPage = 0
  }

  private mutating func flushPage() throws {
    page[2] = UInt8(page.count >> 8)
    page[3] = UInt8(page.count & 0xFF)
    if pageHasWord {
      page += footer
    } else {
      if !pageHasArticle, !listIndex[0].bytes.isEmpty {
        Varint.append(0, to: &listIndex[0].bytes)
      }
      wordlessPages += 1
    }
    try pages.write(block: page, row: Self.row(segment: segment, page: number))
    page.removeAll(keepingCapacity: true)
    page += [0, 0, 0, 0]
    footer.removeAll(keepingCapacity: true)
    lastWordOffset = 0
    number += 1
    (pageHasWord, pageHasArticle) = (false, false)
  }
}

// MARK: Posting lists

extension SegmentWriter {
  private func fitsOnPage(_ entries: ArraySlice<PostingList.Entry>) -> Bool {
    let room = Self.pageSize - page.count - footer.count - 1
    var (size, last): (Int, Int64) = (0, 0)
    for entry in entries {
      size += Varint.size(of: UInt64(bitPattern: entry.article &- last))
      size += Varint.size(of: entry.size) + entry.positions.count
      guard size <= room else { return false }
      last = entry.article
    }
    return true
  }

  private mutating func appendWhole(_ entries: ArraySlice<PostingList.Entry>) {
    for entry in entries {
      Varint.append(UInt64(bitPattern: entry.article &- lastArticle), to: &page)
      Varint.append(entry.size, to: &page)
      page.append(contentsOf: entry.positions)
      lastArticle = entry.article
    }
  }

  private mutating func appendInPieces(_ entries: ArraySlice<PostingList.Entry>) throws {
    for entry in entries {
      if pageHasArticle {
        Varint.append(UInt64(bitPattern: entry.article &- lastArticle), to: &page)
      } else {
        // The first article on a page is written out, and its place is in the header.
        page[0] = UInt8(page.count >> 8)
        page[1] = UInt8(page.count & 0xFF)
        Varint.append(UInt64(bitPattern: entry.article), to: &page)
        pageHasArticle = true
        try appendToListIndex(entry.article)
      }
      lastArticle = entry.article
      let size = Varint.size(of: entry.size)
      if page.count + footer.count + size + entry.positions.count <= Self.pageSize {
        Varint.append(entry.size, to: &page)
        page.append(contentsOf: entry.positions)
      } else {
        try appendInPieces(entry)
      }
    }
  }

  /// Breaks a position list between its numbers, over as many pages as it takes.
  private mutating func appendInPieces(_ entry: PostingList.Entry) throws {
    var bytes: [UInt8] = []
    Varint.append(entry.size, to: &bytes)
    bytes.append(contentsOf: entry.positions)
    var start = 0
    while true {
      let room = Self.pageSize - page.count - footer.count
      let end =
        bytes.count - start <= room ? bytes.count : Self.end(ofNumbersIn: bytes, start, room)
      page += bytes[start..<end]
      start = end
      if page.count + footer.count >= Self.pageSize { try flushPage() }
      if start >= bytes.count { return }
    }
  }

  /// Where the last number ends that has room; at least one has (`fts5PoslistPrefix`).
  private static func end(ofNumbersIn bytes: [UInt8], _ start: Int, _ room: Int) -> Int {
    var end = start
    while end < bytes.count {
      var next = end
      while next < bytes.count - 1, bytes[next] >= 0x80 { next += 1 }
      next += 1
      if end > start, next - start > room { break }
      end = next
    }
    return end
  }
}

extension PostingList.Entry {
  /// Twice the size of the position list, and one more for a deletion: what stands before it.
  fileprivate var size: UInt64 { UInt64(positions.count) << 1 | (isDeletion ? 1 : 0) }
}

// MARK: The index of a long list's pages

extension SegmentWriter {
  /// One level of the index of a list that goes over many pages (`Fts5DlidxWriter`).
  private struct ListIndexLevel {
    var page = 0
    var bytes: [UInt8] = []
    var last: Int64?
  }

  /// Notes the first article on a page that has no word.
  private mutating func appendToListIndex(_ article: Int64) throws {
    var level = 0
    while true {
      let isFull = listIndex[level].bytes.count >= Self.pageSize
      if isFull { try flushListIndex(level) }
      var current = listIndex[level]
      if let last = current.last {
        Varint.append(UInt64(bitPattern: article &- last), to: &current.bytes)
      } else {
        // The first byte tells whether the node is the root.
        Varint.append(isFull ? 1 : 0, to: &current.bytes)
        Varint.append(level == 0 ? number : listIndex[level - 1].page, to: &current.bytes)
        Varint.append(UInt64(bitPattern: article), to: &current.bytes)
      }
      current.last = article
      listIndex[level] = current
      // The node after a full one is named by the level above.
      guard isFull else { return }
      level += 1
    }
  }

  private mutating func flushListIndex(_ level: Int) throws {
    listIndex[level].bytes[0] = 1
    let full = listIndex[level]
    try pages.write(
      block: full.bytes, row: Self.row(segment: segment, listIndexLevel: level, page: full.page))
    if level + 1 == listIndex.count { listIndex.append(ListIndexLevel()) }
    if listIndex[level + 1].bytes.isEmpty {
      // It was the root: the new one begins with it.
      var root = ListIndexLevel(page: full.page)
      let first = full.bytes.withUnsafeBufferPointer { bytes in
        var offset = 1
        _ = Varint.read(bytes, &offset)
        return Int64(bitPattern: Varint.read(bytes, &offset))
      }
      Varint.append(0, to: &root.bytes)
      Varint.append(full.page, to: &root.bytes)
      Varint.append(UInt64(bitPattern: first), to: &root.bytes)
      root.last = first
      listIndex[level + 1] = root
    }
    listIndex[level].bytes.removeAll(keepingCapacity: true)
    listIndex[level].last = nil
    listIndex[level].page += 1
  }
}
