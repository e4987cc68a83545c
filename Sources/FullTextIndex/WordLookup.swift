/// Looks words up in a segment's pages.
///
/// The pages are read one after the other from the one on which the word would stand: FTS5's `%_idx`
/// names it.
package struct WordLookup {
  /// Gives the next leaf page; nil behind the last one.
  package typealias Pages = () throws -> [UInt8]?

  private let nextPage: Pages
  private var page = LeafPage([])
  /// A page that was read to see whether a list goes on there.
  private var isAhead = false

  package init(_ nextPage: @escaping Pages) { self.nextPage = nextPage }

  /// FTS5's form of a word in its main index, as `%_idx` and the pages have it.
  package static func key(_ word: some Sequence<UInt8>) -> [UInt8] { [UInt8(ascii: "0")] + word }

  /// Calls the closure with each word from this one on, in the order of their bytes, until it
  /// returns false. Its list is read when it is asked for.
  package mutating func forEachWord(
    from word: [UInt8],
    _ body: (_ word: [UInt8], _ list: () throws -> PostingBytes) throws -> Bool
  ) throws {
    let key = Self.key(word)
    var text: [UInt8] = []
    while try moveToPage() {
      for index in page.words.indices {
        guard let start = page.readWord(index, into: &text) else { return }
        if text.lexicographicallyPrecedes(key) { continue }
        // A word of another index than the main one: there is none in a table of ours.
        guard text.first == key[0] else { return }
        var whole: PostingBytes?
        let (page, isLast) = (page, index == page.words.count - 1)
        let goesOn = try body(Array(text.dropFirst())) {
          if let whole { return whole }
          var list = PostingBytes()
          list.append(page.bytes[page.list(ofWord: index, from: start)], restart: nil)
          if isLast { try appendRest(of: &list) }
          whole = list
          return list
        }
        guard goesOn else { return }
        if isAhead { break }
      }
    }
  }

  private mutating func moveToPage() throws -> Bool {
    if isAhead {
      isAhead = false
      return true
    }
    guard let bytes = try nextPage() else { return false }
    page = LeafPage(bytes)
    return true
  }

  /// A list goes on over the pages' beginnings until a word comes.
  private mutating func appendRest(of list: inout PostingBytes) throws {
    while let bytes = try nextPage() {
      page = LeafPage(bytes)
      isAhead = true
      guard list.append(beginningOf: page) else { return }
    }
  }
}
