import TestSupport
import Testing

/// What the query language says on the command line.
struct QueryTests {
  let folder = TemporaryFolder()

  init() {
    let result = Backfile.run(
      ["import", "-q", "-a", folder.file("a.backfile"), Evaluation.packageRoot + "/SampleData"],
      in: folder)
    #expect(result.code == 0)
  }

  private func backfile(_ arguments: String...) -> (code: Int32, output: String, errors: String) {
    let result = Backfile.run(arguments + ["-a", folder.file("a.backfile")], in: folder)
    return (result.code, result.output, result.errors)
  }

  @Test func explainShowsReadingPlanWordsAndTranslations() {
    let result = backfile("query", "explain", "(*ork OR ~strike) w/s ferry lead:boat source:Coast")
    #expect(result.code == 0)
    for part in [
      "((*ork OR ~strike) w/s ferry) AND lead:boat AND source:Coast", "stands for", "work",
      "LEAD(boat)", "PUBLICATION(Coast)", "source:Coast", "Nexis has no wildcard before a word",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
    let lines = backfile("query", "explain", "ferry", "--jsonl")
    #expect(lines.output.contains("{\"aspect\":\"reading\""))
  }

  @Test func expansionsAndUnknownWordsAreSaid() {
    #expect(backfile("search", "~strike").errors.contains("~strike stands for"))
    let unknown = backfile("search", "ferrry")
    #expect(unknown.code == 0)
    #expect(unknown.errors.contains("no article has “ferrry”; did you mean “ferry”?"))
    #expect(backfile("search", "zzzz*gate").errors.contains("stands for no word"))
  }

  @Test func aQuestionThatTakesTooLongIsStopped() {
    let result = backfile("search", "--timeout", "0.000001", "the w/s of")
    #expect(result.code == 124)
    #expect(result.errors.contains("took longer"))
    #expect(backfile("search", "--timeout", "60", "ferry").code == 0)
    #expect(backfile("search", "--timeout", "-1", "ferry").code == 2)
  }

  @Test(arguments: [
    "colour~7", "headlin:x", "date:soon", "a AND", "since:\"next month\"", "is:new",
  ])
  func mistakesHaveAMarkASuggestionAndTheirOwnCode(query: String) {
    let result = backfile("search", query)
    #expect(result.code == 2)
    #expect(result.errors.contains("^"))
  }
}
