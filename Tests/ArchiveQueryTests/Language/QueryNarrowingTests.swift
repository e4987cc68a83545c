import Testing

@testable import ArchiveQuery

/// Conditions are added to queries and taken away, and what was typed stays.
struct QueryNarrowingTests {
  @Test(arguments: [
    ("", "source:a", "source:a"), ("ferry", "source:a", "ferry source:a"),
    ("ferry OR boat", "source:a", "(ferry OR boat) source:a"),
    ("pay w/5 talks", "date:2019", "pay w/5 talks date:2019"),
    ("ferry -strike", "is:original", "ferry -strike is:original"),
  ])
  func conditionsAreAdded(text: String, condition: String, narrowed: String) throws {
    let query = try Query(parsing: text)
    #expect(query.narrowed(by: condition) == narrowed)
    // Nothing of the query is lost by it.
    let wanted = try Query(parsing: text.isEmpty ? condition : "(\(text)) AND \(condition)")
    #expect(try Query(parsing: narrowed).reading == wanted.reading)
  }

  @Test func datesAreReplaced() throws {
    let query = try Query(parsing: "ferry date:2018 source:a")
    #expect(query.withoutDates == "ferry AND source:a")
    #expect(
      query.narrowed(by: "date:2019", replacingDates: true) == "ferry AND source:a date:2019")
    #expect(try Query(parsing: "date:2018").withoutDates.isEmpty)
    let either = try Query(parsing: "(ferry OR boat) date:2018")
    #expect(either.narrowed(by: "date:2019", replacingDates: true) == "(ferry OR boat) date:2019")
  }

  @Test func conditionsAreTakenAway() throws {
    let query = try Query(parsing: "ferry source:\"Coast Post\" -tag:old date:2019")
    #expect(
      query.conditions.map(\.text) == [
        "source:\"Coast Post\"", "NOT tag:old", "date:2019-01-01..2019-12-31",
      ])
    #expect(
      query.conditions[1].rest == "ferry AND source:\"Coast Post\" AND date:2019-01-01..2019-12-31")
    #expect(try Query(parsing: "source:a").conditions.map(\.rest) == [""])
    #expect(try Query(parsing: "ferry OR source:a").conditions.isEmpty)
  }

  @Test func valuesCannotLeaveTheirQuoteMarks() throws {
    let condition = fieldCondition("source", "a\" OR *\n“x”")
    #expect(try Query(parsing: "ferry \(condition)").conditions.map(\.rest) == ["ferry"])
  }

  @Test func completionsAreReadAsTheyAreMeant() throws {
    #expect(FieldCompletion.fields(beginning: "se").map(\.text) == ["section:"])
    let names: [(name: String, hint: String)] = [
      ("Coast Post", ""), ("Herald", ""), ("The Post", ""),
    ]
    let found = FieldCompletion.values(completing: "source:\"po", among: names)
    #expect(found.map(\.text) == ["source:\"Coast Post\"", "source:\"The Post\""])
    #expect(
      FieldCompletion.values(completing: "source:her", among: names).map(\.text) == [
        "source:Herald"
      ])
    #expect(FieldCompletion.values(completing: "nothing", among: names).isEmpty)
  }
}
