/// A piece of two texts that were compared.
public enum TextDifference: Sendable, Equatable {
  /// Words that both have.
  case same([String])
  /// Words that the first has alone.
  case removed([String])
  /// Words that the second has alone.
  case added([String])

  /// Beyond so many words of both texts, paragraphs are compared, and beyond as many of these nothing:
  /// the work grows with the square of what differs (Myers, "An O(ND) difference algorithm", 1986).
  private static let limit = 8000

  /// What two texts have in common, word by word, in the order of the texts.
  static func between(_ first: String, _ second: String) -> [TextDifference] {
    func pieces(_ text: String, at isSeparator: (UInt8) -> Bool) -> [String] {
      text.utf8.split(whereSeparator: isSeparator).map { String(Substring($0)) }
    }
    let isSpace = { (byte: UInt8) in byte == 0x20 || (9...13).contains(byte) }
    let isLineEnd = { (byte: UInt8) in byte == 10 || byte == 13 }
    for isSeparator in [isSpace, isLineEnd] {
      let (a, b) = (pieces(first, at: isSeparator), pieces(second, at: isSeparator))
      if a.count + b.count <= limit { return between(a, b) }
    }
    return first == second ? [.same([first])] : [.removed([first]), .added([second])]
  }

  private static func between(_ a: [String], _ b: [String]) -> [TextDifference] {
    var (isRemoved, isAdded) = (
      [Bool](repeating: false, count: a.count), [Bool](repeating: false, count: b.count)
    )
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    var pieces: [TextDifference] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let (startA, startB) = (i, j)
      while i < a.count, isRemoved[i] { i += 1 }
      if i > startA { pieces.append(.removed(Array(a[startA..<i]))) }
      while j < b.count, isAdded[j] { j += 1 }
      if j > startB { pieces.append(.added(Array(b[startB..<j]))) }
      let same = i
      while i < a.count, j < b.count, !isRemoved[i], !isAdded[j] {
        i += 1
        j += 1
      }
      if i > same { pieces.append(.same(Array(a[same..<i]))) }
    }
    return pieces
  }
}
