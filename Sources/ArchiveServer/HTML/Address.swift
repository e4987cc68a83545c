/// Where a link leads: to a page of ours, or to an `http` or `https` address.
///
/// There is no way to make one of `javascript:` or of any other scheme.
struct Address: Sendable, Equatable {
  /// The address as it stands in a link.
  let text: String

  /// A page of ours.
  ///
  /// - Parameters:
  ///   - path: The parts of its path, as they are: a slash in one is no separator.
  ///   - query: What stands behind the question mark; nil values are left out.
  ///   - fragment: The place in the page.
  init(
    _ path: [String], query: [(name: String, value: String?)] = [], fragment: String? = nil
  ) {
    var text = "/" + path.map { PercentCoding.encoded($0) }.joined(separator: "/")
    let pairs = query.compactMap { name, value in
      value.map { PercentCoding.encoded(name) + "=" + PercentCoding.encoded($0) }
    }
    if !pairs.isEmpty { text += "?" + pairs.joined(separator: "&") }
    if let fragment { text += "#" + PercentCoding.encoded(fragment) }
    self.text = text
  }

  /// A place in the page itself.
  init(fragment: String) { text = "#" + PercentCoding.encoded(fragment) }

  /// An address of somebody else's; nil unless it is a plain `http` or `https` address with a host.
  init?(elsewhere text: String) {
    let lower = text.prefix(8).lowercased()
    let start = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
    guard start > 0, text.utf8.count > start, text.utf8.count < 4096,
      // White space, controls, and what browsers take for a slash: none of them belongs in an address.
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) && $0 != "\\" && $0 != "\""
          && $0 != "<" && $0 != ">"
      }),
      let first = text.utf8.dropFirst(start).first,
      first != UInt8(ascii: "/"), first != UInt8(ascii: "?"), first != UInt8(ascii: "#")
    else { return nil }
    self.text = text
  }
}

/// Percent coding of addresses (RFC 3986, section 2.1).
enum PercentCoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A text as a part of a path or a query: all but letters, digits and `-._~` is coded.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a part; invalid UTF-8 becomes U+FFFD, and a `%` that codes nothing stays.
  ///
  /// - Parameters:
  ///   - text: The part.
  ///   - isForm: Whether a `+` is a space, as in queries and forms.
  /// - Returns: The text.
  static func decoded(_ text: some StringProtocol, isForm: Bool = false) -> String {
    let coded = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(coded.count)
    var index = 0
    while index < coded.count {
      let byte = coded[index]
      if byte == UInt8(ascii: "%"), index + 2 < coded.count,
        let high = value(coded[index + 1]), let low = value(coded[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
        continue
      }
      bytes.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
