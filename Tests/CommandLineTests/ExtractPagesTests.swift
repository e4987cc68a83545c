import TestSupport
import Testing

struct ExtractPagesTests {
  @Test func pagesOfAFolderAreAnsweredInOrder() throws {
    let folder = TemporaryFolder()
    let script = """
      mkdir pages
      for n in c a b; do
        echo "<title>Ferry $n</title><h1>Ferry $n</h1><article><p>The ferry $n sailed again on
        Monday, eleven weeks after the storm, and two hundred people watched it leave.</p></article>" \
          > pages/$n.html
      done
      """
    _ = run(["sh", "-c", script], folder: folder.path)
    let result = Backfile.run(["extract", "--pages", "pages"], in: folder)
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    for (line, name) in zip(lines, ["a", "b", "c"]) {
      #expect(line.hasPrefix(#"{"id":"\#(name)","title":"Ferry \#(name)","author":null,"#))
      #expect(line.contains("The ferry \(name) sailed again on Monday"))
    }
    #expect(Backfile.run(["extract", "--pages", "none.html"], in: folder).code == 3)
  }
}
