extension Unicode.Scalar {
  /// Parts words, in a query: white space and everything that cannot be seen.
  var isQuerySpace: Bool {
    if isASCII { return value <= 32 || value == 127 }
    return properties.isWhitespace || properties.generalCategory == .control
  }

  /// Part of a token of the full-text index, which has letters, numbers, private characters and
  /// the marks on them (sqlite.org/fts5.html#unicode61_tokenizer).
  var isTokenPart: Bool {
    if isASCII { return isASCIILetter || isASCIIDigit }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  /// What nobody expects to find by itself: dashes, dots, signs of the keyboard.
  var isPunctuation: Bool {
    if isASCII { return !isTokenPart }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .format:
      return true
    default: return false
    }
  }

  var isASCIILetter: Bool { (65...90).contains(value & ~32) && isASCII }
  var isASCIIDigit: Bool { (48...57).contains(value) }

  /// Opens and closes a phrase: any double quote mark of any language, in either direction.
  var isDoubleQuote: Bool { Self.doubleQuotes.contains(self) }

  private static let doubleQuotes = Set("\"“”„‟«»＂「」『』".unicodeScalars)

  /// Ends a word: a comma, a semicolon, or what Chinese and Japanese have for them.
  var isListMark: Bool { Self.listMarks.contains(self) }

  private static let listMarks = Set(",;，、；。".unicodeScalars)
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension String {
  /// The text without double quote marks of any kind: what can stand between two of them.
  var withoutDoubleQuotes: String {
    var scalars = unicodeScalars
    scalars.removeAll(where: \.isDoubleQuote)
    return String(scalars)
  }
}
