import Glibc

/// An encoding other than UTF-8, by the name that headers and pages declare.
struct LegacyEncoding: Sendable, Equatable {
  /// The name under which iconv knows it.
  let name: String

  static let windows1252 = LegacyEncoding(name: "WINDOWS-1252")
  static let windows1251 = LegacyEncoding(name: "WINDOWS-1251")
  static let windows1250 = LegacyEncoding(name: "WINDOWS-1250")
  static let koi8 = LegacyEncoding(name: "KOI8-U")
  static let gb18030 = LegacyEncoding(name: "GB18030")
  static let big5 = LegacyEncoding(name: "BIG5-HKSCS")
  static let shiftJIS = LegacyEncoding(name: "CP932")
  static let eucJP = LegacyEncoding(name: "EUC-JP")
  static let eucKR = LegacyEncoding(name: "CP949")

  init(name: String) { self.name = name }

  /// The encoding of a declared name; nil for UTF-8 and for names that nobody knows.
  ///
  /// Labels mean what browsers take them for (WHATWG Encoding, section 4.2): Latin-1 is
  /// Windows-1252, GB2312 is GB18030.
  init?(declared label: String) {
    let label = String(label.trimmedText.lowercased().filter { $0 != "\"" && $0 != "'" })
    switch label {
    case "", "utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8", "utf-16", "utf-16le",
      "utf-16be", "utf-7", "7bit", "8bit", "binary", "x-user-defined", "replacement":
      return nil
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "cp1252", "windows-1252", "x-cp1252",
      "iso_8859-1", "cp819", "ibm819", "ansi_x3.4-1968":
      self = .windows1252
    case "iso-8859-9": self.init(name: "WINDOWS-1254")
    case "iso-8859-11", "tis-620": self.init(name: "CP874")
    case "koi8-r", "koi8-u", "koi8", "koi": self = .koi8
    case "cp1251", "win-1251", "windows-1251", "x-cp1251": self = .windows1251
    default:
      if case .multiByte(let name) = HTMLEncoding(label: label) {
        self.init(name: name)
        return
      }
      let name = label.replacingPrefix("x-mac-", by: "mac").uppercased()
      guard
        name.utf8.allSatisfy({
          isDigit($0) || (0x41...0x5A).contains($0) || $0 == 0x2D || $0 == 0x5F
        }),
        name.utf8.count < 40, Self.isKnown(name)
      else { return nil }
      self.init(name: name)
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
      return false
    }
    iconv_close(handle)
    return true
  }

  /// The text of bytes in this encoding; what means nothing in it becomes U+FFFD.
  ///
  /// - Returns: The text, and how many places could not be decoded.
  func decode(_ bytes: Span<UInt8>) -> (text: String, malformed: Int) {
    guard self != .windows1252, var filter = TranscodingFilter(self) else {
      return (windows1252String(bytes), 0)
    }
    var output: [UInt8] = []
    filter.push(bytes) { output.append(contentsOf: $0) }
    filter.finish { output.append(contentsOf: $0) }
    let text = String(decoding: output, as: UTF8.self)
    return (text, text.unicodeScalars.count { $0 == replacementScalar })
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, by other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
