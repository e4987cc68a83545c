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
    for table in ["articles", "quotes", "kwic", "counts", "codebook"] {
      #expect(text.contains(table))
    }
    #expect(backfile("export", "--replay", audience).code == 0)
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
