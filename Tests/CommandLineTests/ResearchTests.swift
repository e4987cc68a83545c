import TestSupport
import Testing

/// Topics, tags, notes, saved queries, references and SQL, as they are typed.
struct ResearchTests {
  let folder = TemporaryFolder()

  init() {
    let result = Backfile.run(["import", "-q", Evaluation.packageRoot + "/SampleData"], in: folder)
    #expect(result.code == 0)
  }

  @discardableResult
  private func backfile(_ arguments: String..., input: String = "", code: Int32 = 0)
    -> ProcessResult
  {
    let result = Backfile.run(arguments, in: folder, input: input)
    #expect(result.code == code, "\(arguments): \(result.output)\(result.errors)")
    return result
  }

  private func lines(_ result: ProcessResult) -> [String] {
    result.output.split(separator: "\n").map(String.init)
  }

  @Test func topicsAreAddedCountedAndFound() {
    #expect(backfile("topics", "add", "sea", "ferry OR ferries").errors.contains("articles"))
    backfile("topics", "add", "sea", "boat", code: 1)
    backfile("topics", "add", "sea", "ferry OR ferries", "--replace", "--description", "At sea")
    #expect(backfile("topics").output.contains("At sea"))
    let found = lines(backfile("search", "topic:sea", "--csv")).count - 1
    #expect(found > 1 && found == lines(backfile("search", "ferry OR ferries", "--csv")).count - 1)
    let counts = lines(backfile("topics", "count", "--by", "month", "--csv")).dropFirst()
    #expect(
      counts.compactMap { $0.split(separator: ",").last.flatMap { Int($0) } }.reduce(0, +) == found)
    backfile("topics", "rename", "sea", "ocean")
    backfile("search", "topic:sea", code: 2)
    backfile("topics", "remove", "ocean")
    backfile("topics", "remove", "ocean", code: 1)
    backfile("topics", "add", "bad", "(ferry", code: 0)
    backfile("topics", "add", "bad2", "headlin:x", code: 2)
  }

  @Test func oneBrokenTopicDoesNotKeepOthersFromBeingCounted() {
    backfile("topics", "add", "sea", "ferry")
    backfile("topics", "add", "zoo", "ferry OR topic:sea")
    backfile("topics", "add", "other", "topic:nowhere", code: 2)
    let result = backfile("topics", "count", "--csv", code: 2)
    let counts = lines(result).dropFirst().map { $0.split(separator: ",").first ?? "" }
    #expect(counts == ["sea", "zoo"])
    #expect(result.errors.contains("“other” was not counted"))
    backfile("topics", "count", "sea", "zoo", "--csv")
    // What is wrong with the condition is said once.
    #expect(backfile("topics", "count", "--among", "topic:nowhere", code: 2).output.isEmpty)
  }

  @Test func topicsAreNamedByOthers() {
    backfile("topics", "add", "sea", "ferry")
    backfile("topics", "add", "work", "topic:sea strike")
    backfile("query", "save", "mine", "strike NOT topic:sea")
    #expect(backfile("topics", "remove", "sea", code: 1).errors.contains("“work”"))
    let renamed = backfile("topics", "rename", "Sea", "the coast").errors
    #expect(renamed.contains("“work”, “mine”"))
    backfile("search", "topic:work")
    backfile("query", "run", "mine")
    #expect(backfile("topics", "--csv").output.contains("topic:\"\"the coast\"\" strike"))
  }

  @Test func codebooksAreImported() {
    folder.file("book.yml", text: "WORK:\n  strikes: [strike*, 'pay talks']\n  other: [union*]\n")
    backfile("topics", "import", "book.yml")
    #expect(lines(backfile("topics", "list", "--csv")).count == 4)
    let all = lines(backfile("search", "topic:\"work\"", "--csv")).count
    #expect(all == lines(backfile("search", "strike* OR \"pay talks\" OR union*", "--csv")).count)
    // No topic names one that is not there, and none is left out.
    folder.file(
      "signs.yml",
      text:
        "SIGNS:\n  none: ['+++']\n  Some: [ferry]\n  some-2: [boat]\n  sóme: [strike]\n  SOME: [mill]\n"
    )
    backfile("topics", "import", "signs.yml", "--prefix", "p")
    let names = lines(backfile("topics", "count", "--csv")).dropFirst().map {
      String($0.prefix { $0 != "," })
    }
    #expect(
      names.filter { $0.hasPrefix("p.") } == [
        "p.signs", "p.signs.some", "p.signs.some-2", "p.signs.some-3", "p.signs.sóme",
      ])
    // As many as would be a day's work where each is looked for among all.
    let many = (0..<20_000).map { "topic\($0):\n  inside: [word\($0)]\n" }.joined()
    folder.file("many.yml", text: many)
    #expect(lines(backfile("topics", "import", "many.yml", "--dry-run", "--csv")).count == 40_001)
    folder.file("bad.yml", text: "WORK:\n\tstrikes: [a]\n")
    #expect(backfile("topics", "import", "bad.yml", code: 1).errors.contains("line 2"))
  }

  @Test func termsAreDiscovered() {
    let found = backfile("topics", "discover", "ferry", "--least", "2", "--csv")
    #expect(lines(found)[1].hasPrefix("ferry,word,"))
  }

  @Test func labelsAreLearntAndTold() {
    let lines = (0..<40).map { number in
      let (word, label) = number % 2 == 0 ? ("harbour quay", "sea") : ("furnace mill", "steel")
      return #"{"headline":"\#(word)","body":"the \#(word) \#(number)","labels":["\#(label)"]}"#
        + "\n"
    }
    folder.file("train.jsonl", text: lines[..<30].joined())
    folder.file("test.jsonl", text: lines[30...].joined())
    let result = backfile("topics", "evaluate", "train.jsonl", "test.jsonl", "--csv")
    #expect(result.output == "measure,value\naccuracy,1.0\nmicro_f1,1.0\nmacro_f1,1.0\n")
    folder.file("bad.jsonl", text: "{\"body\":\"x\"}\n")
    #expect(
      backfile("topics", "evaluate", "bad.jsonl", "test.jsonl", code: 1).errors.contains("line 1"))
  }

  @Test func aTagIsGivenLearntAndProposed() {
    var dump = ""
    for number in 0..<60 {
      let words = number % 2 == 0 ? "harbour quay tide crew" : "furnace mill alloy slag"
      dump +=
        #"{"title":"\#(words)","date":"2019-05-01","text":"The \#(words) of day \#(number)."}"#
        + "\n"
    }
    folder.file("more.jsonl", text: dump)
    backfile("import", "-q", "more.jsonl")
    backfile("tag", "add", "sea", "--query", "headline:tide words<100")
    #expect(backfile("tag", "list", "--csv").output.contains("sea,30,0,0"))
    backfile("topics", "apply", "sea", code: 1)
    #expect(backfile("topics", "train", "sea").output.contains("precision"))
    backfile("tag", "remove", "sea", "2019-05-01.1", "2019-05-01.3")
    let proposed = backfile("topics", "apply", "sea", "--csv", "--tag")
    #expect(proposed.output.contains("2019-05-01.1,") && !proposed.output.contains("furnace"))
    #expect(backfile("tag", "list", "2019-05-01.1", "--csv").output.contains("classifier"))
    backfile("tag", "reject", "sea", "2019-05-01.1")
    #expect(!backfile("search", "tag:sea", "--csv", "-n", "0").output.contains("2019-05-01.1,"))
    backfile("tag", "remove", "sea", "--all")
    backfile("search", "tag:sea", code: 2)
    backfile("tag", "add", "sea", "2019-05-01.9999", code: 1)
  }

  @Test func notesAreKept() {
    backfile("note", "add", "2019-03-04.1", "from", "the union's survey")
    #expect(
      backfile("note", "list", "2019-03-04.1", "--csv").output.contains("from the union's survey"))
    #expect(backfile("show", "2019-03-04.1").output.contains("from the union's survey"))
    backfile("note", "remove", "1")
    #expect(lines(backfile("note", "list", "--csv")).count == 1)
    backfile("note", "add", "undated.99", "x", code: 1)
  }

  @Test func savedQueriesTellWhatIsNew() {
    backfile("query", "save", "boats", "ferry")
    #expect(backfile("query", "list", "--csv").output.contains("boats,ferry,"))
    #expect(lines(backfile("query", "run", "boats", "--csv")).count > 1)
    #expect(lines(backfile("query", "run", "boats", "--since-last", "--csv")).count == 1)
    folder.file(
      "new.jsonl",
      text: #"{"title":"Ferry sails","date":"2001-01-01","text":"The ferry left."}"# + "\n")
    backfile("import", "-q", "new.jsonl")
    let new = backfile("query", "run", "boats", "--since-last", "--csv")
    #expect(lines(new).count == 2 && new.output.contains("Ferry sails"))
    backfile("query", "remove", "boats")
    backfile("query", "run", "boats", code: 1)
  }

  @Test func whatWasNotListedIsNewTheNextTime() {
    let all = lines(backfile("search", "ferry", "--csv")).count - 1
    #expect(all > 1)
    backfile("query", "save", "boats", "ferry")
    #expect(backfile("query", "run", "boats", "-n", "1").errors.contains("1 of \(all) were listed"))
    backfile("query", "run", "boats", "--since-last", "-n", "1", "--csv")
    backfile("query", "run", "boats", "--since-last", "--offset", "1", "--csv")
    #expect(!backfile("query", "list", "--csv").output.contains("Z,"))
    #expect(lines(backfile("query", "run", "boats", "--since-last", "--csv")).count == all + 1)
    #expect(lines(backfile("query", "run", "boats", "--since-last", "--csv")).count == 1)
    // An output that cannot be written shows nothing to anybody.
    backfile("query", "save", "boats", "ferry", "--replace")
    backfile("query", "run", "boats", "--csv", "-o", "/dev/full", code: 1)
    #expect(lines(backfile("query", "run", "boats", "--since-last", "--csv")).count == all + 1)
  }

  @Test func articlesAreCited() {
    #expect(
      backfile("cite", "2019-03-04.1").output.hasPrefix("TY  - NEWS\r\nID  - 2019-03-04.1\r\n"))
    let all = backfile("cite", "--query", "ferry", "--format", "csl").output
    #expect(all.hasPrefix("[\n{\"id\":") && all.hasSuffix("}\n]\n"))
    #expect(backfile("cite", "--query", "ferry", "--format", "bibtex").output.contains("@article{"))
    // An article that is not there leaves the file as it was.
    folder.file("old.ris", text: "old\n")
    for ids in [["2019-03-04.1", "2019-03-04.99"], ["2019-03-04.99"], ["nonsense"]] {
      let result = Backfile.run(["cite"] + ids + ["-o", "old.ris"], in: folder)
      #expect(result.code != 0)
      #expect(bytes(ofFile: folder.path + "/old.ris") == Array("old\n".utf8))
    }
    backfile("cite", code: 2)
    backfile("cite", "nonsense", code: 2)
  }

  @Test func sqlIsAnsweredAndHarmless() {
    let result = backfile("sql", "SELECT count(*) AS articles FROM article", "--csv")
    #expect(result.output == "articles\n19\n")
    #expect(
      backfile("sql", "-", "--jsonl", input: "SELECT 'a' AS x, NULL AS y").output
        == "{\"x\":\"a\",\"y\":null}\n")
    #expect(backfile("sql", "DELETE FROM source", code: 2).errors.contains("only read"))
    #expect(backfile("sql", "ATTACH 'other.db' AS o", code: 2).output.isEmpty)
    #expect(backfile("sql", "SELECT x FROM nowhere", code: 2).errors.contains("nowhere"))
    #expect(backfile("sql", "SELECT 1 AS x -- one\n; -- done", "--csv").output == "x\n1\n")
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    #expect(backfile("sql", endless, "--timeout", "0.2", code: 124).errors.contains("--timeout"))
    // A function is one step to SQLite, and does not look at the clock.
    let oneStep = "SELECT instr(hex(zeroblob(40000000)), hex(zeroblob(2000000)) || '1')"
    #expect(backfile("sql", oneStep, "--timeout", "0.2", code: 124).errors.contains("--timeout"))
    #expect(backfile("sql", "SELECT length(hex(zeroblob(250000000)))", code: 2).output.isEmpty)
  }

  @Test func copiesAreListedFoldedAndToldApart() {
    let text =
      String(
        repeating: "The harbour of Wexley closed its third quay after the storm on Friday. ",
        count: 1)
      + "Nobody was hurt when a crane fell into the basin, the port said, but two barges sank and the "
      + "night ferry to Norland will not sail before the middle of next week, which the line regrets."
    for (source, date) in [
      ("Herald", "2018-01-01"), ("Post", "2018-01-02"), ("Echo", "2018-01-02"),
    ] {
      folder.file(
        "\(source).jsonl",
        text: #"{"title":"Storm","source":"\#(source)","date":"\#(date)","text":"\#(text)"}"# + "\n"
      )
      backfile("import", "-q", "\(source).jsonl")
    }
    let list = lines(backfile("duplicates", "--csv"))
    #expect(list.contains { $0.hasPrefix("1,original,2018-01-01.1,") })
    #expect(list.filter { $0.contains(",copy,2018-01-02") }.count == 2)
    let pairs = lines(backfile("duplicates", "--pairs", "storm"))
    #expect(pairs.count == 4 && pairs[1].hasPrefix("2018-01-01.1\t2018-01-02.1\t1.0"))
    #expect(backfile("duplicates", "--diff", "barges").output.contains("100%"))
    #expect(backfile("search", "barges", "--fold").output.contains("+2 copies"))
    #expect(backfile("search", "barges", "--fold").output.contains("1 text in 3 articles"))
    #expect(lines(backfile("search", "barges is:original", "--csv")).count == 2)
    #expect(
      backfile("duplicates", "update", "--anew").output.contains("2 of the archive's articles"))
    backfile("search", "is:copied", code: 2)
  }
}
