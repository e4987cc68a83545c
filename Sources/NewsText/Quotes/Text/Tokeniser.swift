/// Cuts a text into words and signs in one pass over its bytes.
struct Tokeniser {
  private let bytes: [UInt8]
  private let pack: LanguagePack
  private var position = 0
  private(set) var tokens: [Token] = []

  /// All tokens of a text.
  static func tokens(of bytes: [UInt8], pack: LanguagePack) -> [Token] {
    var tokeniser = Tokeniser(bytes: bytes, pack: pack)
    tokeniser.run()
    return tokeniser.tokens
  }

  private init(bytes: [UInt8], pack: LanguagePack) {
    self.bytes = bytes
    self.pack = pack
    // English news has a token every 4.9 bytes.
    tokens.reserveCapacity(bytes.count / 4 + 16)
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0B, 0x0C: position += 1
      case 0x0A: sign(.newline, length: 1)
      case 0x30...0x39: number()
      case 0x41...0x5A, 0x61...0x7A: word(from: position)
      case 0x40, 0x23: handleOrSign()
      case 0..<0x80: asciiSign(byte)
      default: beyondASCII(byte)
      }
    }
  }

  // MARK: Signs

  private mutating func sign(_ kind: Token.Kind, length: Int, mark: QuoteMark = .none) {
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: position),
        end: Int32(truncatingIfNeeded: position + length),
        hash: 0, classes: [], kind: kind, shape: .uncased, mark: mark))
    position += length
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func asciiSign(_ byte: UInt8) {
    switch byte {
    case 0x2C: sign(.comma, length: 1)
    case 0x2E: periods()
    case 0x3F: sign(.question, length: 1)
    case 0x21: sign(.exclamation, length: 1)
    case 0x3A: sign(.colon, length: 1)
    case 0x3B: sign(.semicolon, length: 1)
    case 0x2D:
      var length = 1
      while self.byte(at: position + length) == 0x2D { length += 1 }
      sign(.dash, length: length)
    case 0x28, 0x5B: sign(.openBracket, length: 1)
    case 0x29, 0x5D: sign(.closeBracket, length: 1)
    case 0x22: sign(.mark, length: 1, mark: .straight)
    case 0x27:
      // Of three, the first closes an inner quote and the other two the outer one.
      if self.byte(at: position + 1) == 0x27 && self.byte(at: position + 2) != 0x27 {
        sign(.mark, length: 2, mark: .doubledSingle)
      } else {
        sign(.mark, length: 1, mark: .straightSingle)
      }
    case 0x60:
      if self.byte(at: position + 1) == 0x60 {
        sign(.mark, length: 2, mark: .doubledBacktick)
      } else {
        sign(.mark, length: 1, mark: .straightSingle)
      }
    default: sign(.other, length: 1)
    }
  }

  private mutating func periods() {
    var length = 1
    while byte(at: position + length) == 0x2E { length += 1 }
    sign(length > 1 ? .ellipsis : .period, length: length)
  }

  private mutating func handleOrSign() {
    if isLetter(at: position + 1) {
      word(from: position + 1)
    } else {
      sign(.other, length: 1)
    }
  }

  private mutating func beyondASCII(_ lead: UInt8) {
    let second = byte(at: position + 1)
    let third = byte(at: position + 2)
    switch lead {
    case 0xC2:
      switch second {
      case 0xA0: position += 2
      case 0xAB: sign(.mark, length: 2, mark: .guillemetLeft)
      case 0xBB: sign(.mark, length: 2, mark: .guillemetRight)
      case 0xB4: sign(.mark, length: 2, mark: .straightSingle)
      default: sign(.other, length: min(2, bytes.count - position))
      }
    case 0xD8 where second == 0x8C: sign(.comma, length: 2)
    case 0xD8 where second == 0x9B: sign(.semicolon, length: 2)
    case 0xD8 where second == 0x9F: sign(.question, length: 2)
    case 0xE2 where second == 0x80 || second == 0x81: generalPunctuation(second, third)
    case 0xE3 where second == 0x80: cjkPunctuation(third)
    case 0xE3...0xE9: han()
    case 0xEF where second == 0xBC || second == 0xBD: fullWidth(second, third)
    case 0xEF where second == 0xBB && third == 0xBF: position += 3
    case 0xC3..<0xF0: word(from: position)
    default: sign(.other, length: min(scalarLength(lead), bytes.count - position))
    }
  }

  private mutating func generalPunctuation(_ second: UInt8, _ third: UInt8) {
    let length = min(3, bytes.count - position)
    guard second == 0x80 else { return sign(.other, length: length) }
    switch third {
    case 0x80...0x8F, 0xA8...0xAF: position += length
    case 0x90...0x92, 0x93...0x95: sign(.dash, length: length)
    case 0x98, 0x9B: sign(.mark, length: length, mark: .singleLeft)
    case 0x99: sign(.mark, length: length, mark: .singleRight)
    case 0x9A: sign(.mark, length: length, mark: .singleLow)
    case 0x9C, 0x9F: sign(.mark, length: length, mark: .highLeft)
    case 0x9D: sign(.mark, length: length, mark: .highRight)
    case 0x9E: sign(.mark, length: length, mark: .low)
    case 0xA6: sign(.ellipsis, length: length)
    case 0xB9: sign(.mark, length: length, mark: .singleGuillemetLeft)
    case 0xBA: sign(.mark, length: length, mark: .singleGuillemetRight)
    default: sign(.other, length: length)
    }
  }

  private mutating func cjkPunctuation(_ third: UInt8) {
    let length = min(3, bytes.count - position)
    switch third {
    case 0x80: position += length
    case 0x81: sign(.comma, length: length)
    case 0x82: sign(.period, length: length)
    case 0x8C, 0x8E: sign(.mark, length: length, mark: .cornerLeft)
    case 0x8D, 0x8F: sign(.mark, length: length, mark: .cornerRight)
    case 0x9D: sign(.mark, length: length, mark: .highLeft)
    case 0x9E, 0x9F: sign(.mark, length: length, mark: .highRight)
    default: sign(.other, length: length)
    }
  }

  private mutating func fullWidth(_ second: UInt8, _ third: UInt8) {
    let length = min(3, bytes.count - position)
    guard second == 0xBC else { return sign(.other, length: length) }
    switch third {
    case 0x81: sign(.exclamation, length: length)
    case 0x82: sign(.mark, length: length, mark: .straight)
    case 0x88: sign(.openBracket, length: length)
    case 0x89: sign(.closeBracket, length: length)
    case 0x8C: sign(.comma, length: length)
    case 0x8E: sign(.period, length: length)
    case 0x9A: sign(.colon, length: length)
    case 0x9B: sign(.semicolon, length: length)
    case 0x9F: sign(.question, length: length)
    default: sign(.other, length: length)
    }
  }

  // MARK: Words

  private func scalarLength(_ lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  private func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1: return !isArabicPunctuation(at: index)
    default: return false
    }
  }

  private func isArabicPunctuation(at index: Int) -> Bool {
    bytes[index] == 0xD8
      && (byte(at: index + 1) == 0x8C || byte(at: index + 1) == 0x9B
        || byte(at: index + 1) == 0x9F)
  }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  /// Length of the apostrophe at an index, or 0 where there is none.
  private func apostropheLength(at index: Int) -> Int {
    if byte(at: index) == 0x27 { return 1 }
    if byte(at: index) == 0xE2, byte(at: index + 1) == 0x80, byte(at: index + 2) == 0x99 {
      return 3
    }
    return 0
  }

  private mutating func number() {
    var end = position
    while isDigit(at: end)
      || (isDigit(at: end + 1)
        && (byte(at: end) == 0x2E || byte(at: end) == 0x2C || byte(at: end) == 0x3A))
    {
      end += 1
    }
    // "69-year-old", "1990s", "3D": words that begin with a number.
    if isLetter(at: end) || (byte(at: end) == 0x2D && isLetter(at: end + 1)) {
      word(from: end)
    } else {
      sign(.number, length: end - position)
    }
  }

  /// Reads a word that begins at `position` and whose letters begin at `letters`.
  private mutating func word(from letters: Int) {
    var hash = WordHash()
    var end = letters
    var stem: (hash: UInt64, end: Int)?
    for index in position..<letters { hash.append(bytes[index]) }
    scan: while end < bytes.count {
      let byte = bytes[end]
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x5F:
        hash.mix(byte)
        end += 1
      case 0x41...0x5A:
        hash.mix(byte | 0x20)
        end += 1
      case 0x2D where isLetter(at: end + 1) || isDigit(at: end + 1):
        hash.append(byte)
        end += 1
      case 0x2E where isInnerPeriod(at: end):
        hash.append(byte)
        end += 1
      case 0xC3..<0xE2 where !isArabicPunctuation(at: end):
        let length = min(scalarLength(byte), bytes.count - end)
        for index in end..<end + length { hash.append(bytes[index]) }
        end += length
      case 0x27, 0xE2:
        let length = apostropheLength(at: end)
        guard length > 0, isLetter(at: end + length) else { break scan }
        if pack.elides && end - letters <= 6, !goesOn(hash, after: end + length) {
          end += length
          break scan
        }
        stem = (hash.value, end)
        hash.append(0x27)
        end += length
      default: break scan
      }
    }
    if end == letters {
      return sign(.other, length: min(scalarLength(bytes[position]), bytes.count - position))
    }
    append(hash: hash.value, letters: letters, end: end, stem: stem)
  }

  /// Whether a word with an apostrophe is listed as a whole: "d'après", "aujourd'hui".
  private func goesOn(_ hash: WordHash, after start: Int) -> Bool {
    var hash = hash
    hash.append(0x27)
    var end = start
    while end < bytes.count, isLetter(at: end) || bytes[end] & 0xC0 == 0x80, end - start < 16 {
      hash.append(bytes[end])
      end += 1
    }
    return !pack.lexicon.classes(of: hash.value).isEmpty
  }

  /// The point inside "U.S", "p.m" or "example.com".
  private func isInnerPeriod(at index: Int) -> Bool {
    guard isLetter(at: index + 1) else { return false }
    let next = byte(at: index + 1)
    if next >= 0x61 && next <= 0x7A { return true }
    return byte(at: index + 2) == 0x2E
  }

  private mutating func append(
    hash: UInt64, letters: Int, end: Int, stem: (hash: UInt64, end: Int)?
  ) {
    var hash = hash
    var classes = pack.lexicon.classes(of: hash)
    if let stem, classes.isEmpty {
      // "Trump's", "he'd": what counts is the word before the apostrophe.
      classes = pack.lexicon.classes(of: stem.hash)
      hash = stem.hash
      if end - stem.end <= 4, bytes[end - 1] | 0x20 == 0x73 { classes.insert(.possessive) }
    }
    let shape = shape(letters: letters, end: end)
    if classes.isEmpty && shape == .lower {
      classes = pack.suffixClasses(bytes[letters..<end])
    }
    var end = end
    if byte(at: end) == 0x2E, byte(at: end + 1) != 0x2E,
      takesPeriod(letters: letters, end: end, shape: shape, classes: classes)
    {
      end += 1
      classes.insert(.abbreviation)
    } else {
      classes.remove(.abbreviation)
    }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end),
        hash: hash, classes: classes, kind: .word, shape: shape, mark: .none))
    position = end
  }

  /// Whether the full stop after a word belongs to it: "Mr.", "U.S.", "J.".
  private func takesPeriod(
    letters: Int, end: Int, shape: Token.Shape, classes: WordClass
  ) -> Bool {
    if classes.contains(.abbreviation) { return true }
    let length = end - letters
    if length == 1 { return shape != .lower && bytes[letters] != 0x49 }
    // Letters and points by turns.
    guard length % 2 == 1, length >= 3 else { return false }
    return stride(from: letters + 1, to: end, by: 2).allSatisfy { bytes[$0] == 0x2E }
  }

  private func shape(letters: Int, end: Int) -> Token.Shape {
    guard isCapital(at: letters) else {
      switch bytes[letters] {
      case 0xD7...0xE1: return .uncased
      default: return .lower
      }
    }
    let next = letters + scalarLength(bytes[letters])
    return next < end && isCapital(at: next) ? .upper : .capitalised
  }

  private func isCapital(at index: Int) -> Bool {
    let second = byte(at: index + 1)
    switch byte(at: index) {
    case 0x41...0x5A: return true
    case 0xC3: return second >= 0x80 && second <= 0x9E
    case 0xC4: return second < 0xB9 ? second & 1 == 0 : second & 1 == 1
    case 0xC5: return second > 0x88 && second < 0xB9 ? second & 1 == 0 : second & 1 == 1
    case 0xD0: return second >= 0x80 && second <= 0xAF
    default: return false
    }
  }

  /// Chinese has no spaces: the longest listed word of up to three characters, else one character.
  private mutating func han() {
    var hash = WordHash()
    var length = 0
    var best: (length: Int, hash: UInt64, classes: WordClass)?
    for _ in 0..<3 {
      let at = position + length
      guard at + 2 < bytes.count, bytes[at] >= 0xE3, bytes[at] <= 0xE9,
        !(bytes[at] == 0xE3 && bytes[at + 1] == 0x80)
      else { break }
      for index in at..<at + 3 { hash.append(bytes[index]) }
      length += 3
      let classes = pack.lexicon.classes(of: hash.value)
      if best == nil || !classes.isEmpty { best = (length, hash.value, classes) }
    }
    guard let best else { return sign(.other, length: bytes.count - position) }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: position),
        end: Int32(truncatingIfNeeded: position + best.length),
        hash: best.hash, classes: best.classes, kind: .word, shape: .uncased, mark: .none))
    position += best.length
  }
}
