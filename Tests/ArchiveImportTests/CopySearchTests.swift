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
