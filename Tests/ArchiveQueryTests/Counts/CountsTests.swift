import NewsModel
import Testing

@testable import ArchiveQuery

struct CountsTests {
  private static let samples = [
    ("2019-12-30", "Herald", "Ann Moss; Bo Reed", "ferry ferry strike"),
    ("2020-01-05", "Herald", "Ann Moss", "ferry"),
    ("2020-01-06", "Post", "Cy Tarn", "strike one two"),
    ("2020-04-01", "Post", nil, "ferry strike"),
    ("2020-04", "Post", nil, "ferry of april"),
    ("2020", "Post", nil, "ferry of the year"),
    (nil, nil, nil, "ferry undated strike"),
  ].map { Sample(headline: nil, body: $0.3, date: $0.0, source: $0.1, author: $0.2) }
  private static let file = Result { try SampleFile(samples) }
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(Self.file.get()) }

  private func counts(
    _ queries: [String], by field: CountField?, per unit: CountUnit = .articles,
    within base: String? = nil
  ) throws -> [String] {
    let counts = try Counts(
      of: queries.map { try Query(parsing: $0) }, by: field, per: unit,
      within: base.map { try Query(parsing: $0) }, in: archive.reader)
    return counts.rows.map { "\($0.query) \($0.value ?? "-") \($0.count)/\($0.all)" }
  }

  @Test(
    arguments: [
      (
        CountField.month,
        [
          "2019-12 1/1", "2020-01 1/2", "2020-02 0/0", "2020-03 0/0", "2020-04 2/2",
          "2020 1/1", "- 1/1",
        ]
      ),
      (.quarter, ["2019-Q4 1/1", "2020-Q1 1/2", "2020-Q2 2/2", "2020 1/1", "- 1/1"]),
      (.year, ["2019 1/1", "2020 4/5", "- 1/1"]),
      (.source, ["Post 3/4", "Herald 2/2", "- 1/1"]),
      (.author, ["Ann Moss 2/2", "Bo Reed 1/1", "- 4/4"]),
      (nil, ["- 6/7"]),
    ] as [(CountField?, [String])])
  func articlesAreCounted(field: CountField?, expected: [String]) throws {
    #expect(try counts(["ferry"], by: field) == expected.map { "ferry \($0)" })
  }

  @Test func weeksBeginOnMonday() throws {
    let weeks = try counts(["ferry"], by: .week)
    #expect(
      weeks.prefix(3) == ["ferry 2019-12-30 2/2", "ferry 2020-01-06 0/1", "ferry 2020-01-13 0/0"])
    #expect(weeks.suffix(3) == ["ferry 2020 1/1", "ferry 2020-04 1/1", "ferry - 1/1"])
  }

  @Test func everyQueryHasEveryRow() throws {
    #expect(
      try counts(["ferry", "one", "nowhere"], by: .year) == [
        "ferry 2019 1/1", "ferry 2020 4/5", "ferry - 1/1", "one 2019 0/1", "one 2020 1/5",
        "one - 0/1", "nowhere 2019 0/1", "nowhere 2020 0/5", "nowhere - 0/1",
      ])
  }

  @Test func hitsAreCountedForAllWords() throws {
    #expect(
      try counts(["ferry"], by: .year, per: .words) == [
        "ferry 2019 2/3", "ferry 2020 4/13", "ferry - 1/3",
      ])
  }

  /// A name has a row where articles are found, whether there are hits in them or not.
  @Test func valuesWithoutAHitHaveARow() throws {
    #expect(
      try counts(["source:Herald"], by: .source, per: .words) == ["source:Herald Herald 0/4"])
    #expect(
      try counts([""], by: .source, per: .words) == [" Herald 0/4", " Post 0/12", " - 0/3"])
    #expect(
      try counts(["april OR undated OR source:Herald"], by: .source, per: .words).map {
        $0.dropFirst("april OR undated OR source:Herald ".count)
      } == ["Post 1/12", "Herald 0/4", "- 1/3"])
    #expect(
      try counts(["source:Herald"], by: nil, per: .words) == ["source:Herald - 0/19"])
  }

  /// Thousands of names in one byline, and one of them again and again.
  @Test func aBylineOfAnyLengthIsCounted() throws {
    let names = (0..<40_000).map { "Name \($0)" } + (0..<40_000).map { _ in "Name 7" }
    let file = try SampleFile([
      Sample(body: "ferry", author: names.joined(separator: "; ")),
      Sample(body: "ferry", author: "Name 7"),
    ])
    let reader = try SampleArchive(file).reader
    let time = try ContinuousClock().measure {
      let rows = try Counts(of: [Query(parsing: "ferry")], by: .author, in: reader).rows
      #expect(rows.count == 40_000)
      #expect(rows.first.map { "\($0.value ?? "-") \($0.count)" } == "Name 7 2")
      #expect(rows.dropFirst().allSatisfy { $0.count == 1 })
    }
    #expect(time < .seconds(20))
  }

  @Test func aBaseIsAllThereIs() throws {
    #expect(
      try counts(["strike"], by: .year, within: "source:Post") == ["strike 2020 2/4"])
    #expect(
      try counts(["strike"], by: nil, per: .words, within: "source:Post") == ["strike - 2/12"])
  }

  /// What a query's own dates leave out is not there with 0.
  @Test func theAxisKeepsToTheDatesOfTheQueries() throws {
    #expect(
      try counts(["one date:2020-01..2020-03"], by: .month)
        == [
          "2020-01 1/2", "2020-02 0/0", "2020-03 0/0",
        ].map { "one date:2020-01..2020-03 \($0)" })
    #expect(try counts(["one date:2020-01", "one"], by: .month).count == 10)
  }

  /// Every day of 400 years is in the week, month, quarter and year that begins before it and whose
  /// next one begins after it.
  @Test func periodsFollowEachOther() throws {
    for length in [Period.Length.day, .week, .month, .quarter, .year] {
      var period = try #require(
        Period(length, of: PartialDate(year: 1899, month: 12, day: 31) ?? .init(julianDay: 0)!))
      for day in PartialDate(year: 1900, month: 1, day: 1)!.julianDay..<2_488_070 {
        let its = try #require(PartialDate(julianDay: day).flatMap { Period(length, of: $0) })
        if its != period {
          #expect(its == period.next && its.firstDay == day)
          period = its
        }
      }
    }
  }
}
