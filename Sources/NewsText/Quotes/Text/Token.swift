/// A word or sign of a text, where it stands and what it can be.
struct Token {
  enum Kind: UInt8 {
    case word, number
    case comma, period, question, exclamation, ellipsis, colon, semicolon, dash
    case openBracket, closeBracket
    case mark
    case newline
    case other

    /// Whether it can end a sentence.
    var isTerminal: Bool {
      switch self {
      case .period, .question, .exclamation, .ellipsis: true
      default: false
      }
    }
  }

  /// How a word is written.
  enum Shape: UInt8 {
    case lower, capitalised, upper
    /// Of a script without capitals.
    case uncased
  }

  /// UTF-8 byte offsets into the text.
  var start: Int32
  var end: Int32
  /// Hash of the word in lower case without a possessive ending; 0 for signs.
  var hash: UInt64
  var classes: WordClass
  var kind: Kind
  var shape: Shape
  /// The sign, where `kind` is `mark`.
  var mark: QuoteMark
  /// The outermost quoted region that it lies in, marks included; -1 outside of all.
  var region: Int32 = -1

  var range: Range<Int> { Int(start)..<Int(end) }
  var isWord: Bool { kind == .word }
  var isOutside: Bool { region < 0 }
  var isCapitalised: Bool { shape == .capitalised || shape == .upper }

  func isA(_ some: WordClass) -> Bool { !classes.isDisjoint(with: some) }
}

/// The signs that can open or close a quote, by how they are written.
enum QuoteMark: UInt8 {
  case none
  /// "
  case straight
  /// ' or ` or ´
  case straightSingle
  /// ''
  case doubledSingle
  /// ``
  case doubledBacktick
  /// “
  case highLeft
  /// ”
  case highRight
  /// „
  case low
  /// ‘
  case singleLeft
  /// ’
  case singleRight
  /// ‚
  case singleLow
  /// «
  case guillemetLeft
  /// »
  case guillemetRight
  /// ‹
  case singleGuillemetLeft
  /// ›
  case singleGuillemetRight
  /// 「 or 『
  case cornerLeft
  /// 」 or 』
  case cornerRight

  /// Marks that, inside other marks, hold a quote within a quote.
  var isSingle: Bool {
    switch self {
    case .straightSingle, .singleLeft, .singleRight, .singleLow, .singleGuillemetLeft,
      .singleGuillemetRight:
      true
    default: false
    }
  }
}
