/// The encoding of a page, by the names that pages give (WHATWG Encoding, section 4.2).
enum HTMLEncoding: Sendable {
  case utf8
  case utf16(isBigEndian: Bool)
  case singleByte(SingleByteEncoding)
  /// An encoding of several bytes a character, which the C library knows by this name.
  case multiByte(String)

  /// The encoding of a label, in any letter case, or nil.
  init?(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2":
      self = .utf16(isBigEndian: false)
    case "utf-16be", "unicodefffe": self = .utf16(isBigEndian: true)
    case "gbk", "gb2312", "gb_2312-80", "gb_2312", "gb18030", "x-gbk", "chinese", "csgb2312",
      "iso-ir-58", "euc-cn", "cp936", "hz-gb-2312":
      self = .multiByte("GB18030")
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5", "cp950":
      self = .multiByte("BIG5-HKSCS")
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "windows-31j",
      "csshiftjis", "cp932":
      self = .multiByte("CP932")
    case "euc-jp", "x-euc-jp", "cseucpkdfmtjapanese": self = .multiByte("EUC-JP")
    case "iso-2022-jp", "csiso2022jp": self = .multiByte("ISO-2022-JP")
    case "euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean",
      "windows-949", "cseuckr", "iso-ir-149", "cp949":
      self = .multiByte("CP949")
    default:
      guard let table = Self.singleByte(label) else { return nil }
      self = .singleByte(table)
    }
  }

  private static func singleByte(_ label: String) -> SingleByteEncoding? {
    switch label {
    case "windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
      "ascii", "us-ascii", "cp1252", "x-cp1252", "iso88591", "cp819", "iso-ir-100", "ansi":
      .windows1252
    case "windows-1250", "cp1250", "x-cp1250": .windows1250
    case "windows-1251", "cp1251", "x-cp1251", "win-1251", "windows1251": .windows1251
    case "windows-1253", "cp1253", "x-cp1253": .windows1253
    case "windows-1254", "cp1254", "x-cp1254", "iso-8859-9", "iso8859-9", "latin5", "l5":
      .windows1254
    case "windows-1255", "cp1255", "x-cp1255": .windows1255
    case "windows-1256", "cp1256", "x-cp1256": .windows1256
    case "windows-1257", "cp1257", "x-cp1257": .windows1257
    case "windows-1258", "cp1258", "x-cp1258": .windows1258
    case "windows-874", "tis-620", "iso-8859-11", "iso8859-11", "dos-874": .windows874
    case "iso-8859-2", "iso8859-2", "iso_8859-2", "latin2", "l2", "iso-ir-101": .iso8859x2
    case "iso-8859-3", "iso8859-3", "latin3", "l3": .iso8859x3
    case "iso-8859-4", "iso8859-4", "latin4", "l4": .iso8859x4
    case "iso-8859-5", "iso8859-5", "cyrillic", "iso-ir-144": .iso8859x5
    case "iso-8859-6", "iso8859-6", "arabic", "asmo-708", "ecma-114": .iso8859x6
    case "iso-8859-7", "iso8859-7", "iso_8859-7", "greek", "greek8", "ecma-118", "elot_928":
      .iso8859x7
    case "iso-8859-8", "iso8859-8", "iso-8859-8-i", "iso-8859-8-e", "hebrew", "visual", "logical":
      .iso8859x8
    case "iso-8859-10", "iso8859-10", "latin6", "l6": .iso8859x10
    case "iso-8859-13", "iso8859-13": .iso8859x13
    case "iso-8859-14", "iso8859-14": .iso8859x14
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9": .iso8859x15
    case "iso-8859-16", "iso8859-16": .iso8859x16
    case "koi8-r", "koi8", "koi", "koi8_r", "cskoi8r": .koi8r
    case "koi8-u", "koi8-ru": .koi8u
    case "macintosh", "mac", "x-mac-roman", "csmacintosh": .macintosh
    case "x-mac-cyrillic", "x-mac-ukrainian": .macCyrillic
    case "ibm866", "cp866", "866", "csibm866": .ibm866
    default: nil
    }
  }
}

/// How far into a page its encoding is looked for. The standard says 1,024 bytes; old pages have
/// their scripts before it.
private let prescanBytes = 16 << 10

/// The label of the encoding that a page declares in a `meta` element or an XML declaration, or nil.
func declaredEncoding(_ bytes: Span<UInt8>) -> String? {
  let head = bytes.extracting(first: prescanBytes)
  var index = 0
  while let letter = nextCharset(head, from: index) {
    index = letter + 7
    var start = index
    while start < head.count, isHTMLSpace(head[start]) { start += 1 }
    guard start < head.count, head[start] == UInt8(ascii: "=") else { continue }
    if let label = label(head, from: start + 1) { return label }
  }
  guard head.hasPrefix("<?xml", at: 0),
    let end = head.firstIndex(of: UInt8(ascii: ">"))
  else { return nil }
  for place in 5..<end where head.hasPrefix("encoding=", at: place) {
    return label(head, from: place + 9)
  }
  return nil
}

/// The place of the next `charset` that stands in a tag that may be a `meta`.
private func nextCharset(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var index = start
  while index + 7 <= bytes.count {
    if bytes[index] | 0x20 == UInt8(ascii: "c"),
      bytes.hasPrefixIgnoringCase("charset", at: index), isInMeta(bytes, index)
    {
      return index
    }
    index += 1
  }
  return nil
}

/// Whether the tag around a place is a `meta`: scripts load with a charset of their own.
private func isInMeta(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
  var index = place
  while index > 0, place - index < 300 {
    index -= 1
    if bytes[index] == UInt8(ascii: "<") { return bytes.hasPrefixIgnoringCase("<meta", at: index) }
  }
  return false
}

private func label(_ bytes: Span<UInt8>, from start: Int) -> String? {
  var index = start
  while index < bytes.count,
    isHTMLSpace(bytes[index]) || bytes[index] == 0x22 || bytes[index] == 0x27
  {
    index += 1
  }
  let labelStart = index
  while index < bytes.count, index - labelStart < 40,
    isASCIILetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "-")
      || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: ":")
  {
    index += 1
  }
  return index > labelStart ? repairedString(bytes.extracting(labelStart..<index)) : nil
}
