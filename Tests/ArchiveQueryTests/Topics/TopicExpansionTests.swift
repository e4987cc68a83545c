import ArchiveStorage
import Testing

@testable import ArchiveQuery

/// Topics that are made of topics.
struct TopicExpansionTests {
  private let file: Archive
  private let archive: SampleArchive

  init() throws {
    let samples = try SampleFile([
      Sample(body: "The ferry stays in the harbour."), Sample(body: "The furnace was lit."),
    ])
    file = Archive(path: samples.path)
    archive = try SampleArchive(samples)
  }

  private func add(_ topics: [(name: String, query: String)]) throws {
    try TopicStore(file).add(topics.map { Topic(name: $0.name, query: $0.query) })
  }

  private func message(_ query: String) -> String? {
    do {
      _ = try archive.found(query)
      return nil
    } catch { return (error as? QueryPlanError)?.message }
  }

  /// So many topics, each of which names the next one so often.
  private func chain(of count: Int, naming times: Int) -> [(name: String, query: String)] {
    (1..<count).map { number in
      let next = Array(repeating: "topic:t\(number + 1)", count: times)
      return ("t\(number)", next.joined(separator: " OR "))
    } + [("t\(count)", "ferry")]
  }

  @Test func whatIsNamedTwiceEachTimeIsReadOnce() throws {
    try add(chain(of: 8, naming: 4))
    let clock = ContinuousClock()
    let began = clock.now
    #expect(try archive.found("topic:t1") == [0])
    #expect(try archive.found("-topic:t1") == [1])
    #expect(clock.now - began < .seconds(20))
  }

  @Test func whatWouldBeTooLongIsRefused() throws {
    // Written out, a query of 25,600,000,000 words.
    try add(
      (1..<8).map { number in
        let next = "topic:t\(number + 1)"
        return ("t\(number)", (0..<20).map { "(\(next) word\($0))" }.joined(separator: " OR "))
      } + [("t8", "ferry OR boat")])
    let clock = ContinuousClock()
    let began = clock.now
    #expect(message("topic:t1")?.contains("MB long") ?? false)
    #expect(clock.now - began < .seconds(20))
    #expect(try archive.found("topic:t7") == [])
    // Asked beside each other, they are as long.
    #expect(message("topic:t4 OR topic:t3")?.contains("MB long") ?? false)
  }

  @Test func topicsAreEightInEachOtherAtMost() throws {
    try add(chain(of: 9, naming: 1))
    #expect(try archive.found("topic:t2") == [0])
    #expect(message("topic:t1") == "The topic “t1” is made of topics in topics, more than 8 deep.")
    // What was read before is as deep as it is.
    #expect(message("topic:t9 OR topic:t5 OR topic:t1")?.contains("more than 8 deep") ?? false)
  }

  @Test func aTopicIsNotMadeOfItself() throws {
    try add([
      ("one", "ferry OR topic:two"), ("two", "topic:three boat"), ("three", "-topic:one"),
      ("four", "furnace"),
    ])
    for name in ["one", "two", "three"] {
      #expect(message("topic:\(name)")?.contains("is made of itself") ?? false)
    }
    #expect(try archive.found("topic:four") == [1])
  }

  @Test func aTopicThatCannotBeReadIsNamed() throws {
    try add([("broken", "headlin:x"), ("outer", "topic:broken OR ferry")])
    #expect(message("topic:outer")?.contains("The query of the topic “broken”") ?? false)
  }
}
