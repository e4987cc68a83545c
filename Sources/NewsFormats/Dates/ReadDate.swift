public import NewsModel

/// What a date's text was read as.
public enum ReadDate: Sendable, Equatable {
  /// A date, as precise as the text.
  case date(PartialDate)
  /// Day, month and year cannot be told apart.
  case ambiguous
  /// No date, or none in a notation known here.
  case notUnderstood
}

/// Reads a date in any usual notation: ISO 8601, RFC 822, seconds or milliseconds since 1970,
/// words in 16 languages, numbers with `/`, `.` or `-` between them.
///
/// A time with a zone becomes UTC; a time without one is taken for UTC. Nothing is guessed: what
/// can be read in two ways is ``ReadDate/ambiguous`` unless `order` decides.
public func readDate(_ text: String, order: DateOrder? = nil) -> ReadDate {
  var text = text
  return text.withUTF8 { bytes in
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end, end - start <= 200 else { return .notUnderstood }
    let trimmed = bytes.span.extracting(start..<end)
    if let date = isoDate(trimmed) ?? epochDate(trimmed) { return .date(date) }
    return DateWords(trimmed).map { $0.date(order: order) } ?? .notUnderstood
  }
}

/// What is odd about a date that was understood, in words for the report; nil if nothing is.
func oddity(of date: PartialDate, now: Int) -> String? {
  if date.year < 1600 { return "implausible date: \(date) is before newspapers" }
  if date == PartialDate(unixSeconds: 0) { return "implausible date: \(date) stands for no date" }
  guard let tomorrow = PartialDate(unixSeconds: now + 86_400) else { return nil }
  return date > tomorrow ? "implausible date: \(date) is in the future" : nil
}

/// A count of seconds, milliseconds or microseconds since 1970, told apart by its digits.
private func epochDate(_ bytes: Span<UInt8>) -> PartialDate? {
  var scanner = DateScanner(bytes)
  guard let number = scanner.number(bytes, maxDigits: 16) else { return nil }
  if scanner.skip(bytes, ".") { _ = scanner.number(bytes, maxDigits: 16) }
  guard scanner.isAtEnd else { return nil }
  switch number.digits {
  case 9, 10: return PartialDate(unixSeconds: number.value)
  case 12, 13: return PartialDate(unixSeconds: number.value / 1000)
  case 15, 16: return PartialDate(unixSeconds: number.value / 1_000_000)
  default: return nil
  }
}

/// A day with a time of day in a zone, in UTC.
func moment(_ day: PartialDate, second: Int, offset: Int) -> PartialDate? {
  if offset == 0 {
    return PartialDate(year: day.year, month: day.month, day: day.day, second: second)
  }
  return PartialDate(unixSeconds: (day.julianDay - julianDayOf1970) * 86_400 + second - offset)
}

/// 1970-01-01, counted in Julian days.
let julianDayOf1970 = 2_440_588
