/// The character that a reference like `&amp;` or `&#8217;` stands for, and the place behind it; nil
/// where none begins.
///
/// Numbers from 128 to 159 mean Windows-1252, as in browsers (WHATWG HTML, section 13.2.5.80).
func characterReference(_ bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
  guard start < bytes.count, bytes[start] == UInt8(ascii: "&") else { return nil }
  var index = start + 1
  if index < bytes.count, bytes[index] == UInt8(ascii: "#") {
    index += 1
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    var value: UInt32 = 0
    let digits = index
    while index < bytes.count, index - digits < 8 {
      let byte = bytes[index]
      if isDigit(byte) {
        value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(byte & 0xF)
      } else if isHexadecimal, (0x61...0x66).contains(byte | 0x20) {
        value = value &* 16 &+ UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      index += 1
    }
    guard index > digits, index < bytes.count, bytes[index] == UInt8(ascii: ";") else {
      return nil
    }
    if (0x80..<0xA0).contains(value) { value = UInt32(windows1252[Int(value) - 0x80]) }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? replacementScalar, index + 1)
  }
  let nameStart = index
  while index < bytes.count, index - nameStart < 10,
    isDigit(bytes[index]) || (0x61...0x7A).contains(bytes[index] | 0x20)
  {
    index += 1
  }
  guard index > nameStart, index < bytes.count, bytes[index] == UInt8(ascii: ";"),
    let scalar = namedCharacters[repairedString(bytes.extracting(nameStart..<index))]
  else { return nil }
  return (scalar, index + 1)
}

/// The named characters that XML and HTML 4 have for text: what newspapers use of HTML's 2,231.
let namedCharacters: [String: Unicode.Scalar] = {
  let table = """
    amp & lt < gt > quot " apos '
    iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ brvbar ¦ sect § uml ¨ copy © ordf ª laquo « not ¬ reg ®
    macr ¯ deg ° plusmn ± sup2 ² sup3 ³ acute ´ micro µ para ¶ middot · cedil ¸ sup1 ¹ ordm º
    raquo » frac14 ¼ frac12 ½ frac34 ¾ iquest ¿ Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å
    AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð
    Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö times × Oslash Ø Ugrave Ù Uacute Ú Ucirc Û
    Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â atilde ã auml ä aring å aelig æ
    ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï eth ð ntilde ñ
    ograve ò oacute ó ocirc ô otilde õ ouml ö divide ÷ oslash ø ugrave ù uacute ú ucirc û uuml ü
    yacute ý thorn þ yuml ÿ OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜
    ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull •
    hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € trade ™ larr ←
    uarr ↑ rarr → darr ↓ harr ↔ minus − infin ∞ asymp ≈ ne ≠ le ≤ ge ≥ loz ◊ hearts ♥ star ☆
    Lstrok Ł lstrok ł Zcaron Ž zcaron ž Ccaron Č ccaron č cacute ć Cacute Ć sacute ś nacute ń
    eogon ę aogon ą zacute ź zdot ż rcaron ř ecaron ě
    """
  var names: [String: Unicode.Scalar] = [
    "nbsp": "\u{A0}", "shy": "\u{AD}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}",
    "rlm": "\u{200F}", "NewLine": "\n", "Tab": "\t",
  ]
  let words = table.split { $0 == " " || $0 == "\n" }
  for index in stride(from: 0, to: words.count - 1, by: 2) {
    names[String(words[index])] = words[index + 1].unicodeScalars.first
  }
  return names
}()
