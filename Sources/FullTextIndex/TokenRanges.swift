/// Which tokens of the full-text index stand in a part of a body.
package struct TokenRanges {
  private let starts: [UInt32]

  /// The tokens of a body that begin at these bytes: of the body, or of what the index sees in its
  /// place, which has more white space.
  package init(of body: String, indexedAs indexed: String?, starts: [UInt32]) {
    guard let indexed else {
      self.starts = starts
      return
    }
    var (bodyText, indexedText) = (body, indexed)
    self.starts = bodyText.withUTF8 { body in
      indexedText.withUTF8 { indexed in
        var (place, offset) = (0, 0)
        return starts.map { start in
          while offset < start {
            if place < body.count, indexed[offset] == body[place] { place += 1 }
            offset += 1
          }
          return UInt32(place)
        }
      }
    }
  }

  /// The tokens of a body, counted as the index does.
  package init(of body: String, indexedAs indexed: String?, _ folding: WordFolding) {
    var text = indexed ?? body
    var starts: [UInt32] = []
    text.withUTF8 { bytes in
      WordScanner(folding).forEachWord(in: bytes) { _, start in
        starts.append(UInt32(truncatingIfNeeded: start))
      }
    }
    self.init(of: body, indexedAs: indexed, starts: starts)
  }

  /// The tokens that begin in a range of the body's bytes.
  package func inside(_ range: Range<Int>) -> Range<Int> {
    let start = index(of: range.lowerBound)
    return start..<max(start, index(of: range.upperBound))
  }

  private func index(of byte: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
