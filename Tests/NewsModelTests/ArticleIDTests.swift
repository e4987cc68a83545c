import NewsModel
import Testing

struct ArticleIDTests {
  @Test(arguments: [
    "2017-01-28.1", "2017-01-28.17", "2017-01-28.524288", "2017-01.1", "2017-01.262144",
    "2017-01.262145", "2017.1", "2017.262145", "undated.1", "undated.1048577", "1600-01-01.1",
  ])
  func readsWhatItShows(text: String) throws {
    let id = try #require(ArticleID(text))
    #expect(id.description == text)
    #expect(ArticleID(String(id.rawValue)) == id)
  }

  @Test(arguments: [
    "", "2017-01-28", "2017-01-28.0", "2017-01-28.-1", "2017-01-28.524289", "2017-02-30.1", "x.1",
    "2017-01-28T10:00:00Z.1",
  ])
  func refusesWhatNoArticleCanHave(text: String) {
    #expect(ArticleID(text) == nil)
  }

  @Test func theIdTellsHowPreciseTheDateIs() throws {
    let year = try #require(ArticleID("2017.300000"))
    let month = try #require(ArticleID("2017-01.300000"))
    let day = try #require(ArticleID("2017-01-28.3"))
    #expect(year.date?.precision == .year)
    #expect(month.date?.description == "2017-01")
    #expect(day.date?.description == "2017-01-28")
    #expect(try #require(ArticleID("undated.3")).date == nil)
  }

  @Test func idsSortByDateAndUndatedComeFirst() throws {
    let texts = [
      "undated.9", "1912-04-16.2", "2017.1", "2017-02-01.1", "2017-02-01.2", "2017-02-02.1",
    ]
    let ids = try texts.map { try #require(ArticleID($0)) }
    #expect(ids == ids.sorted())
    #expect(!ArticleID.datedRange.contains(ids[0].rawValue))
    #expect(ArticleID.datedRange.contains(ids[1].rawValue))
  }

  @Test func aSeriesFindsItsIdsInItsRanges() throws {
    for text in ["2017", "2017-02", "2017-02-28"] {
      let date = try #require(PartialDate(iso8601: text))
      let series = ArticleID.Series(of: date)
      for number in [1, 2, 262_144] as [Int64] {
        let id = try #require(series.id(number: number))
        #expect(series.number(of: id) == number)
        #expect(series.ranges.contains { $0.contains(id.rawValue) })
        #expect(
          ArticleID.rawRange(ofDays: date.julianDay...date.lastJulianDay).contains(id.rawValue))
      }
    }
    let undated = ArticleID.Series(of: nil)
    #expect(Array(undated.ranges).count == 1)
    #expect(undated.ranges.contains { $0.contains(undated.id(number: 5_000_000)?.rawValue ?? -1) })
  }

  @Test func aDateBeforeNewspapersIsFiledAsUndated() {
    let id = ArticleID.Series(of: PartialDate(year: 1492)).id(number: 1)
    #expect(id?.description == "undated.1")
  }
}
