import NewsModel
import Testing

@testable import ArchiveQuery

/// Periods that are named from today, which is Tuesday, 24 November 2026.
struct RelativeDateTests {
  @Test(arguments: [
    ("date:today", "date:2026-11-24"), ("date:yesterday", "date:2026-11-23"),
    ("since:yesterday", "date:2026-11-23.."),
    ("date:\"this week\"", "date:2026-11-23..2026-11-29"),
    ("date:\"last week\"", "date:2026-11-16..2026-11-22"),
    ("since:\"last month\"", "date:2026-10-01.."),
    ("date:\"last month\"", "date:2026-10-01..2026-10-31"),
    ("date:\"Last Year\"", "date:2025-01-01..2025-12-31"),
    ("before:\"this year\"", "date:..2025-12-31"),
    ("after:\"last month\"", "date:2026-11-01.."),
    ("date:\"last 7 days\"", "date:2026-11-18..2026-11-24"),
    ("since:\"3 weeks ago\"", "date:2026-11-03.."),
    ("since:\"9 months ago\"", "date:2026-02-24.."),
    ("until:\"2 years ago\"", "date:..2024-11-24"),
  ])
  func areRead(text: String, reading: String) throws {
    let today = PartialDate(year: 2026, month: 11, day: 24)
    #expect(try Query(parsing: text, today: today).reading == reading)
  }

  @Test(arguments: [
    "date:\"last 0 fortnights\"", "date:\"99999999999999999999 days ago\"", "date:\"last\"",
    "since:\"3000 years ago\"", "since:\"100000 months ago\"",
  ])
  func whatNamesNoPeriodIsAnError(text: String) {
    #expect(throws: QuerySyntaxError.self) {
      try Query(parsing: text, today: PartialDate(year: 2026, month: 11, day: 24))
    }
  }
}
