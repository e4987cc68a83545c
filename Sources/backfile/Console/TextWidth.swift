/// How many columns of a terminal a text takes.
///
/// By the ranges of Unicode's EastAsianWidth and combining marks that occur in news; the C library's
/// `wcwidth` knows nothing in the locale C.
func columnWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + columnWidth($1) }
}

private func columnWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0..<0x300: 1
  case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x200B...0x200F,
    0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
    0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}

/// The beginning of a text that fits into so many columns; what was cut shows as an ellipsis.
func cut(_ text: String, toColumns limit: Int) -> String {
  guard columnWidth(text) > limit else { return text }
  var width = 0
  let kept = text.unicodeScalars.prefix { scalar in
    width += columnWidth(scalar)
    return width < limit
  }
  return String(String.UnicodeScalarView(kept)) + "…"
}

/// The text broken into lines of at most so many columns, at spaces.
func wrapped(_ text: String, toColumns limit: Int, indent: String = "") -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
    var lines: [String] = []
    var line = indent
    var width = indent.count
    for word in paragraph.split(separator: " ") {
      let length = columnWidth(word)
      if width > indent.count && width + 1 + length > limit {
        lines.append(line)
        (line, width) = (indent, indent.count)
      }
      if width > indent.count {
        line += " "
        width += 1
      }
      line += word
      width += length
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }.joined(separator: "\n")
}
