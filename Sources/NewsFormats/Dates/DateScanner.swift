/// A position in a date's bytes, and the small things that notations of dates are made of.
///
/// The bytes are given to each call, since a struct cannot hold a span.
struct DateScanner {
  struct Number {
    var value: Int
    var digits: Int
  }

  private(set) var position = 0
  private let count: Int

  init(_ bytes: Span<UInt8>) { count = bytes.count }

  var isAtEnd: Bool { position == count }

  /// The byte at the position, or nil at the end.
  func peek(_ bytes: Span<UInt8>, ahead: Int = 0) -> UInt8? {
    position + ahead < count ? bytes[position + ahead] : nil
  }

  mutating func advance(by distance: Int = 1) { position = min(position + distance, count) }

  /// Steps over a byte if it is this one.
  mutating func skip(_ bytes: Span<UInt8>, _ byte: Unicode.Scalar) -> Bool {
    guard position < count, UInt32(bytes[position]) == byte.value else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces(_ bytes: Span<UInt8>) {
    while position < count, bytes[position] == 0x20 { position += 1 }
  }

  /// A run of digits that is no longer than this, or nil, and then the position stays.
  mutating func number(_ bytes: Span<UInt8>, maxDigits: Int = 4) -> Number? {
    var end = position
    var value = 0
    while end < count, isDigit(bytes[end]) {
      guard end - position < maxDigits else { return nil }
      value = value * 10 + Int(bytes[end] & 0xF)
      end += 1
    }
    guard end > position else { return nil }
    defer { position = end }
    return Number(value: value, digits: end - position)
  }

  /// Exactly this many digits, of which more may follow.
  mutating func digits(_ bytes: Span<UInt8>, _ wanted: Int) -> Int? {
    guard position + wanted <= count else { return nil }
    var value = 0
    for index in position..<position + wanted {
      guard isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] & 0xF)
    }
    position += wanted
    return value
  }

  /// `18`, `18:05`, `18:05:09`, `18:05:09.123`, as seconds since midnight; the colons may be left
  /// out where every part has two digits. 24:00 and leap seconds are taken for the second before.
  mutating func time(_ bytes: Span<UInt8>, colons: Bool) -> Int? {
    guard let hours = colons ? number(bytes, maxDigits: 2)?.value : digits(bytes, 2)
    else { return nil }
    var (minutes, seconds) = (0, 0)
    if colons ? skip(bytes, ":") : peek(bytes).map(isDigit) ?? false {
      guard let value = digits(bytes, 2) else { return nil }
      minutes = value
      if colons ? skip(bytes, ":") : peek(bytes).map(isDigit) ?? false {
        guard let value = digits(bytes, 2) else { return nil }
        seconds = value
        if skip(bytes, ".") || skip(bytes, ",") {
          guard number(bytes, maxDigits: 12) != nil else { return nil }
        }
      }
    }
    guard hours < 24 || (hours == 24 && minutes == 0 && seconds == 0), minutes < 60, seconds <= 60
    else { return nil }
    return min(hours * 3600 + minutes * 60 + min(seconds, 59), 86_399)
  }

  /// `+02:00`, `-0500`, `+02`, `+2` in seconds east of Greenwich, or nil, and then the position stays.
  mutating func offset(_ bytes: Span<UInt8>) -> Int? {
    var ahead = self
    let isEast = ahead.skip(bytes, "+")
    guard isEast || ahead.skip(bytes, "-"),
      let hours = ahead.digits(bytes, 2) ?? ahead.number(bytes, maxDigits: 1)?.value
    else { return nil }
    let hasColon = ahead.skip(bytes, ":")
    let minutes = ahead.digits(bytes, 2)
    guard hours <= 15, minutes ?? 0 < 60, !hasColon || minutes != nil else { return nil }
    self = ahead
    return (isEast ? 1 : -1) * (hours * 3600 + (minutes ?? 0) * 60)
  }
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
