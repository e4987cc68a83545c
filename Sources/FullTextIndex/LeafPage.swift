/// A leaf page, with its footer read.
package struct LeafPage {
  static let header = 4

  package let bytes: [UInt8]
  /// The offsets of the page's words.
  package let words: [Int]
  /// The end of words and lists, where the footer begins.
  private let end: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let end = bytes.count >= 4 ? min(Int(bytes[2]) << 8 | Int(bytes[3]), bytes.count) : 0
    var words: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var (place, offset) = (end, 0)
      while place < bytes.count, end >= Self.header {
        // A damaged page may say anything.
        let distance = Varint.read(bytes, &place)
        guard distance > 0, distance < UInt64(end) else { return }
        offset += Int(distance)
        guard offset >= Self.header, offset < end else { return }
        words.append(offset)
      }
    }
    (self.words, self.end) = (words, end)
  }

  /// What goes on from the page before ends here.
  var endOfBeginning: Int { max(Self.header, words.first ?? end) }

  /// What goes on from the page before: the place in it at which the first article is written out,
  /// or its length where none is; nil when nothing goes on.
  var beginning: Int? {
    guard endOfBeginning > Self.header else { return nil }
    let first = Int(bytes[0]) << 8 | Int(bytes[1])
    return (first >= Self.header && first < endOfBeginning ? first : endOfBeginning) - Self.header
  }

  func end(ofWord index: Int) -> Int { index + 1 < words.count ? words[index + 1] : end }

  /// Where a word's list stands that begins behind the word. On a damaged page it may not: then it is empty.
  func list(ofWord index: Int, from start: Int) -> Range<Int> {
    start..<max(start, end(ofWord: index))
  }

  /// Puts a word, with FTS5's mark, into the place of the one before it. Returns where its list
  /// begins; nil when the page is damaged.
  func readWord(_ index: Int, into text: inout [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = words[index]
      let shared = index == 0 ? 0 : Int(truncatingIfNeeded: Varint.read(bytes, &offset))
      let count = Int(truncatingIfNeeded: Varint.read(bytes, &offset))
      guard shared >= 0, count >= 0, shared <= text.count, count <= end - offset else {
        return nil
      }
      text.removeLast(text.count - shared)
      text += bytes[offset..<offset + count]
      return offset + count
    }
  }

  /// A word's list as far as it stands on this page; nil where the page does not have the word.
  ///
  /// - Returns: The piece, and whether it is the page's last, which may go on on the next page.
  package func list(of word: [UInt8]) -> (piece: PostingBytes, isLast: Bool)? {
    let key = WordLookup.key(word)
    let found = bytes.withUnsafeBufferPointer { bytes -> (index: Int, start: Int)? in
      // How many bytes the key shares with the word before, which comes before it.
      var matched = 0
      for index in words.indices {
        var offset = words[index]
        let shared = index == 0 ? 0 : Int(truncatingIfNeeded: Varint.read(bytes, &offset))
        let count = Int(truncatingIfNeeded: Varint.read(bytes, &offset))
        guard shared >= 0, count >= 0, count <= end - offset else { return nil }
        // It differs from the key where the one before does, or before that.
        if shared > matched { continue }
        if shared < matched { return nil }
        let stop = offset + count
        while offset < stop, matched < key.count, bytes[offset] == key[matched] {
          offset += 1
          matched += 1
        }
        if offset < stop, matched == key.count || bytes[offset] > key[matched] { return nil }
        if offset == stop, matched == key.count { return (index, stop) }
      }
      return nil
    }
    guard let (index, start) = found else { return nil }
    var piece = PostingBytes()
    piece.append(bytes[list(ofWord: index, from: start)], restart: nil)
    return (piece, index == words.count - 1)
  }

  /// The article that is written out where a list goes on from the page before; nil where none is.
  package var firstArticle: Int64? {
    guard let place = beginning, Self.header + place < endOfBeginning else { return nil }
    var offset = Self.header + place
    return bytes.withUnsafeBufferPointer { Int64(bitPattern: Varint.read($0, &offset)) }
  }
}

extension PostingBytes {
  /// Adds what stands of the list at the beginning of the next page; false where the list is at its
  /// end.
  package mutating func append(beginningOf page: LeafPage) -> Bool {
    guard let restart = page.beginning else { return false }
    append(page.bytes[LeafPage.header..<page.endOfBeginning], restart: restart)
    return page.words.isEmpty
  }

  /// Adds what stands of the list on the next page, where that has no word, as most pages of a long list;
  /// false where it has one, and nothing is added.
  package mutating func append(wordlessPage page: UnsafeRawBufferPointer) -> Bool {
    guard page.count > LeafPage.header, Int(page[2]) << 8 | Int(page[3]) == page.count else {
      return false
    }
    // 0 where no article begins on the page: one article's list goes over all of it.
    let first = Int(page[0]) << 8 | Int(page[1])
    append(
      page[LeafPage.header...], restart: first < LeafPage.header ? nil : first - LeafPage.header)
    return true
  }

  /// Begins a list with the article that is written out on a page.
  package init(from page: LeafPage) {
    self.init()
    guard let place = page.beginning else { return }
    append(page.bytes[LeafPage.header + place..<page.endOfBeginning], restart: 0)
  }
}
