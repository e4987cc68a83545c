extension LanguagePack {
  /// All packs, the commonest first.
  static let all: [LanguagePack] = [
    .english, .german, .french, .spanish, .italian, .portuguese, .dutch, .swedish, .norwegian,
    .russian, .czech, .arabic, .chinese,
  ]

  /// The pack for a BCP 47 tag, or, without one, for the language that a text seems to be in.
  static func best(for tag: String?, bytes: [UInt8]) -> LanguagePack {
    guard let tag else { return guessed(from: bytes) }
    let subtag = tag.utf8.prefix { $0 != 0x2D && $0 != 0x5F }.map { $0 | 0x20 }
    let language = String(decoding: subtag, as: UTF8.self)
    return all.first { $0.tag == language || $0.otherTags.contains(language) } ?? .english
  }

  /// Counts the small words of each pack in the first few hundred words.
  private static func guessed(from bytes: [UInt8]) -> LanguagePack {
    let sample = Array(bytes.prefix(3_000))
    var best = (score: 0, pack: LanguagePack.english)
    for pack in all {
      let tokens = Tokeniser.tokens(of: sample, pack: pack)
      let score = tokens.reduce(0) { sum, token in
        let isSmall =
          token.isWord && token.isA([.determiner, .preposition, .coordinator, .pronoun, .copula])
        return sum + (isSmall ? 1 : 0)
      }
      if score > best.score { best = (score, pack) }
    }
    return best.pack
  }
}
