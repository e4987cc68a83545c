import NewsModel
import Testing

@testable import ArchiveQuery

struct HistogramTests {
  private func histogram(_ dates: [String?], query: String = "") throws -> Histogram {
    let archive = try SampleArchive(
      SampleFile(dates.map { Sample(body: "The harbour.", date: $0, source: "Wexley Herald") }))
    return try ArticleSearch(Query(parsing: query), in: archive.reader).histogram()
  }

  @Test(arguments: [
    (["2019-03-04", "2019-03-06"], CountField.day, 3), (["2019-03-04", "2019-06-03"], .week, 14),
    (["2019-03-04", "2021-04-02"], .month, 26), (["2001-03-04", "2021-04-02"], .quarter, 82),
    (["1901-03-04", "2021-04-02"], .year, 121), (["2019-03-04"], .day, 1),
  ])
  func periodsAreAsLongAsNeeded(dates: [String], length: CountField, bars: Int) throws {
    let histogram = try histogram(dates)
    #expect(histogram.length == length)
    #expect(histogram.bars.count == bars)
    #expect(histogram.bars.reduce(0) { $0 + $1.count } == dates.count)
    #expect(histogram.others == 0)
  }

  @Test func whatHasNoSuchDateIsCountedApart() throws {
    let histogram = try histogram(["2019-03-04", "2019-03-06", "2019-03", "2019", nil])
    #expect(histogram.bars.reduce(0) { $0 + $1.count } + histogram.others == 5)
    #expect(try self.histogram([nil, nil]).bars.isEmpty)
    #expect(try self.histogram([nil, nil]).others == 2)
    #expect(try self.histogram(["2019-03-04"], query: "nothing").bars.isEmpty)
  }

  /// The condition of a bar finds as many articles as the bar is high.
  @Test func conditionsFindWhatBarsShow() throws {
    let dates = ["2001-03-04", "2001-04-01", "2019-03-04", "2019-03-06", "2021-04-02"]
    for last in 1...dates.count {
      let archive = try SampleArchive(
        SampleFile(dates.prefix(last).map { Sample(body: "The harbour.", date: $0) }))
      let histogram = try ArticleSearch(Query(parsing: ""), in: archive.reader).histogram()
      for bar in histogram.bars {
        let query = try Query(parsing: bar.condition)
        #expect(try ArticleSearch(query, in: archive.reader).total() == bar.count, "\(bar.name)")
      }
    }
  }
}
