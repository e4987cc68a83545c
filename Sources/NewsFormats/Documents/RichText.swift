import NewsModel

extension Format {
  /// Rich Text Format.
  public static let rtf = Format(
    name: "rtf", summary: "RTF: Nexis, APA with many articles in one, or one article",
    fileExtensions: ["rtf"],
    sniff: { sample, _ in
      sample.bytes[...].trimmed.starts(with: Array("{\\rtf".utf8)) ? .certain : .no
    },
    makeReader: { RichTextReader($0) })
}

/// Reads RTF for its text alone.
///
/// Source: Microsoft, Rich Text Format Specification 1.9.1. Groups that begin `{\*` and those that
/// hold fonts, colours, pictures and the like are passed over.
struct RichTextReader: RecordReader {
  private enum State {
    case text
    /// Behind a backslash.
    case backslash
    /// In a control word or its number.
    case word
    /// In the two digits of `\'e4`.
    case hexadecimal
    /// In the bytes of a picture.
    case binary(left: Int)
  }

  private struct Group {
    var isPassedOver = false
    /// How many characters follow a `\u` for readers that do not know it.
    var fallbackCount = 1
    /// A group may say in its first word that it is passed over.
    var isAtStart = true
  }

  /// Deeper groups are passed over, as their text is nobody's.
  private static let maxDepth = 500

  private var document: DocumentText
  private var state = State.text
  private var word: [UInt8] = []
  private var groups = [Group()]
  private var tooDeep = 0
  private var codePage = LegacyEncoding.windows1252
  /// Code pages of the fonts, by number; the current font's is ``codePage``.
  private var fonts: [Int: LegacyEncoding] = [:]
  private var font = 0
  private var isInFontTable = false
  private var highSurrogate: UInt16?
  private var skipped = 0
  /// Bytes in the current code page.
  private var bytes: [UInt8] = []
  private var paragraph = ""

