import ArchiveStorage
import NewsModel
import TestSupport
import Testing

@testable import ArchiveServer

/// Tags and notes through the forms of the page.
struct WritingTests {
  private static let dump =
    #"{"title":"Harbour","source":"Wexley Herald","date":"2019-03-04","#
    + #""text":"The ferry sailed on Monday. It was late."}"# + "\n"

  private func site(canWrite: Bool = true) async throws -> TestSite {
    let folder = TemporaryFolder()
    return try await TestSite([folder.file("a.jsonl", text: Self.dump)], canWrite: canWrite)
  }

  @Test func tagsAndNotesAreKeptAndRemoved() async throws {
    let site = try await site()
    let id = try #require(ArticleID("2019-03-04.1"))
    let tagged = try site.post("/article/\(id)/tags", "tag=+ferry++news+")
    #expect(tagged.status == 303)
    #expect(tagged.headers["Location"] == "/article/2019-03-04.1#marks")
    #expect(try TagStore(site.archive).tags(of: id).map(\.name) == ["ferry news"])
    #expect(try site.post("/article/\(id)/notes", "note=%3Cb%3Elook%3C%2Fb%3E").status == 303)
    let page = try site.get("/article/\(id)").text
    #expect(page.contains("&lt;b&gt;look&lt;/b&gt;"))
    #expect(page.contains("ferry news"))
    let note = try #require(try NoteStore(site.archive).notes(on: id).first)
    #expect(try site.post("/article/\(id)/notes", "remove=\(note.id)").status == 303)
    #expect(try site.post("/article/\(id)/tags", "remove=ferry+news").status == 303)
    #expect(try NoteStore(site.archive).notes(on: id).isEmpty)
    #expect(try TagStore(site.archive).tags(of: id).isEmpty)
  }

  @Test(arguments: [
    ("2019-03-04.1/tags", "tag=", 400), ("2019-03-04.1/tags", "tag=...", 400),
    ("2019-03-04.1/notes", "note=+", 400), ("2019-03-04.2/notes", "note=x", 404),
    ("2019-03-04.1/notes", "remove=99", 400), ("2019-03-04.1/tags", "remove=none", 400),
    ("x/tags", "tag=a", 404),
  ])
  func whatMakesNoSenseIsRefused(path: String, fields: String, status: Int) async throws {
    #expect(try await site().post("/article/" + path, fields).status == status)
  }

  @Test func aPageThatOnlyReadsHasNoForms() async throws {
    let page = try await site(canWrite: false).get("/article/2019-03-04.1").text
    #expect(!page.contains("method=\"post\""))
    #expect(!page.contains("name=\"token\""))
  }
}
