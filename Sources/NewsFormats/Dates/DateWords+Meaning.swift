import NewsModel

extension DateWords {
  /// The date, if the parts make exactly one.
  func date(order: DateOrder?) -> ReadDate {
    guard case .date(let day) = dayOfParts(order), let time = timeOfDay, day.precision == .day,
      !hasUncertainZone
    else { return dayOfParts(order) }
    return moment(day, second: time, offset: offset).map(ReadDate.date) ?? .notUnderstood
  }

  /// Seconds since midnight, the halves of the day taken into account.
  private var timeOfDay: Int? {
    guard let second, let isAfternoon else { return second }
    let hour = second / 3600
    guard (1...12).contains(hour) else { return second }
    return second % 3600 + (hour % 12 + (isAfternoon ? 12 : 0)) * 3600
  }

  private func dayOfParts(_ order: DateOrder?) -> ReadDate {
    if let month { return dayOfMonth(month) }
    guard day == nil else { return .notUnderstood }
    switch (year, parts.count) {
    case (let year?, 0): return date(year)
    case (nil, 1) where parts[0].digits == 4: return date(parts[0].value)
    case (nil, 2) where parts[0].digits <= 2 && parts[1].digits == 4 && parts[1].separator != 0:
      return date(parts[1].value, parts[0].value)
    case (nil, 3): return dayOfNumbers(order)
    default: return .notUnderstood
    }
  }

  /// The month is known: the number of four digits is the year, and the first other one the day;
  /// where none has four, the second is the year.
  private func dayOfMonth(_ month: Int) -> ReadDate {
    var (year, day, rest) = (year, day, parts)
    if year == nil, let index = rest.firstIndex(where: { $0.digits == 4 }) {
      year = rest.remove(at: index).value
    }
    if day == nil, let first = rest.first, first.digits <= 2 {
      day = first.value
      rest.removeFirst()
    }
    if year == nil, let first = rest.first, first.digits == 2 {
      year = fullYear(first)
      rest.removeFirst()
    }
    guard rest.isEmpty, let year else { return .notUnderstood }
    return date(year, month, day)
  }

  /// Three numbers with one punctuation between them: told by the year's four digits, by the dots,
  /// which stand between day, month and year, by the user's order, or by what is possible at all.
  private func dayOfNumbers(_ order: DateOrder?) -> ReadDate {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    guard second.separator != 0, second.separator == third.separator else { return .notUnderstood }
    let readings: [DateOrder: PartialDate] = [
      .dayFirst: (third, second, first), .monthFirst: (third, first, second),
      .yearFirst: (first, second, third),
    ].compactMapValues { day($0, $1, $2) }
    if let order, let date = readings[order] { return .date(date) }
    if second.separator == UInt8(ascii: "."), third.digits == 4 {
      return readings[.dayFirst].map(ReadDate.date) ?? .notUnderstood
    }
    // `16.02.05`: who puts dots between and shortens the year puts the day first.
    if second.separator == UInt8(ascii: "."), third.digits == 2, first.digits <= 2,
      let date = readings[.dayFirst]
    {
      return .date(date)
    }
    let dates = Set(readings.values)
    guard let date = dates.first else { return .notUnderstood }
    return dates.count == 1 ? .date(date) : .ambiguous
  }

  /// The day, if the numbers have as many digits as such numbers have: only a year can have four,
  /// and then it is the year.
  private func day(_ year: Part, _ month: Part, _ day: Part) -> PartialDate? {
    guard month.digits <= 2, day.digits <= 2, year.digits == 4 || year.digits == 2 else {
      return nil
    }
    return PartialDate(year: fullYear(year), month: month.value, day: day.value)
  }

  private func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> ReadDate {
    guard day != nil || yearsWithoutDay.contains(year) else { return .notUnderstood }
    return PartialDate(year: year, month: month, day: day).map(ReadDate.date) ?? .notUnderstood
  }

  /// Of two digits, 69 to 99 are the last century's and 00 to 68 this one's, as POSIX has it.
  private func fullYear(_ part: Part) -> Int {
    part.digits == 2 ? part.value + (part.value < 69 ? 2000 : 1900) : part.value
  }
}