  init(_ context: ReaderContext) { document = DocumentText(context) }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    for index in chunk.indices { try read(chunk[index], to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    if case .word = state { try endWord(to: sink) }
    try endParagraph(to: sink)
    try document.finish(to: sink)
  }

  private mutating func read(
    _ byte: UInt8, to sink: (RecordEvent) throws -> Void
  ) throws {
    switch state {
    case .binary(let left): state = left > 1 ? .binary(left: left - 1) : .text
    case .text: readText(byte)
    case .backslash: try readSymbol(byte, to: sink)
    case .hexadecimal:
      word.append(byte)
      guard word.count == 2 else { return }
      let value = UInt8(String(decoding: word, as: UTF8.self), radix: 16)
      word = []
      state = .text
      if let value { append(value) }
    case .word:
      let isDigitOrSign = isDigit(byte) || byte == UInt8(ascii: "-")
      let hasNumber = word.contains { isDigit($0) || $0 == UInt8(ascii: "-") }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if word.count < 40, isLetter && !hasNumber || isDigitOrSign {
        word.append(byte)
        return
      }
      try endWord(to: sink)
      // The space that ends a control word is part of it.
      if byte != 0x20 { try read(byte, to: sink) }
    }
  }

  private mutating func readText(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): state = .backslash
    case UInt8(ascii: "{"):
      flushBytes()
      if groups.count >= Self.maxDepth {
        tooDeep += 1
      } else {
        var group = groups[groups.count - 1]
        group.isAtStart = true
        groups.append(group)
      }
    case UInt8(ascii: "}"):
      flushBytes()
      if tooDeep > 0 {
        tooDeep -= 1
      } else if groups.count > 1 {
        groups.removeLast()
      }
    case 0x0A, 0x0D: break
    default: append(byte)
    }
  }

  private mutating func readSymbol(
    _ byte: UInt8, to sink: (RecordEvent) throws -> Void
  ) throws {
    state = .text
    switch byte {
    case UInt8(ascii: "'"):
      word = []
      state = .hexadecimal
    case UInt8(ascii: "*"): groups[groups.count - 1].isPassedOver = true
    case UInt8(ascii: "~"): appendText("\u{A0}")
    case UInt8(ascii: "_"): append(UInt8(ascii: "-"))
    case UInt8(ascii: "-"): break
    case 0x0A, 0x0D: try endParagraph(to: sink)
    case 0x61...0x7A, 0x41...0x5A:
      word = [byte]
      state = .word
    default: append(byte)
    }
  }

  private mutating func endWord(to sink: (RecordEvent) throws -> Void) throws {
    let whole = String(decoding: word, as: UTF8.self)
    word = []
    state = .text
    let name = String(whole.prefix { $0.isLetter })
    let number = Int(whole.dropFirst(name.count))
    let isAtStart = groups[groups.count - 1].isAtStart
    groups[groups.count - 1].isAtStart = false
    switch name {
    case "par", "line", "sect", "page", "row": try endParagraph(to: sink)
    case "tab", "cell": appendText(name == "tab" ? "\t" : " ")
    case "u": appendUnit(number ?? 0)
    case "uc": groups[groups.count - 1].fallbackCount = max(0, number ?? 1)
    case "ansicpg":
      codePage = Self.encoding(ofCodePage: number ?? 1252) ?? codePage
    case "bin": if let number, number > 0 { state = .binary(left: number) }
    case "f":
      flushBytes()
      font = number ?? 0
    case "fcharset":
      fonts[font] = Self.encoding(ofCharset: number ?? 0)
    case "emdash": appendText("—")
    case "endash": appendText("–")
    case "lquote": appendText("‘")
    case "rquote": appendText("’")
    case "ldblquote": appendText("“")
    case "rdblquote": appendText("”")
    case "bullet": appendText("•")
    case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer",
      "headerl", "headerr", "footerl", "footerr", "fldinst", "themedata", "generator", "xmlnstbl",
      "listtable", "listoverridetable", "rsidtbl", "footnote", "annotation":
      if isAtStart { groups[groups.count - 1].isPassedOver = true }
    default: break
    }
  }

  private mutating func append(_ byte: UInt8) {
    groups[groups.count - 1].isAtStart = false
    if skipped > 0 {
      skipped -= 1
      return
    }
    if !groups[groups.count - 1].isPassedOver, tooDeep == 0 { bytes.append(byte) }
  }

  private mutating func appendText(_ text: String) {
    flushBytes()
    if !groups[groups.count - 1].isPassedOver, tooDeep == 0 { paragraph += text }
  }

  /// A UTF-16 unit, which may be written as a negative number.
  private mutating func appendUnit(_ number: Int) {
    let unit = UInt16(truncatingIfNeeded: number)
    skipped = groups[groups.count - 1].fallbackCount
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        appendText(String(Character(scalar(high: high, low: unit))))
        return
      }
      appendText("\u{FFFD}")
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      appendText(String(Character(Unicode.Scalar(unit) ?? replacementScalar)))
    }
  }

  private mutating func flushBytes() {
    guard !bytes.isEmpty else { return }
    // Some writers put UTF-8 where the declared code page should be.
    paragraph += DecodedText(bytes.span, otherwise: fonts[font] ?? codePage).text
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func endParagraph(to sink: (RecordEvent) throws -> Void) throws {
    guard !groups[groups.count - 1].isPassedOver else { return }
    flushBytes()
    let text = paragraph
    paragraph = ""
    try document.add(text, to: sink)
  }

  private static func encoding(ofCodePage number: Int) -> LegacyEncoding? {
    switch number {
    case 932: .shiftJIS
    case 936: .gb18030
    case 949: .eucKR
    case 950: .big5
    case 1252: .windows1252
    default: LegacyEncoding(declared: number < 1000 ? "cp\(number)" : "windows-\(number)")
    }
  }

  /// The numbers of the `fcharset` word, as Windows has them.
  private static func encoding(ofCharset number: Int) -> LegacyEncoding? {
    switch number {
    case 128: .shiftJIS
    case 129: .eucKR
    case 134: .gb18030
    case 136: .big5
    case 161: LegacyEncoding(declared: "windows-1253")
    case 162: LegacyEncoding(declared: "windows-1254")
    case 177: LegacyEncoding(declared: "windows-1255")
    case 178: LegacyEncoding(declared: "windows-1256")
    case 186: LegacyEncoding(declared: "windows-1257")
    case 204: .windows1251
    case 238: .windows1250
    default: nil
    }
  }
}
