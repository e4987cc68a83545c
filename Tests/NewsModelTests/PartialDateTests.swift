import NewsModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    "2017", "2017-01", "2017-01-28", "2017-01-28T18:05:00Z", "0001-01-01", "2000-02-29",
  ])
  func readsWhatItWrites(text: String) throws {
    #expect(try #require(PartialDate(iso8601: text)).description == text)
  }

  @Test(arguments: [
    "", "17", "2017-", "2017-13", "2017-00", "2017-02-29", "1900-02-29", "2017-01-28T24:00:00Z",
    "2017-01-28T18:05:00", "2017/01/28", "0000", "2017-01-32", "20170128", "2017-1-2",
  ])
  func refusesWhatNoCalendarHas(text: String) {
    #expect(PartialDate(iso8601: text) == nil)
  }

  /// Julian day numbers from the US Naval Observatory's tables.
  @Test(arguments: [
    ("2000-01-01", 2_451_545), ("1970-01-01", 2_440_588), ("1600-01-01", 2_305_448),
    ("1582-10-15", 2_299_161), ("2017-01-28", 2_457_782),
  ])
  func knowsTheJulianDay(text: String, day: Int) throws {
    let date = try #require(PartialDate(iso8601: text))
    #expect(date.julianDay == day)
    #expect(PartialDate(julianDay: day) == date)
  }

  @Test func everyDayOfFourCenturiesComesBack() throws {
    var previous: PartialDate?
    for day in 2_305_448..<2_305_448 + 146_097 {
      let date = try #require(PartialDate(julianDay: day))
      #expect(date.julianDay == day)
      if let previous { #expect(previous < date) }
      previous = date
    }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_485_626_700, "2017-01-28T18:05:00Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
  ])
  func readsUnixTime(seconds: Int, text: String) {
    #expect(PartialDate(unixSeconds: seconds)?.description == text)
  }

  @Test func aPeriodHasAFirstAndALastDay() throws {
    let february = try #require(PartialDate(iso8601: "2016-02"))
    #expect(PartialDate(julianDay: february.julianDay)?.description == "2016-02-01")
    #expect(PartialDate(julianDay: february.lastJulianDay)?.description == "2016-02-29")
    let year = try #require(PartialDate(iso8601: "2016"))
    #expect(PartialDate(julianDay: year.lastJulianDay)?.description == "2016-12-31")
  }
}
