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

  /// The shape of nothing.
  init() {}

  /// Reads a paragraph of valid UTF-8.
  init(_ bytes: [UInt8], _ range: Range<Int>) { read(bytes, range) }

  /// Reads a paragraph of valid UTF-8 in place of the one before, whose words' memory is used again.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    var memory: [UInt32] = []
    swap(&memory, &words)
    memory.removeAll(keepingCapacity: true)
    self = ParagraphShape()
    swap(&memory, &words)
    guard !range.isEmpty else { return }
    bytes.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = Reader()
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isLetterASCII {
        reader.appendLetters(bytes, &offset)
      } else if byte < 0x80 {
        offset += 1
        if byte.isDigitASCII {
          reader.appendDigit()
        } else {
          finishWord(&reader)
          if byte != 0x20 { notePunctuation(UInt32(byte), next: offset, bytes, &reader) }
        }
      } else {
        let (scalar, length) = bytes.decodedScalar(at: offset)
        offset += length
        readScalar(scalar, next: offset, bytes, &reader)
      }
    }
    finishWord(&reader)
    if let open = reader.quoteStart { longestQuote = max(longestQuote, words.count - open) }
    firstScalar = foldedCase(bytes.decodedScalar(at: 0).value)
    lastScalar = bytes.decodedScalar(at: bytes.startOfScalar(endingAt: bytes.count)).value
    hash = reader.hash
  }

  /// Reads a scalar above ASCII.
  private mutating func readScalar(
    _ scalar: UInt32, next: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: inout Reader
  ) {
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
      notePunctuation(scalar, next: next, bytes, &reader)
    }
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

    /// Takes the ASCII letters that begin at an offset, and leaves the offset behind them.
    @inline(__always)
    mutating func appendLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) {
      let start = offset
      var (word, small) = (word, small)
      if letters == 0 && digits == 0 { startsWithCapital = bytes[start] < 0x61 }
      repeat {
        let byte = bytes[offset]
        guard byte.isLetterASCII else { break }
        word = (word ^ UInt64(byte | 0x20)) &* Self.prime
        small += Int(byte >> 5 & 1)
        offset += 1
      } while offset < bytes.count
      letters += offset - start
      (self.word, self.small) = (word, small)
    }

    @inline(__always)
    mutating func appendDigit() {
      digits += 1
      // A run of digits counts as one.
      if digits > 1 && word == Self.digitOnly { return }
      word = (word ^ 0x30) &* Self.prime
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
    _ scalar: UInt32, next: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: inout Reader
  ) {
    switch scalar {
    case 0x2C, 0x3001, 0xFF0C, 0x60C: commas += 1
    case 0x2E:
      if next >= bytes.count || !bytes[next].mayBeginWord {
        sentences += 1
      } else if Self.domains.contains(where: { bytes[next...].starts(with: $0) }) {
        addresses += 1
      }
    case 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x1362, 0x61F, 0x6D4: sentences += 1
    case 0x3A, 0xFF1A: colons += 1
    case 0x40: atSigns += 1
    case 0x7C, 0x203A, 0x3E, 0x2022, 0x2F, 0x2192, 0xB7, 0x25BA: menuMarks += 1
    case 0xA9: copyrightSigns += 1
    default:
      let opens = next < bytes.count && bytes[next].mayBeginWord
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
