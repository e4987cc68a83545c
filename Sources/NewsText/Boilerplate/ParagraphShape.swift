/// What one reading of a paragraph's bytes shows: its words as hashes, and its outward form.
struct ParagraphShape {
  /// Words that are one character of a script without spaces.
  private var spacelessWords = 0
  /// The hash of each word: case folded, each run of digits read as one `0`.
  private(set) var words: [UInt32] = []
  /// The number of words that are digits only.
  private(set) var numbers = 0
  /// The number of words, the first aside, that begin with a capital.
  private(set) var capitalised = 0
  /// The number of words of two letters and more without a small letter.
  private(set) var shouted = 0
  /// Full stops, question and exclamation marks that are followed by white space or the end.
  private(set) var sentences = 0
  private(set) var commas = 0
  private(set) var colons = 0
  /// Marks as menus and lists of links have them: `|`, `»`, `›`, `>`, `•`, `/`, `→`.
  private(set) var menuMarks = 0
  private(set) var atSigns = 0
  /// `www.`, `http`, or a name with `.com`, `.org`… in it.
  private(set) var addresses = 0
  private(set) var copyrightSigns = 0
  /// The longest passage between quote marks, in words; passages left open reach to the end.
  private(set) var longestQuote = 0
  /// The first scalar, case folded.
  private(set) var firstScalar: UInt32 = 0
  /// Whether the first letter is a small one.
  private(set) var startsSmall = false
  /// The last scalar.
  private(set) var lastScalar: UInt32 = 0
  /// The paragraph's hash for counting repeats, over its words alone: punctuation, white space, case
  /// and numbers do not matter.
  private(set) var hash: UInt64 = 0
  /// The size in bytes.
  private(set) var byteCount = 0

  /// Reads a paragraph of valid UTF-8.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    byteCount = range.count
    words.reserveCapacity(range.count / 5 + 1)
    var reader = Reader()
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        lastScalar = UInt32(byte)
        if byte.isWordASCII {
          reader.append(letter: byte)
        } else {
          finishWord(&reader)
          notePunctuation(UInt32(byte), next: offset + 1, bytes, range, &reader)
        }
        offset += 1
        continue
      }
      let (scalar, length) = bytes.decodedScalar(at: offset)
      lastScalar = scalar
      switch ScalarClass(scalar) {
      case .letter: reader.append(scalar)
      // Of a script without spaces each character is a word.
      case .spaceless:
        finishWord(&reader)
        spacelessWords += 1
        reader.append(scalar)
        finishWord(&reader)
      case .spacelessMark, .space: finishWord(&reader)
      case .other:
        finishWord(&reader)
        notePunctuation(scalar, next: offset + length, bytes, range, &reader)
      }
      offset += length
    }
    finishWord(&reader)
    if let open = reader.quoteStart { longestQuote = max(longestQuote, words.count - open) }
    firstScalar = foldedCase(bytes.decodedScalar(at: range.lowerBound).value)
    hash = reader.hash
  }

  /// The word that is being read, and what has to be remembered between words.
  private struct Reader {
    var word: UInt64 = seed
    var letters = 0
    var digits = 0
    var small = 0
    var startsWithCapital = false
    var hash: UInt64 = seed
    /// How many words had been read when the open quote mark came.
    var quoteStart: Int?
    var quoteIsSingle = false

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    static let prime: UInt64 = 0x0000_0100_0000_01b3

    @inline(__always)
    mutating func append(letter byte: UInt8) {
      if byte.isDigitASCII {
        digits += 1
        // A run of digits counts as one.
        if digits > 1 && word == Self.digitOnly { return }
        word = (word ^ 0x30) &* Self.prime
        return
      }
      let isSmall = byte >= 0x61
      if letters == 0 && digits == 0 { startsWithCapital = !isSmall }
      letters += 1
      small += isSmall ? 1 : 0
      word = (word ^ UInt64(byte | 0x20)) &* Self.prime
    }

    mutating func append(_ scalar: UInt32) {
      let folded = foldedCase(scalar)
      if letters == 0 && digits == 0 { startsWithCapital = folded != scalar }
      letters += 1
      small += folded == scalar ? 1 : 0
      word = (word ^ UInt64(folded)) &* Self.prime
    }

    static let digitOnly = (seed ^ 0x30) &* prime
  }

  @inline(__always)
  private mutating func finishWord(_ reader: inout Reader) {
    guard reader.word != Reader.seed else { return }
    if reader.letters == 0 {
      numbers += 1
    } else if words.isEmpty {
      startsSmall = !reader.startsWithCapital
    } else if reader.startsWithCapital {
      capitalised += 1
    }
    if reader.letters >= 2 && reader.small == 0 { shouted += 1 }
    words.append(UInt32(truncatingIfNeeded: reader.word ^ reader.word >> 32))
    reader.hash = (reader.hash ^ reader.word) &* 0x9E37_79B9_7F4A_7C15
    reader.hash ^= reader.hash >> 29
    reader.word = Reader.seed
    (reader.letters, reader.digits, reader.small) = (0, 0, 0)
  }

  private mutating func notePunctuation(
    _ scalar: UInt32, next: Int, _ bytes: [UInt8], _ range: Range<Int>, _ reader: inout Reader
  ) {
    switch scalar {
    case 0x20: break
    case 0x2C, 0x3001, 0xFF0C, 0x60C: commas += 1
    case 0x2E:
      if next >= range.upperBound || !bytes[next].mayBeginWord {
        sentences += 1
      } else if Self.domains.contains(where: { bytes[next..<range.upperBound].starts(with: $0) }) {
        addresses += 1
      }
    case 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x1362, 0x61F, 0x6D4: sentences += 1
    case 0x3A, 0xFF1A: colons += 1
    case 0x40: atSigns += 1
    case 0x7C, 0x203A, 0x3E, 0x2022, 0x2F, 0x2192, 0xB7, 0x25BA: menuMarks += 1
    case 0xA9: copyrightSigns += 1
    default:
      let opens = next < range.upperBound && bytes[next].mayBeginWord
      noteQuoteMark(scalar, opens: opens, &reader)
    }
  }

  /// Domain endings and what follows `www`, as they stand in running text.
  private static let domains = ["com", "org", "net", "co.", "gov", "edu", "info", "html"].map {
    Array($0.utf8)
  }

  /// Opens or closes a quotation. `opens`: whether a letter follows the mark.
  private mutating func noteQuoteMark(_ scalar: UInt32, opens: Bool, _ reader: inout Reader) {
    let isSingle = scalar == 0x2018 || scalar == 0x2019
    switch scalar {
    case 0x22, 0x201C...0x201E, 0xAB, 0xBB, 0x300C...0x300F, 0x2018, 0x2019: break
    default: return
    }
    if let start = reader.quoteStart {
      // An apostrophe looks like a closing single mark, but a letter follows it.
      guard isSingle == reader.quoteIsSingle, !isSingle || scalar == 0x2019 && !opens else {
        return
      }
      longestQuote = max(longestQuote, words.count - start)
      reader.quoteStart = nil
    } else if scalar == 0xBB && !opens {
      menuMarks += 1
    } else if scalar != 0x2019 {
      reader.quoteStart = words.count
      reader.quoteIsSingle = isSingle
    }
  }

  /// The length in words, where five characters of Chinese stand for three words.
  var length: Int { words.count - spacelessWords * 2 / 5 }

  /// Whether the paragraph ends as a sentence does.
  var endsSentence: Bool {
    switch lastScalar {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x6D4, 0x61F, 0x1362, 0x22,
      0x201D, 0xBB, 0x300D, 0x300F:
      true
    default: false
    }
  }
}
