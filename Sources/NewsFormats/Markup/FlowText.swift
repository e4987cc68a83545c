/// Text that is put together from pieces of a document: runs of white space become one space, and
/// blocks become paragraphs with a blank line between them.
struct FlowText {
  private(set) var bytes: [UInt8] = []
  /// Line breaks owed before the next character: 1 for a line, 2 for a paragraph.
  private var breaks = 0
  private var isSpaceOwed = false

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Begins a new line.
  mutating func breakLine() { breaks = min(2, breaks + 1) }

  /// Makes sure that what follows is on a new line.
  mutating func beginLine() { breaks = max(breaks, 1) }

  /// Makes sure that what follows is a new paragraph.
  mutating func beginParagraph() { breaks = 2 }

  /// Parts what follows from what was before.
  mutating func space() { isSpaceOwed = true }

  /// Takes a byte of the text.
  mutating func append(_ byte: UInt8) {
    if byte <= 0x20 {
      isSpaceOwed = true
    } else {
      giveWhiteSpace()
      bytes.append(byte)
    }
  }

  /// Takes a character; a no-break space is a space.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value <= 0x20 || scalar == "\u{A0}" {
      isSpaceOwed = true
    } else {
      giveWhiteSpace()
      appendUTF8(of: scalar, to: &bytes)
    }
  }

  /// Takes a run of text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        // A no-break space.
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
          isSpaceOwed = true
          index += 2
        } else {
          append(bytes[index])
          index += 1
        }
      }
    }
  }

  private mutating func giveWhiteSpace() {
    guard breaks > 0 || isSpaceOwed else { return }
    if !bytes.isEmpty {
      if breaks > 0 {
        bytes.append(contentsOf: repeatElement(0x0A, count: breaks))
      } else {
        bytes.append(0x20)
      }
    }
    (breaks, isSpaceOwed) = (0, false)
  }
}
