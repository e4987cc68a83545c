import ArchiveExport
import ArchiveQuery
import TestSupport
import Testing

@testable import ArchiveServer

/// Text from every field of an article never becomes markup, on any page.
struct HostileTextTests {
  private static func hostile(_ name: String) -> String {
    "\"><script>alert('\(name)')</script><img src=x onerror=alert(1)> '\(name)\u{202E}&"
  }

  private static var dump: String {
    let text =
      "“\(hostile("body")),” said Anna \(hostile("speaker")) Berg on Monday in the harbour.\n\n"
      + "“We will <b>sail</b> tomorrow,” said Anna Berg.\n\n"
      + "Sign up for our \(hostile("newsletter")) newsletter to get the news every morning."
    let fields = [
      ("title", hostile("title")), ("source", hostile("source")), ("author", hostile("author")),
      ("section", hostile("section")), ("language", "en"), ("date", "2019-03-04"),
      ("url", "javascript:alert(document.domain)"), ("x<y>", hostile("metadata")), ("text", text),
    ]
    let members = fields.map { JSONWriter.quoted($0.0) + ":" + JSONWriter.quoted($0.1) }
    return "{" + members.joined(separator: ",") + "}\n"
  }

  @Test func nothingIsUnescaped() async throws {
    let folder = TemporaryFolder()
    let dump = folder.file("<img src=x onerror=alert(2)>.jsonl", text: Self.dump)
    let site = try await TestSite([dump], canWrite: true)
    #expect(try site.get("/home.json").text.contains("\"articles\": 1"))
    let hostile = PercentCoding.encoded("\"><script>alert(3)</script>")
    _ = try site.post("/article/2019-03-04.1/tags", "tag=a\(hostile)")
    _ = try site.post("/article/2019-03-04.1/notes", "note=\(hostile)")
    let targets = [
      "/", "/search", "/search?q=\(hostile)", "/search?q=harbour", "/search?q=sail&tab=quotes",
      "/search?q=harbour&tab=concordance", "/search?q=harbour&tab=sources",
      "/search?q=\(hostile)&tab=trends", "/search?q=%22\(hostile)&explain=1",
      "/search?q=x:\(hostile)", "/search?tab=\(hostile)", "/article/2019-03-04.1",
      "/article/2019-03-04.1?q=harbour", "/article/2019-03-04.1?view=raw",
      "/article/2019-03-04.1?copy=\(hostile)", "/article/2019-03-04.1/citation",
      "/article/\(hostile)", "/\(hostile)", "/search?q=harbour&more=\(hostile)",
      "/speakers", "/speakers?q=\(hostile)", "/speaker/\(hostile)",
      "/trends?q=\(hostile)&by=source",
      "/trends?q=x:\(hostile)", "/trends?by=\(hostile)", "/topics", "/topic/\(hostile)", "/sources",
      "/source/\(hostile)", "/imports", "/import/1", "/import/\(hostile)",
    ]
    for target in targets {
      let page = try site.get(target).text
      #expect(page.ranges(of: "<script").count == 1, "\(target)")
      #expect(!page.contains("<img src=x"), "\(target)")
      #expect(!page.contains("<b>sail"), "\(target)")
      #expect(!page.contains("\u{202E}"), "\(target)")
      #expect(!page.contains("href=\"javascript"), "\(target)")
    }
    let speaker = try #require(try SpeakerList(ArchiveReader(site.archive)).speakers.first)
    let source = try #require(try SourceList(ArchiveReader(site.archive)).sources.first?.name)
    for address in [
      SpeakerAddress.address(of: speaker.name),
      SpeakerAddress.address(of: speaker.name, tab: .outlets),
      SourceView.address(of: source),
    ] {
      let page = try site.get(address.text)
      #expect(page.status == 200, "\(address.text)")
      #expect(page.text.ranges(of: "<script").count == 1 && !page.text.contains("<img src=x"))
    }
    let drawing = try site.get("/search.svg?q=\(hostile)&tab=trends").text
    #expect(!drawing.contains("<script"))
  }
}
