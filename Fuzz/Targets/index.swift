import FullTextIndex

/// Pages of a full-text index of which anything may be damaged. The first two bytes say where the others are cut
/// into pages.
func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard bytes.count > 2 else { return }
  let all = Array(bytes.dropFirst(2))
  if let structure = IndexStructure(all) {
    precondition(IndexStructure(structure.record) == structure, "not what was written")
  }
  _ = IndexTotals(all, columns: 2)
  let cuts = [Int(bytes[0]), Int(bytes[1])].map { all.count * $0 / 256 }.sorted()
  let pages = [all[..<cuts[0]], all[cuts[0]..<cuts[1]], all[cuts[1]...]].map { Array($0) }
  for page in pages { _ = LeafPage.isWellFormed(page) }
  var next = pages.makeIterator()
  let words = (try? WordList.pieces(ofPages: { next.next() })) ?? []
  _ = WordList.packedAnew(words)
  _ = WordList.packedAnew(pages)
}
