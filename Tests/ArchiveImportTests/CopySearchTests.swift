import ArchiveQuery
import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveImport

struct CopySearchTests {
  let folder = TemporaryFolder()

  private static let story = """
    The night ferry to Norland stayed in harbour for a third day on Monday after talks between the \
    crew and the line ended without agreement, and the port said that forty lorries were waiting on \
    the quay. A spokesman for the line called the demands unaffordable. The crew's union said that \
    its members had not had a rise in four years, while the fares had gone up each spring. The mayor \
    of Wexley offered to mediate and asked both sides to come to the town hall before the weekend.
    """

  private func line(_ source: String, _ date: String, _ text: String) -> String {
    #"{"title":"\#(source) on the ferry","source":"\#(source)","date":"\#(date)","text":"\#(text)"}"#
      + "\n"
  }

  /// The first article in time, two copies of it, one of them cut, and one about the same.
  private var lines: [String] {
    [
      line("Herald", "2019-03-04", Self.story),
      line("Coast Post", "2019-03-05", "WEXLEY — " + Self.story),
      line("Observer", "2019-03-06", String(Self.story.prefix(300))),
      line(
        "Gazette", "2019-03-06",
        """
        Lorry drivers on the quay at Wexley are running out of patience: some have slept in their \
        cabs since Saturday, and the canteen of the port has closed. Nobody tells us anything, one of \
        them said, while the crew of the night ferry goes on striking for better pay this spring.
        """),
    ]
  }

  private func add(_ lines: [String]) async throws {
    let dump = folder.file("dump-\(lines.count).jsonl", text: lines.joined())
    _ = try await Importer(archive: archive, version: "0").run(paths: [dump])
  }

  private var archive: Archive { Archive(path: folder.file("a.backfile")) }

  private func sources(_ query: String) throws -> [String] {
    try ArticleSearch(Query(parsing: query), in: ArchiveReader(archive)).hits(limit: 100)
      .compactMap(\.source).sorted()
  }

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
  func whatIsAnOriginalDoesNotDependOnTheOrderOfImports(order: [Int]) async throws {
    for index in order { try await add([lines[index]]) }
    #expect(try sources("is:duplicate") == ["Coast Post", "Observer"])
    #expect(try sources("is:original") == ["Gazette", "Herald"])
    #expect(try sources("quay -is:duplicate") == ["Gazette", "Herald"])
    let clusters = try CopyClusters(Query(parsing: ""), in: ArchiveReader(archive))
    #expect(clusters.total == 1 && clusters.copies == 2)
    try clusters.forEach { cluster in
      #expect(cluster.original.source == "Herald")
      #expect(cluster.copies.allSatisfy { $0.containment ?? 0 > 0.9 })
      return true
    }
  }

  @Test func hitsAreFolded() async throws {
    try await add(lines)
    let search = try ArticleSearch(Query(parsing: "quay OR ferry"), in: ArchiveReader(archive))
    let found = try search.foldedHits(order: .oldest)
    #expect(found.articles == 4 && found.texts == 2)
    #expect(found.hits.map(\.first.source) == ["Herald", "Gazette"])
    #expect(found.hits.map(\.others) == [2, 0])
    #expect(try search.foldedHits(limit: 1, offset: 1).hits.count == 1)
  }

  @Test func ofATextThatHasChangedItIsNotKnownUntilItIsLookedAt() async throws {
    try await add(lines)
    let writer = try archive.connectForWriting()
    try writer.transaction { try CopyStore.noteChange(of: 2, in: writer) }
    #expect { try sources("is:original") } throws: {
      ($0 as? QueryPlanError)?.message.contains("backfile duplicates update") ?? false
    }
    // What does not ask is answered.
    #expect(try sources("quay").count == 4)
    let report = try await CopySearch(archive).run()
    #expect(report.articles == 1 && report.copies == 2)
    #expect(try sources("is:duplicate").count == 2)
  }

  /// Texts of words without meaning, two of three made of an earlier one: cut, changed, or put together
  /// of two.
  private static func texts(_ seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    var texts: [[Int]] = []
    for number in 0..<90 {
      guard number > 5, Int.random(in: 0..<3, using: &random) > 0 else {
        texts.append(
          (0..<Int.random(in: 60..<260, using: &random)).map { _ in
            Int.random(in: 0..<5000, using: &random)
          })
        continue
      }
      var copy = texts[Int.random(in: 0..<number, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: copy = Array(copy.prefix(max(40, copy.count / 3)))
      case 1: copy = Array(copy.dropFirst(copy.count / 3))
      case 2: for place in stride(from: 0, to: copy.count, by: 9) { copy[place] = 5000 + place }
      default: copy += texts[Int.random(in: 0..<number, using: &random)]
      }
      texts.append(copy)
    }
    return texts.map { $0.map { "w\($0)" }.joined(separator: " ") }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aFewAtATimeIsWhatAllAtOnceIs(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    try await add(
      Self.texts(seed).enumerated().map { number, text in
        // They arrive in another order than that of their publication.
        line("S\(number % 7)", "2019-03-\(10 + Int.random(in: 0..<20, using: &random))", text)
      })
    func copies() throws -> [String] {
      try archive.connectForReading().rows(
        "SELECT arrival || ' ' || original || ' ' || containment FROM article_copy ORDER BY arrival"
      ) { $0.text(0) }
    }
    _ = try await CopySearch(archive).run(anew: true)
    let atOnce = try copies()
    #expect(atOnce.count > 20)
    for portion in [1, 7, 40] {
      var search = CopySearch(archive)
      search.portion = portion
      _ = try await search.run(anew: true)
      #expect(try copies() == atOnce)
    }
  }

  @Test func copiesOfATextThatHasChangedAreLookedAtAgain() async throws {
    try await add(lines)
    #expect(try sources("is:duplicate") == ["Coast Post", "Observer"])
    let writer = try archive.connectForWriting()
    try writer.transaction {
      // The Herald's, of which the others are copies.
      try writer.run(
        "UPDATE article_body SET body = 'Withdrawn at the wish of the line.' WHERE arrival = 1")
      try CopyStore.noteChange(of: 1, in: writer)
    }
    let report = try await CopySearch(archive).run()
    #expect(report.articles == 3 && report.copies == 1)
    #expect(try sources("is:duplicate") == ["Observer"])
    _ = try await CopySearch(archive).run(anew: true)
    #expect(try sources("is:duplicate") == ["Observer"])
  }

  @Test func whatChangesWhileItIsLookedAtStaysUnknown() async throws {
    try await add(lines)
    let writer = try archive.connectForWriting()
    try writer.transaction { try CopyStore.noteChange(of: 2, in: writer) }
    // Another search, which had begun before, comes to its end.
    try writer.transaction { try CopyStore(writer).setComplete(through: 4) }
    #expect(try !CopyStore(writer).isComplete())
    _ = try await CopySearch(archive).run()
    #expect(try CopyStore(writer).isComplete())
  }

  @Test func anArchiveOfAnOlderVersionIsFilledIn() async throws {
    try await add(lines)
    // As the migration leaves it.
    let writer = try archive.connectForWriting()
    try writer.transaction { try CopyStore(writer).forgetAll() }
    #expect(throws: QueryPlanError.self) { try sources("is:duplicate") }
    try await add([line("Late Edition", "2019-03-09", Self.story)])
    #expect(try sources("is:duplicate") == ["Coast Post", "Late Edition", "Observer"])
    let anew = try await CopySearch(archive).run(anew: true)
    #expect(anew.articles == 5 && anew.copies == 3)
  }
}
