import Glibc

/// Standard output and standard error, as terminals take them.
enum Console {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorsAreTerminal = isatty(STDERR_FILENO) == 1

  /// Whether text is coloured: on a terminal, unless NO_COLOR is set (no-color.org).
  static let usesColour =
    outputIsTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    && getenv("TERM").map { String(cString: $0) } != "dumb"

  /// Columns of the terminal; 80 where there is none.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }()

  /// One message on standard error.
  static func complain(_ message: String) {
    write("backfile: " + safe(message) + "\n", to: STDERR_FILENO)
  }

  /// A line of progress or information on standard error.
  static func inform(_ message: String) { write(safe(message) + "\n", to: STDERR_FILENO) }

  /// Writes text as it is. What cannot be written to standard error has nowhere else to go.
  static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(file, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }

  /// Other people's text made harmless: what a terminal would act on is shown, not done.
  ///
  /// C0 and C1 controls but line feed and tab, and the marks that reorder text (UAX #9: U+061C,
  /// U+200E/F, U+202A–E, U+2066–9), become `\u{…}`. The pictures of controls (U+2400…) would not do: the
  /// last byte of ESC's is CSI to a terminal of eight-bit characters.
  static func safe(_ text: String) -> String {
    var isHarmless = true
    for byte in text.utf8
    where byte < 0x20 && byte != 10 && byte != 9 || byte == 0x7F || byte >= 0xC2 {
      isHarmless = false
      break
    }
    if isHarmless { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10: result.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Other people's text made harmless, on one line.
  static func safeLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    return String(
      String.UnicodeScalarView(
        safe(text).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
  }
}

/// Ways of setting text off, when the terminal shows them.
enum Style: String {
  case bold = "1"
  case dim = "2"
  case hit = "1;33"
  case heading = "1;36"

  func callAsFunction(_ text: String) -> String {
    Console.usesColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
