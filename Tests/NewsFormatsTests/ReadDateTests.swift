import NewsModel
import Testing

@testable import NewsFormats

struct ReadDateTests {
  @Test(arguments: [
    ("28 يناير 2017", "2017-01-28"),
    ("27. Februar 2012 Montag 9:50 PM GMT+1", "2012-02-27T20:50:00Z"), ("16.02.05", "2005-02-16"),
    // ISO 8601
    ("2017", "2017"),
    ("2017-01", "2017-01"),
    ("2017-01-28", "2017-01-28"),
    ("2017-1-8", "2017-01-08"),
    ("2017/01/28", "2017-01-28"),
    ("2017.01.28", "2017-01-28"),
    ("20170128", "2017-01-28"),
    ("2017-W04-6", "2017-01-28"),
    ("2017W046", "2017-01-28"),
    ("2017-W04", "2017-01"),
    ("2017-W05", "2017"),
    ("2020-W53-7", "2021-01-03"),
    ("2017-028", "2017-01-28"),
    ("2017028", "2017-01-28"),
    ("2016-366", "2016-12-31"),
    ("2017-01-28T18:05:00Z", "2017-01-28T18:05:00Z"),
    ("2017-01-28t18:05:00z", "2017-01-28T18:05:00Z"),
    ("2017-01-28T18:05", "2017-01-28T18:05:00Z"),
    ("2017-01-28T18:05:09.123456+02:00", "2017-01-28T16:05:09Z"),
    ("2017-01-28T18:05:09,5-0500", "2017-01-28T23:05:09Z"),
    ("2017-01-28T23:05:00-02", "2017-01-29T01:05:00Z"),
    ("2017-01-01T00:30:00+01:00", "2016-12-31T23:30:00Z"),
    ("2017-01-28 18:05:00", "2017-01-28T18:05:00Z"),
    ("2017-01-28 18:05:00 +0100", "2017-01-28T17:05:00Z"),
    ("2017-01-28 18:05:00 UTC", "2017-01-28T18:05:00Z"),
    ("2017-01-28  +0800", "2017-01-28"),
    ("2017-01-28T24:00:00Z", "2017-01-28T23:59:59Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ("20170128T180500Z", "2017-01-28T18:05:00Z"),
    ("20170128T1805+0100", "2017-01-28T17:05:00Z"),
    ("20170128180509", "2017-01-28T18:05:09Z"),
    ("  2017-01-28\n", "2017-01-28"),
    // RFC 822, 850, 1123, 2822, and C
    ("Sat, 28 Jan 2017 18:05:00 +0100", "2017-01-28T17:05:00Z"),
    ("28 Jan 2017 18:05 GMT", "2017-01-28T18:05:00Z"),
    ("Saturday, 28-Jan-17 18:05:00 GMT", "2017-01-28T18:05:00Z"),
    ("Sat Jan 28 18:05:00 2017", "2017-01-28T18:05:00Z"),
    ("Sat Jan 28 18:05:00 +0000 2017", "2017-01-28T18:05:00Z"),
    ("Sat Jan 28 18:05:00 EST 2017", "2017-01-28T23:05:00Z"),
    ("28-JAN-1987 15:01:01.79", "1987-01-28T15:01:01Z"),
    // Seconds, milliseconds, microseconds since 1970
    ("1485626700", "2017-01-28T18:05:00Z"),
    ("1485626700.0", "2017-01-28T18:05:00Z"),
    ("1485626700123", "2017-01-28T18:05:00Z"),
    ("1485626700123456", "2017-01-28T18:05:00Z"),
    ("915148800", "1999-01-01T00:00:00Z"),
    // English
    ("28 January 2017", "2017-01-28"),
    ("January 28, 2017", "2017-01-28"),
    ("Jan. 28, 2017", "2017-01-28"),
    ("JANUARY 28TH, 2017", "2017-01-28"),
    ("the 1st of February 2017", "2017-02-01"),
    ("Sept. 5, 2016", "2016-09-05"),
    ("January 11, 2010 Monday", "2010-01-11"),
    ("Saturday, January 28, 2017", "2017-01-28"),
    ("January 28, 2017 6:05 pm EST", "2017-01-28T23:05:00Z"),
    ("Jan 28, 2017 6:05pm EDT", "2017-01-28T22:05:00Z"),
    ("Jan 28, 2017, 6 p.m.", "2017-01-28T18:00:00Z"),
    ("Jan 28, 2017 12:10 AM", "2017-01-28T00:10:00Z"),
    ("Jan 28, 2017 12:10 PM", "2017-01-28T12:10:00Z"),
    ("28 January 2017 at 18:05", "2017-01-28T18:05:00Z"),
    ("Updated: 28 January 2017", "2017-01-28"),
    ("January 2017", "2017-01"),
    ("Jan 28 '17", "2017-01-28"),
    // A zone that means several: the day is known, the time is not.
    ("January 28, 2017 6:05 pm IST", "2017-01-28"),
    ("January 28, 2017 6:05 pm ET", "2017-01-28"),
    // Other languages
    ("Mittwoch 31. August 2011", "2011-08-31"),
    ("28. Januar 2017, 18:05 Uhr", "2017-01-28T18:05:00Z"),
    ("1. März 2017", "2017-03-01"),
    ("28 Jänner 2017", "2017-01-28"),
    ("jeudi 5 octobre 2013", "2013-10-05"),
    ("1er août 2017", "2017-08-01"),
    ("mar. 28 févr. 2017", "2017-02-28"),
    ("28 mars 2017 à 18h05", "2017-03-28T18:05:00Z"),
    ("28 de enero de 2017", "2017-01-28"),
    ("28 gennaio 2017", "2017-01-28"),
    ("28 de março de 2017", "2017-03-28"),
    ("zaterdag 28 januari 2017", "2017-01-28"),
    ("woensdag 30 november 2011", "2011-11-30"),
    ("28 mei 2017", "2017-05-28"),
    ("lördag 28 januari 2017", "2017-01-28"),
    ("28. desember 2017", "2017-12-28"),
    ("28. maj 2017", "2017-05-28"),
    ("28 stycznia 2017", "2017-01-28"),
    ("28 ЯНВАРЯ 2017 г.", "2017-01-28"),
    ("28 мая 2017, 18:05", "2017-05-28T18:05:00Z"),
    ("28. ledna 2017", "2017-01-28"),
    ("28. tammikuuta 2017", "2017-01-28"),
    ("28.1.2017 klo 18.05", "2017-01-28T18:05:00Z"),
    ("28\u{A0}January\u{A0}2017", "2017-01-28"),
    ("28 Ağustos 2017", "2017-08-28"),
    ("28 січня 2017", "2017-01-28"),
    ("2017. január 28.", "2017-01-28"),
    ("2017年1月28日", "2017-01-28"),
    ("2018 年 10 月 7 日 17:04", "2018-10-07T17:04:00Z"),
    ("2017年1月28日 下午6:05", "2017-01-28T18:05:00Z"),
    ("2017년 1월 28일", "2017-01-28"),
    // Numbers
    ("28.01.2017", "2017-01-28"),
    ("1.2.2017", "2017-02-01"),
    ("28. 1. 2017", "2017-01-28"),
    ("28.01.2017 10:36 Uhr", "2017-01-28T10:36:00Z"),
    ("01/28/2017", "2017-01-28"),
    ("28/01/2017", "2017-01-28"),
    ("01/01/2017", "2017-01-01"),
    ("06-13-2014", "2014-06-13"),
    ("7/23/17", "2017-07-23"),
    ("01/2017", "2017-01"),
  ])
  func reads(text: String, expected: String) throws {
    let date = try #require(PartialDate(iso8601: expected))
    #expect(readDate(text) == .date(date))
  }

  @Test(arguments: [
    ("01/02/2017", DateOrder.dayFirst, "2017-02-01"),
    ("01/02/2017", .monthFirst, "2017-01-02"),
    ("01/02/2017 6:05 pm", .monthFirst, "2017-01-02T18:05:00Z"),
    ("03/04/05", .dayFirst, "2005-04-03"),
    ("03/04/05", .yearFirst, "2003-04-05"),
    ("13/02/2017", .monthFirst, "2017-02-13"),
    ("01.02.2017", .monthFirst, "2017-01-02"),
  ])
  func orderDecides(text: String, order: DateOrder, expected: String) throws {
    let date = try #require(PartialDate(iso8601: expected))
    #expect(readDate(text, order: order) == .date(date))
  }

  @Test(arguments: ["01/02/2017", "1-2-2017", "03/04/05", "17/01/28", "01/02/2017 10:00"])
  func severalReadingsAreAmbiguous(text: String) {
    #expect(readDate(text) == .ambiguous)
  }

  @Test(arguments: [
    "", " ", "yesterday", "n/a", "2 years ago", "January", "28 January", "Jan 28", "2017-02-30",
    "2017-13-01", "31/31/2017", "30.02.2017", "2017-01-28T25:00:00Z", "2017-01-28T18:61:00Z",
    "28 January 2017 to 30 January 2017", "2017-2018", "123", "12345", "123456",
    "2017-W54-1", "2017-366", "2017-01-28T18:05:00+99:00", "January 28, 2017 28:05",
    "99999999999999999999", "2017-01-28-03", "3141",
  ])
  func nothingIsInvented(text: String) {
    #expect(readDate(text) == .notUnderstood)
  }

  @Test(arguments: [
    ("https://news.example/2017/01/28/a-title", "2017-01-28"),
    ("https://news.example/world/2017/jan/28/a-title", "2017-01-28"),
    ("https://news.example/2017-01-28-a-title.html", "2017-01-28"),
    ("https://news.example/a/20170128/b", "2017-01-28"),
    ("https://news.example/2017/1/8/a", "2017-01-08"),
    ("https://news.example/2017/01/a-title", "2017-01"),
    ("https://news.example/2017/01/x/2017/01/28/", "2017-01-28"),
  ])
  func addressesCarryDates(address: String, expected: String) {
    #expect(dateInAddress(address) == PartialDate(iso8601: expected))
  }

  @Test(arguments: [
    "https://news.example/article/201701289", "https://news.example/9999/01/28/",
    "https://news.example/2017/13/28/", "https://news.example/2017-01-281", "", "/", "2017",
    "https://news.example/story/1234-56-78",
  ])
  func otherNumbersInAddressesAreNoDates(address: String) {
    #expect(dateInAddress(address) == nil)
  }

  @Test(arguments: [
    ("2017-01-28_title.txt", "2017-01-28"), ("20170128.txt", "2017-01-28"),
    ("bbc-20170128-3.txt", "2017-01-28"), ("2017_01_28.txt", "2017-01-28"),
  ])
  func fileNamesCarryDates(name: String, expected: String) {
    #expect(dateInFileName(name) == PartialDate(iso8601: expected))
  }

  @Test(arguments: ["title.txt", "001.txt", "120170128.txt", "2017013.txt", "2017-99-99.txt", ""])
  func otherFileNamesCarryNone(name: String) {
    #expect(dateInFileName(name) == nil)
  }

  @Test func implausibleDatesAreRemarkedUpon() throws {
    func remark(_ text: String) throws -> String? {
      oddity(of: try #require(PartialDate(iso8601: text)), now: testNow)
    }
    #expect(try remark("1599") == "implausible date: 1599 is before newspapers")
    #expect(try remark("2020-01-03") == "implausible date: 2020-01-03 is in the future")
    #expect(try remark("1970-01-01T00:00:00Z")?.hasSuffix("stands for no date") == true)
    #expect(try remark("2020-01-01") == nil)
    #expect(try remark("1605") == nil)
  }
}
