import TestSupport
import Testing

/// What was set apart: listed, learnt, put back.
struct BoilerplateTests {
  private let folder = TemporaryFolder()
  private let footer = "The Skerry lamp has been lit by hand since eighteen hundred and four."

  private func backfile(_ arguments: String...) -> ProcessResult {
    Backfile.run(arguments, in: folder)
  }

  private func article(_ number: Int) -> String {
    let boats = ["Alba", "Brisk", "Coral", "Dawn", "Ember", "Frisk", "Gull", "Heron"]
    let words = ["left", "found", "sold", "painted"].map { verb in
      "The crew of the \(boats[number]) \(verb) a thing that no other boat had \(verb)."
    }
    let text = (words + [footer, "Sign up for our newsletter"]).joined(separator: #"\n\n"#)
    return #"{"title":"Story \#(number)","source":"Skerry Post","date":"2019-03-04","#
      + #""text":"\#(text)"}"# + "\n"
  }

  private func importing(_ numbers: Range<Int>) {
    let dump = folder.file(
      "\(numbers.lowerBound).jsonl", text: numbers.map(article).joined())
    #expect(backfile("import", "-q", dump).code == 0)
  }

  private func lines(_ result: ProcessResult) -> [String] {
    result.output.split(separator: "\n").dropFirst().map(String.init)
  }

  /// In how many articles' bodies the footer stands.
  private var bodiesWithFooter: Int {
    lines(backfile("search", "Skerry lamp", "--csv")).count
  }

  private func block(_ rule: String) throws -> String {
    let rows = lines(
      backfile("boilerplate", "list", "--blocks", "--rule", rule, "--tsv"))
    return try #require(rows.first).split(separator: "\t").map(String.init)[5]
  }

  @Test func itIsListedByKindRuleAndSource() {
    importing(0..<4)
    let rows = lines(backfile("boilerplate", "list", "--csv"))
    #expect(rows.count == 2)
    #expect(rows.contains { $0.hasPrefix("other,repeats,Skerry Post,1,4,") })
    #expect(rows.contains { $0.hasPrefix("newsletter,words:newsletter-signup,Skerry Post,1,4,") })
    #expect(lines(backfile("boilerplate", "list", "--source", "Nobody", "--csv")).isEmpty)
    #expect(backfile("boilerplate", "newsletter").output.contains("Skerry Post"))
  }

  @Test func aBlockIsRestoredAndStaysSo() throws {
    importing(0..<4)
    #expect(bodiesWithFooter == 0)
    let number = try block("repeats")
    #expect(
      backfile("boilerplate", "restore", "--block", number).output == "articles 4: 4 changed\n")
    #expect(bodiesWithFooter == 4)
    #expect(backfile("boilerplate", "learn").output == "articles 4: 0 changed\n")
    importing(4..<6)
    #expect(bodiesWithFooter == 6)
    #expect(backfile("check").code == 0)
    #expect(lines(backfile("boilerplate", "restore", "--csv")).count == 1)
    #expect(backfile("boilerplate", "restore", "--undo", "1").output == "articles 6: 6 changed\n")
    #expect(bodiesWithFooter == 0)
    #expect(backfile("check").code == 0)
  }

  @Test func anArticleARuleAndASourceAreRestored() {
    importing(0..<4)
    #expect(
      backfile("boilerplate", "restore", "--article", "2019-03-04.2").output
        == "articles 1: 1 changed\n")
    #expect(bodiesWithFooter == 1)
    #expect(
      backfile("boilerplate", "restore", "--rule", "words:newsletter-signup").output
        == "articles 3: 3 changed\n")
    #expect(lines(backfile("search", "newsletter", "--csv")).count == 4)
    #expect(
      backfile("boilerplate", "restore", "--rule", "repeats", "--source", "Skerry Post").code == 0)
    #expect(bodiesWithFooter == 4)
    #expect(lines(backfile("boilerplate", "list", "--csv")).isEmpty)
    #expect(backfile("check").code == 0)
  }

  @Test func learningTakesOutWhatRepeats() {
    importing(0..<4)
    #expect(backfile("boilerplate", "learn").output == "articles 4: 0 changed\n")
  }

  @Test func whatIsNotThereIsSaid() {
    #expect(backfile("boilerplate", "learn").code == 10)
    importing(0..<1)
    #expect(backfile("boilerplate", "restore", "--block", "99").code == 1)
    #expect(backfile("boilerplate", "restore", "--article", "2001-01-01.1").code == 1)
    #expect(backfile("boilerplate", "restore", "--rule", "x", "--source", "y").code == 1)
    #expect(backfile("boilerplate", "restore", "--undo", "7").code == 1)
    #expect(backfile("boilerplate", "restore", "--block", "1", "--rule", "x").code == 2)
  }
}
