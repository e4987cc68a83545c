/// A word with wildcards, folded: `*` stands for any letters or none, `?` for one.
struct WordPattern: Hashable {
  private enum Piece: Hashable {
    case letter(UInt8)
    case one
    case any
  }

  private let pieces: [Piece]
  /// What every word begins with.
  private let beginning: [UInt8]

  /// Wildcards stand in texts as characters that the tokenizer takes for letters.
  static let any: Unicode.Scalar = "\u{E000}"
  static let one: Unicode.Scalar = "\u{E001}"

  /// The pattern of a token with wildcards; nil for one without.
  init?(token: String) {
    guard token.unicodeScalars.contains(where: { $0 == Self.any || $0 == Self.one }) else {
      return nil
    }
    var pieces: [Piece] = []
    for scalar in token.unicodeScalars {
      switch scalar {
      case Self.any: if pieces.last != .any { pieces.append(.any) }
      case Self.one: pieces.append(.one)
      default: pieces += UTF8.encode(scalar).map { $0.map { .letter($0) } } ?? []
      }
    }
    self.pieces = pieces
    beginning = pieces.prefix { if case .letter = $0 { true } else { false } }.compactMap {
      if case .letter(let byte) = $0 { byte } else { nil }
    }
  }

  /// What all words begin with that the pattern stands for, if nothing but `*` follows.
  var prefix: String? {
    guard pieces.count == beginning.count + 1, pieces.last == .any, !beginning.isEmpty else {
      return nil
    }
    return String(decoding: beginning, as: UTF8.self)
  }

  /// Whether the pattern stands for a word.
  func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.starts(with: beginning) else { return false }
    var (place, piece) = (beginning.count, beginning.count)
    // Where to go on when what follows the last `*` does not fit.
    var retry: (place: Int, piece: Int)?
    while true {
      if piece < pieces.count, pieces[piece] == .any {
        piece += 1
        if piece == pieces.count { return true }
        retry = (place, piece)
      } else if piece < pieces.count, place < word.count, fits(pieces[piece], word[place]) {
        place += pieces[piece] == .one ? Self.length(word, at: place) : 1
        piece += 1
      } else if piece == pieces.count, place == word.count {
        return true
      } else if let last = retry, last.place < word.count {
        retry = (last.place + Self.length(word, at: last.place), last.piece)
        (place, piece) = (retry?.place ?? 0, last.piece)
      } else {
        return false
      }
    }
  }

  private func fits(_ piece: Piece, _ byte: UInt8) -> Bool {
    switch piece {
    case .letter(let letter): letter == byte
    case .one: true
    case .any: false
    }
  }

  /// The bytes of the character that begins at a place.
  private static func length(_ word: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    var end = place + 1
    while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
    return end - place
  }
}
