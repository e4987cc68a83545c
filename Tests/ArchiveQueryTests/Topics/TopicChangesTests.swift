import ArchiveStorage
import Testing

@testable import ArchiveQuery

/// Renaming and removing topics that others name.
struct TopicChangesTests {
  private let file: Archive
  private let archive: SampleArchive

  init() throws {
    let samples = try SampleFile([
      Sample(body: "The ferry crew is on strike."), Sample(body: "The ferry sails."),
    ])
    file = Archive(path: samples.path)
    archive = try SampleArchive(samples)
    try TopicStore(file).add([
      Topic(name: "sea", query: "ferry"), Topic(name: "work", query: "strike"),
      Topic(name: "work.sea", query: "topic:SEA  AND (topic:\"work\") -x"),
      Topic(name: "broken", query: "topic:sea headlin:x"),
    ])
    try SavedQueryStore(file).save("topic:sea -topic:work sea", as: "mine")
  }

  private func query(_ name: String) throws -> String? {
    try TopicStore(file).all().first { $0.name == name }?.query
  }

  @Test(arguments: ["ocean", "the sea", "C++", "OR", "sea.2", "SEA"])
  func aNewNameIsWrittenWhereTheOldOneWas(new: String) throws {
    let naming = try TopicChanges(file).rename("sea", to: new)
    #expect(naming == ["work.sea", "mine"])
    let term = "topic:\"\(new)\""
    #expect(try query("work.sea") == "\(term)  AND (topic:\"work\") -x")
    let saved = try SavedQueryStore(file).query(named: "mine").query
    #expect(saved == "\(term) -topic:work sea")
    #expect(try archive.found("topic:work.sea") == [0])
    #expect(try archive.found(term) == [0, 1])
  }

  @Test func wordsOfANameMayBeWrittenInOtherWays() throws {
    try SavedQueryStore(file).save("topic:\"work sea\" OR topic:sea", as: "words")
    #expect(try TopicChanges(file).rename("work.sea", to: "both") == ["words"])
    #expect(try SavedQueryStore(file).query(named: "words").query == "topic:\"both\" OR topic:sea")
  }

  @Test func whatCannotBeWrittenIsRefused() throws {
    // Nothing but quote marks sets it apart from “sea”.
    #expect(throws: NameError.self) { try TopicChanges(file).rename("work", to: "\"sea\"") }
    #expect(try query("work") == "strike")
    #expect(throws: NameError.self) { try TopicChanges(file).rename("work", to: "Sea") }
    #expect(throws: NameError.self) { try TopicChanges(file).rename("nothing", to: "x") }
    #expect(throws: NameError.self) { try TopicChanges(file).rename("work", to: "!") }
  }

  @Test func whatOthersNameStays() throws {
    #expect {
      try TopicChanges(file).remove(["work"])
    } throws: {
      String(describing: $0).contains("the topic “work.sea”, the saved query “mine”")
    }
    #expect(try query("work") == "strike")
    // Together with those that name it, it goes.
    try SavedQueryStore(file).remove("mine")
    try TopicChanges(file).remove(["work", "Work.Sea"])
    #expect(try TopicStore(file).all().map(\.name) == ["broken", "sea"])
    // All or none.
    #expect(throws: NameError.self) { try TopicChanges(file).remove(["sea", "nothing"]) }
    try TopicChanges(file).remove(["sea"])
  }

  @Test func whatFindsOthersStillMayLoseOne() throws {
    try TopicStore(file).add([Topic(name: "work.mill", query: "mill")])
    try SavedQueryStore(file).save("topic:work*", as: "all")
    try TopicChanges(file).remove(["work.mill"])
    #expect(try archive.found("topic:work*") == [0])
  }
}
