import ArchiveStorage
import TestSupport
import Testing

@testable import ArchiveQuery

/// Names of topics, tags and saved queries are told apart in the same way, wherever they are asked for.
struct GivenNamesTests {
  private let file: Archive
  private let archive: SampleArchive
  private let samples: SampleFile

  init() throws {
    samples = try SampleFile([Sample(body: "A ferry."), Sample(body: "A boat.")])
    file = Archive(path: samples.path)
    archive = try SampleArchive(samples)
  }

  @Test(arguments: [
    ("Ärger", "ärger"), ("ŁÓDŹ", "łódź"), ("Straße", "STRASSE"), ("caf\u{E9}", "cafe\u{301}"),
    ("Sea", "sEA"),
  ])
  func caseAndEncodingMakeNoOtherName(name: String, same: String) throws {
    let topics = TopicStore(file)
    try topics.add([Topic(name: name, query: "ferry")])
    #expect(throws: NameError.self) { try topics.add([Topic(name: same, query: "boat")]) }
    try topics.add([Topic(name: same, query: "boat")], replacing: true)
    #expect(try topics.all().map(\.query) == ["boat"])
    #expect(try archive.found("topic:\"\(name)\"") == [1])
    #expect(try archive.found("topic:\"\(same)\"") == [1])
    try TopicChanges(file).rename(same, to: "other")
    try TopicChanges(file).remove(["other"])

    let tags = TagStore(file)
    try tags.tag([samples.ids[0]], name)
    try tags.tag([samples.ids[1]], same)
    #expect(try tags.all().map(\.byHand) == [2])
    #expect(try archive.found("tag:\"\(same)\"") == [0, 1])
    #expect(try tags.remove(same, from: nil) == 2)

    let queries = SavedQueryStore(file)
    try queries.save("ferry", as: name)
    #expect(throws: NameError.self) { try queries.save("boat", as: same) }
    try queries.save("boat", as: same, replacing: true)
    try queries.noteRun(of: name, lastArrival: 1)
    #expect(try queries.query(named: name).lastRun != nil)
    try queries.remove(name)
    #expect(try queries.all().isEmpty)
  }

  @Test func signsMakeAnotherName() throws {
    let topics = TopicStore(file)
    try topics.add([Topic(name: "C++", query: "ferry"), Topic(name: "C", query: "boat")])
    #expect(try archive.found("topic:\"C++\"") == [0])
    #expect(try archive.found("topic:\"c++\"") == [0])
    #expect(try archive.found("topic:C") == [1])
    let tags = TagStore(file)
    try tags.tag([samples.ids[0]], "C++")
    try tags.tag([samples.ids[1]], "c")
    #expect(try archive.found("tag:\"c++\"") == [0])
    #expect(try archive.found("tag:C") == [1])
  }

  @Test func twoNamesFromBeforeAreBothFound() throws {
    // SQLite's own comparison let these be.
    try TagStore(file).tag([samples.ids[0]], "Ärger")
    let connection = try file.connectForWriting()
    try connection.run("INSERT INTO tag (name) VALUES ('ärger')")
    let tags = TagStore(file)
    try tags.tag([samples.ids[1]], "ärger")
    #expect(try archive.found("tag:Ärger") == [0])
    #expect(try archive.found("tag:ärger") == [1])
    #expect(try archive.found("tag:ÄRGER") == [0, 1])
  }

  @Test(arguments: ["", " ", "++", "“”"])
  func whatHasNoLetterIsNoName(name: String) throws {
    #expect(throws: NameError.self) { try TopicStore(file).add([Topic(name: name, query: "x")]) }
    #expect(throws: NameError.self) { try TagStore(file).tag([samples.ids[0]], name) }
    #expect(throws: NameError.self) { try SavedQueryStore(file).save("x", as: name) }
  }
}
