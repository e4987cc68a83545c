import TestSupport
import Testing

/// Exports, and what becomes of them when they are made again.
struct ExportTests {
  private let folder = TemporaryFolder()

  init() { importFile("wexley-herald.jsonl") }

  private func backfile(_ arguments: String...) -> ProcessResult {
    Backfile.run(arguments, in: folder)
  }

  private func importFile(_ name: String) {
    let result = backfile("import", "-q", Evaluation.packageRoot + "/SampleData/" + name)
    #expect(result.code == 0, "\(result.errors)")
  }

  private func content(_ file: String) -> String {
    String(decoding: bytes(ofFile: folder.path + "/" + file), as: UTF8.self)
  }

  private func columns(_ file: String) -> [Substring] {
    content(file).prefix { !$0.isNewline }.split(separator: ",")
  }

  @Test func anExportIsReproducedOrSaysWhatChanged() {
    #expect(backfile("export", "strike OR ferr*", "-o", "out", "-q", "--network", "gexf").code == 0)
    let same = backfile("export", "--replay", "out")
    #expect(same.code == 0 && same.output.hasPrefix("identical: all 8 files"))
    #expect(backfile("export", "--replay", "out/datapackage.json").output == same.output)
    importFile("northport-observer.csv")
    _ = run([
      "sqlite3", folder.path + "/archive.backfile",
      """
      UPDATE article_record SET author = 'Someone Else'
      WHERE id = (SELECT min(id) FROM article_record)
      """,
    ])
    let changed = backfile("export", "--replay", "out")
    #expect(changed.code == 1)
    #expect(changed.output.contains("changed  articles.csv\n"))
    #expect(changed.output.contains("articles that came: "))
    #expect(changed.output.contains("articles that went: 0\n"))
    #expect(changed.output.contains("articles that changed: 1  2019-03-04.1"))
    #expect(changed.output.contains("then: archive ") && changed.output.contains("now:  archive "))
    folder.file("out/quotes.csv", text: "edited\n")
    #expect(
      backfile("export", "--replay", "out").output.contains("edited since the export: quotes.csv"))
  }

  private func files(_ name: String) -> [String] {
    run(["ls", "-A", folder.path + "/" + name]).output.split(separator: "\n").map(String.init)
  }

  @Test func anExportLeavesNothingOfTheOneBefore() {
    #expect(
      backfile("export", "-o", "out", "-q", "--for", "r", "--network", "gexf").code == 0)
    folder.file("out/notes.txt", text: "mine\n")
    #expect(files("out").contains("read.R") && files("out").contains("network.gexf"))
    #expect(backfile("export", "ferry", "-o", "out", "-q", "--for", "python").code == 0)
    #expect(
      files("out") == [
        "articles.csv", "boilerplate.csv", "codebook.csv", "counts.csv", "datapackage.json",
        "kwic.csv", "notes.txt", "quotes.csv", "read_tables.py", "speakers.csv",
      ])
    #expect(content("out/notes.txt") == "mine\n")
    // What somebody has edited is not the export's any more.
    folder.file("out/read_tables.py", text: "mine\n")
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    #expect(content("out/read_tables.py") == "mine\n")
    // A record cannot have other files removed.
    folder.file("out/keep.txt", text: "")
    folder.file("out/sub/keep.txt", text: "")
    let sum = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    folder.file(
      "out/datapackage.json",
      text: """
        {"backfile": {"query": "x", "reading": "x"}, "resources": [
        {"path": "../out/keep.txt", "hash": "\(sum)"}, {"path": "sub/keep.txt", "hash": "\(sum)"}]}
        """)
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    #expect(files("out").contains("keep.txt") && files("out/sub") == ["keep.txt"])
  }

  /// What is there stays together: the tables and the record of one export.
  @Test func anExportThatFailsLeavesTheOneBefore() {
    #expect(backfile("export", "-o", "out", "-q").code == 0)
    let before = files("out").map { content("out/" + $0) }
    let names = files("out")
    let stopped = backfile("export", "strike OR ferr*", "-o", "out", "-q", "--timeout", "0.000001")
    #expect(stopped.code == 124, "\(stopped.errors)")
    #expect(files("out") == names && names.map { content("out/" + $0) } == before)
    // One that nothing was before leaves nothing.
    let new = backfile("export", "strike OR ferr*", "-o", "new", "-q", "--timeout", "0.000001")
    #expect(new.code == 124 && !files(".").contains("new"))
  }

  /// A folder in the place of a file is noticed before a file of the export before is touched.
  @Test func whatIsInTheWayIsNotHalfReplaced() {
    #expect(backfile("export", "-o", "out", "-q").code == 0)
    let before = content("out/articles.csv")
    folder.file("out/read.R/mine.txt", text: "mine\n")
    let result = backfile("export", "ferry", "-o", "out", "-q", "--for", "r")
    #expect(result.code == 1 && result.errors.contains("read.R"), "\(result.errors)")
    #expect(content("out/articles.csv") == before && !files("out").contains(".partial"))
    #expect(backfile("export", "--replay", "out").code == 0)
  }

  /// What a killed export has left is put away; a link in its place is not followed.
  @Test func whatAKilledExportLeftIsPutAway() {
    folder.file("out/.partial/articles.csv", text: "half")
    #expect(files("out") == [".partial"])
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    folder.file("other/mine.txt", text: "mine\n")
    _ = run(["ln", "-s", "../other", folder.path + "/out/.partial"])
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    #expect(!files("out").contains(".partial") && files("other") == ["mine.txt"])
  }

  @Test func aFileThatIsMissingIsSaid() {
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    _ = run(["rm", folder.path + "/out/quotes.csv"])
    let replay = backfile("export", "--replay", "out")
    #expect(replay.output.contains("missing in the folder: quotes.csv"))
    #expect(!replay.output.contains("edited"))
    let quiet = backfile("export", "--replay", "out", "-q")
    #expect(quiet.code == replay.code && quiet.output.isEmpty)
  }

  @Test func aRecordMayNameAnyWidth() {
    #expect(backfile("export", "ferry", "-o", "out", "-q").code == 0)
    folder.file(
      "out/datapackage.json",
      text: content("out/datapackage.json").replacing(
        "\"width\": 10", with: "\"width\": 9223372036854775807"))
    let replay = backfile("export", "--replay", "out")
    #expect(replay.code == 1 && replay.output.contains("changed  kwic.csv"), "\(replay.errors)")
  }

  /// All words of all sources are all words, whether the query has words or not.
  @Test(arguments: ["", "date:2010..2030", "ferry OR date:2010..2030"])
  func countsSayHowMuchThereIs(query: String) {
    importFile("northport-observer.csv")
    #expect(backfile("export", query, "-o", "out", "-q").code == 0)
    let rows = content("out/counts.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let all = backfile("count", "", "--per", "words", "--csv").output
      .split(separator: "\n").last?.split(separator: ",", omittingEmptySubsequences: false)
    let words = rows.filter { $0[0] == "source" }.compactMap { Int($0[6]) }
    #expect(words.reduce(0, +) == all.flatMap { Int($0[2]) } && words.count > 1)
    #expect(words.allSatisfy { $0 > 0 })
    for row in rows.dropFirst() where row[3] != "0" { #expect(!row[7].isEmpty) }
  }

  @Test func aRecordThatIsNoneIsSaid() {
    folder.file("bad/datapackage.json", text: "{\"name\": \"other\"}")
    folder.file("worse/datapackage.json", text: "[")
    for name in ["bad", "worse", "nowhere"] {
      let result = backfile("export", "--replay", name)
      #expect(result.code == 1 && result.errors.contains("datapackage.json"))
    }
  }

  @Test func textsCanBeLeftOut() {
    #expect(backfile("export", "ferr*", "-o", "out", "-q", "--no-text").code == 0)
    let all = ["articles", "quotes", "boilerplate", "kwic"].map { content("out/\($0).csv") }
    #expect(columns("out/articles.csv").contains("sha256"))
    #expect(!columns("out/articles.csv").contains("body"))
    #expect(!columns("out/quotes.csv").contains("text"))
    #expect(columns("out/kwic.csv") == ["id", "date", "source", "headline", "part", "offset"])
    #expect(all.allSatisfy { !$0.contains("Nobody here wanted") })
    #expect(backfile("export", "--replay", "out").code == 0)
  }

  @Test(arguments: ["r", "python", "stata", "quanteda"])
  func machinePresetsAlterNothing(audience: String) {
    #expect(backfile("export", "-o", "any", "-q").code == 0)
    #expect(backfile("export", "-o", audience, "-q", "--for", audience).code == 0)
    for table in ["quotes", "boilerplate", "speakers", "kwic", "counts"] {
      #expect(content("any/\(table).csv") == content("\(audience)/\(table).csv"))
    }
    if audience == "quanteda" {
      #expect(columns("quanteda/articles.csv").prefix(3) == ["doc_id", "text", "date"])
    } else {
      #expect(content("any/articles.csv") == content("\(audience)/articles.csv"))
    }
    let script = ["r": "read.R", "python": "read_tables.py", "stata": "read.do"][audience]
    let text = content("\(audience)/\(script ?? "read.R")")
    // As floats, Stata's own default, numbers of seven digits would lose some.
    if audience == "stata" { #expect(text.contains(" asdouble ")) }
    for table in ["articles", "quotes", "kwic", "counts", "codebook"] {
      #expect(text.contains(table))
    }
    #expect(backfile("export", "--replay", audience).code == 0)
  }

  /// A corpus is of texts: where they are left out, nothing asks for them.
  @Test func withoutTextsThereIsNoCorpus() {
    #expect(backfile("export", "-o", "out", "-q", "--for", "quanteda", "--no-text").code == 0)
    #expect(columns("out/articles.csv").first == "doc_id")
    #expect(!content("out/read.R").contains("corpus("))
  }

  @Test func theCodebookHasEveryColumn() {
    #expect(backfile("export", "ferr*", "-o", "out", "-q", "--for", "excel").code == 0)
    let codebook = content("out/codebook.csv")
    for table in ["articles", "quotes", "boilerplate", "speakers", "kwic", "counts"] {
      let names = columns("out/\(table).csv").map { $0.filter { $0 != "\u{FEFF}" } }
      #expect(names.last == "cut_columns")
      for name in names {
        #expect(codebook.contains("\(table),\(name),"))
        // Stata's limit.
        #expect(name.utf8.count <= 32)
      }
    }
  }

  /// Every cell with naughty strings in it, read by pandas, R, sqlite3, LibreOffice: those that are here.
  @Test func otherProgramsReadWhatTheArchiveHas() {
    let root = Evaluation.packageRoot
    let own = root + "/.build/tools/bin/python3"
    let python = bytes(ofFile: own).isEmpty ? "python3" : own
    let more = Evaluation.path("eval/bad-inputs/blns/dev.json").map { [$0] } ?? []
    let result = run([python, root + "/Tests/Interoperability/read-back.py", Backfile.path] + more)
    print(result.output)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
  }
}
