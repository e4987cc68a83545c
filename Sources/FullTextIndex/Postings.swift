/// The words of some articles with their posting lists, in memory: what is merged into a segment.
///
/// The articles have no ids while their words are gathered; who stores them says which they got.
package final class Postings: Sendable {
  /// The words in the order of their bytes, one after the other, and where each begins.
  fileprivate let words: StableBytes
  fileprivate let wordStarts: [UInt32]
  /// The words' entries, each the document's number, twice the size of the position list (plus one
  /// for a deletion), and the list; and where each word's entries begin.
  fileprivate let lists: StableBytes
  fileprivate let listStarts: [UInt32]
  /// The number of articles.
  package let documents: Int

  init(
    words: [UInt8], wordStarts: [UInt32], lists: [UInt8], listStarts: [UInt32], documents: Int
  ) {
    self.words = StableBytes(copying: words)
    self.wordStarts = wordStarts
    self.lists = StableBytes(copying: lists)
    self.listStarts = listStarts
    self.documents = documents
  }

  /// The memory that is held, in bytes.
  package var size: Int { words.bytes.count + lists.bytes.count + 8 * wordStarts.count }
}

/// Postings as a source of a segment, under the ids that their articles got.
package final class StoredPostings: PostingSource {
  private let postings: Postings
  /// The articles' ids by the documents' numbers; nil for those that were not stored.
  private let articles: [Int64?]
  private var index = 0

  package init(_ postings: Postings, articles: [Int64?]) {
    (self.postings, self.articles) = (postings, articles)
  }

  package var word: UnsafeBufferPointer<UInt8>? {
    guard index + 1 < postings.wordStarts.count else { return nil }
    return postings.words.slice(
      Int(postings.wordStarts[index])..<Int(postings.wordStarts[index + 1]))
  }

  package func appendEntries(to list: inout PostingList, source: UInt16) -> Int64? {
    let lists = postings.lists.slice(
      Int(postings.listStarts[index])..<Int(postings.listStarts[index + 1]))
    var offset = 0
    while offset < lists.count {
      let document = Int(Varint.read(lists, &offset))
      let size = Varint.read(lists, &offset)
      let positions = UnsafeBufferPointer(rebasing: lists[offset..<offset + Int(size >> 1)])
      offset += Int(size >> 1)
      guard let article = articles[document] else { continue }
      list.entries.append(
        PostingList.Entry(
          article: article, positions: positions, isDeletion: size & 1 == 1, source: source))
    }
    return nil
  }

  package func advance() { index += 1 }
}
