import NewsModel

/// The date that an article's address carries: `/2017/01/28/`, `/2017/jan/28/`, `/2017-01-28-`,
/// `/20170128/`, `/2017/01/`; nil where it carries none.
func dateInAddress(_ address: String) -> PartialDate? {
  var address = address
  return address.withUTF8 { buffer in
    let bytes = buffer.span
    var monthOnly: PartialDate?
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "/"), let date = dateInPath(bytes, from: index + 1)
      else { continue }
      if date.precision == .day { return date }
      monthOnly = monthOnly ?? date
    }
    return monthOnly
  }
}

/// The date that a file's name begins with, or holds between other than digits:
/// `2017-01-28_title.txt`, `bbc-20170128.txt`.
func dateInFileName(_ name: String) -> PartialDate? {
  var name = name
  return name.withUTF8 { buffer in
    let bytes = buffer.span
    for index in bytes.indices where index == 0 || !isDigit(bytes[index - 1]) {
      var scanner = DateScanner(bytes.extracting(index..<bytes.count))
      let rest = bytes.extracting(index..<bytes.count)
      if let day = numericDay(&scanner, rest), !(scanner.peek(rest).map(isDigit) ?? false) {
        return day
      }
    }
    return nil
  }
}

/// Years that an address or a file's name can mean: any other number is a number.
private let plausibleYears = 1800...2099

/// A date at the beginning of a part of a path.
private func dateInPath(_ bytes: Span<UInt8>, from start: Int) -> PartialDate? {
  let rest = bytes.extracting(start..<bytes.count)
  var scanner = DateScanner(rest)
  if let day = numericDay(&scanner, rest), !(scanner.peek(rest).map(isDigit) ?? false) {
    return day
  }
  scanner = DateScanner(rest)
  guard let year = scanner.digits(rest, 4), plausibleYears.contains(year), scanner.skip(rest, "/")
  else { return nil }
  var letters: [UInt8] = []
  while let byte = scanner.peek(rest), (0x61...0x7A).contains(byte | 0x20), letters.count < 10 {
    letters.append(byte | 0x20)
    scanner.advance()
  }
  if letters.isEmpty {
    guard let month = scanner.digits(rest, 2), scanner.skip(rest, "/") else { return nil }
    return PartialDate(year: year, month: month)
  }
  guard let month = MonthNames.number(of: String(decoding: letters, as: UTF8.self)),
    scanner.skip(rest, "/"), let day = scanner.number(rest, maxDigits: 2)
  else { return nil }
  return PartialDate(year: year, month: month, day: day.value)
}

/// `2017-01-28`, `2017/1/28`, `2017_01_28`, `20170128`.
private func numericDay(_ scanner: inout DateScanner, _ bytes: Span<UInt8>) -> PartialDate? {
  guard let year = scanner.digits(bytes, 4), plausibleYears.contains(year),
    let next = scanner.peek(bytes)
  else { return nil }
  if isDigit(next) {
    guard let month = scanner.digits(bytes, 2), let day = scanner.digits(bytes, 2) else {
      return nil
    }
    return PartialDate(year: year, month: month, day: day)
  }
  guard next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: "_") else {
    return nil
  }
  scanner.advance()
  guard let month = scanner.number(bytes, maxDigits: 2), scanner.skip(bytes, Unicode.Scalar(next)),
    let day = scanner.number(bytes, maxDigits: 2)
  else { return nil }
  return PartialDate(year: year, month: month.value, day: day.value)
}
