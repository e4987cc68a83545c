import Testing

@testable import ArchiveServer

struct RequestTests {
  @Test(arguments: [
    ("/", [], ""), ("/search?q=a+b%20c", ["search"], ""),
    ("/article/2019-03-04.1", ["article", "2019-03-04.1"], ""),
    ("/article/2019-03-04.1.json", ["article", "2019-03-04.1"], "json"),
    ("/search.csv?q=x.json", ["search"], "csv"), ("/api/articles", ["api", "articles"], "json"),
    ("/a/..%2F..%2Fetc/passwd", ["a", "../../etc", "passwd"], ""),
    ("//evil.example/x", ["", "evil.example", "x"], ""), ("/%", ["%"], ""), ("/%zz", ["%zz"], ""),
    ("/%ff", ["\u{FFFD}"], ""), ("/search#x?q=1", ["search"], ""),
  ])
  func targetsAreRead(target: String, path: [String], form: String) {
    let request = Request(.get, target)
    #expect(request.path == path)
    #expect(request.form.rawValue == form)
  }

  @Test func parametersAreDecodedInTheirOrder() {
    let parameters = Parameters(coded: "q=a+b%20c&by=x&by=y&empty=&alone&q=second&%71=third")
    #expect(parameters["q"] == "a b c")
    #expect(parameters.all("by") == ["x", "y"])
    #expect(parameters["empty"] == "")
    #expect(parameters["alone"] == "")
    #expect(parameters.all("q") == ["a b c", "second", "third"])
    #expect(parameters["other"] == nil)
  }

  @Test(arguments: [
    (["backfile", "search", "ferry"], "backfile search ferry"),
    (["a", "it's"], #"a 'it'\''s'"#), (["a", "$(rm -rf /)"], "a '$(rm -rf /)'"),
    (["a", ""], "a ''"),
    (["a", "'"], #"a ''\'''"#),
  ])
  func commandLinesAreQuoted(words: [String], line: String) {
    #expect(ShellWords.line(words) == line)
  }

  @Test func jsonKeepsItsOrder() {
    let json: JSON = ["b": 1, "a": ["x\"\u{2028}", .null, .real(.infinity), []], "c": true]
    #expect(
      json.text
        == "{\n \"b\": 1,\n \"a\": [\n  \"x\\\"\\u2028\",\n  null,\n  null,\n  []\n ],\n \"c\": true\n}\n"
    )
  }
}
