import NewsModel

/// Years that are taken for such where no day makes it sure that a number is one.
let yearsWithoutDay = 1000...2999

/// Reads ISO 8601: calendar, week and ordinal dates, extended or basic, with or without a time;
/// also with a space instead of the T, and with `/` or `.` where the year stands first.
func isoDate(_ bytes: Span<UInt8>) -> PartialDate? {
  var scanner = DateScanner(bytes)
  guard let year = scanner.digits(bytes, 4) else { return nil }
  guard let next = scanner.peek(bytes) else {
    return yearsWithoutDay.contains(year) ? PartialDate(year: year) : nil
  }
  let day: PartialDate?
  let isBasic: Bool
  switch next {
  case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
    let separator = Unicode.Scalar(next)
    isBasic = false
    scanner.advance()
    if scanner.skip(bytes, "W") {
      day = weekDate(&scanner, bytes, year: year, dash: true)
    } else {
      guard let number = scanner.number(bytes, maxDigits: 3) else { return nil }
      if number.digits == 3 {
        day = ordinalDate(year: year, day: number.value)
      } else if scanner.skip(bytes, separator) {
        guard let dayNumber = scanner.number(bytes, maxDigits: 2) else { return nil }
        day = PartialDate(year: year, month: number.value, day: dayNumber.value)
      } else {
        guard number.digits == 2 else { return nil }
        day = PartialDate(year: year, month: number.value)
      }
    }
  case UInt8(ascii: "W"):
    isBasic = true
    scanner.advance()
    day = weekDate(&scanner, bytes, year: year, dash: false)
  default:
    isBasic = true
    guard let number = scanner.number(bytes, maxDigits: 10) else { return nil }
    switch number.digits {
    case 3: day = ordinalDate(year: year, day: number.value)
    case 4: day = PartialDate(year: year, month: number.value / 100, day: number.value % 100)
    case 8, 10: return compactMoment(year: year, number)
    default: return nil
    }
  }
  guard let day else { return nil }
  if scanner.isAtEnd { return day }
  guard day.precision == .day else { return nil }
  return time(of: day, &scanner, bytes, isBasic: isBasic)
}

/// The time behind a day: `T18:05:00Z`, ` 18:05 +0100`.
private func time(
  of day: PartialDate, _ scanner: inout DateScanner, _ bytes: Span<UInt8>, isBasic: Bool
) -> PartialDate? {
  if !scanner.skip(bytes, "T"), !scanner.skip(bytes, "t") {
    guard scanner.peek(bytes) == UInt8(ascii: " ") else { return nil }
    scanner.skipSpaces(bytes)
  }
  let hasColons = !isBasic || scanner.peek(bytes, ahead: 2) == UInt8(ascii: ":")
  guard let second = scanner.time(bytes, colons: hasColons) else { return nil }
  if scanner.isAtEnd { return moment(day, second: second, offset: 0) }
  scanner.skipSpaces(bytes)
  if scanner.skip(bytes, "Z") || scanner.skip(bytes, "z") {
    return scanner.isAtEnd ? moment(day, second: second, offset: 0) : nil
  }
  guard let offset = scanner.offset(bytes) else { return nil }
  return scanner.isAtEnd ? moment(day, second: second, offset: offset) : nil
}

/// `20170128180500` and `201701281805`, whose digits after the year were read as one number.
private func compactMoment(year: Int, _ rest: DateScanner.Number) -> PartialDate? {
  let value = rest.digits == 8 ? rest.value * 100 : rest.value
  let (hours, minutes, seconds) = (value / 10_000 % 100, value / 100 % 100, value % 100)
  guard hours < 24, minutes < 60, seconds < 60 else { return nil }
  return PartialDate(
    year: year, month: value / 100_000_000, day: value / 1_000_000 % 100,
    second: hours * 3600 + minutes * 60 + seconds)
}

/// `W04-6` and `W046`; a week without a day has no precision of its own: its month, if it has one.
private func weekDate(
  _ scanner: inout DateScanner, _ bytes: Span<UInt8>, year: Int, dash: Bool
) -> PartialDate? {
  guard let week = scanner.digits(bytes, 2), (1...53).contains(week),
    let fourth = PartialDate(year: year, month: 1, day: 4)
  else { return nil }
  // The first week holds January 4th. Julian day numbers are 0 modulo 7 on Mondays.
  let monday = fourth.julianDay - fourth.julianDay % 7 + (week - 1) * 7
  if dash ? scanner.skip(bytes, "-") : !scanner.isAtEnd {
    guard let day = scanner.digits(bytes, 1), (1...7).contains(day) else { return nil }
    return PartialDate(julianDay: monday + day - 1)
  }
  guard let first = PartialDate(julianDay: monday), let last = PartialDate(julianDay: monday + 6)
  else { return nil }
  return first.month == last.month
    ? PartialDate(year: first.year, month: first.month) : PartialDate(year: year)
}

private func ordinalDate(year: Int, day: Int) -> PartialDate? {
  guard let first = PartialDate(year: year, month: 1, day: 1), day >= 1,
    let date = PartialDate(julianDay: first.julianDay + day - 1), date.year == year
  else { return nil }
  return date
}
