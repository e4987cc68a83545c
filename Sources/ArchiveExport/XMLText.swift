extension String {
  /// The text as it may stand in an XML element or attribute: what XML 1.0 has no place for (section 2.2)
  /// becomes U+FFFD, and marks that reorder text, with which a label could be made to read otherwise, are
  /// left out.
  var escapedForXML: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": escaped.append(" ")
      default:
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: escaped.append("\u{FFFD}")
        case 0x202A...0x202E, 0x2066...0x2069: continue
        default: escaped.append(scalar)
        }
      }
    }
    return String(escaped)
  }
}
