import TestSupport
import Testing

struct CommandTests {
  let folder = TemporaryFolder()

  private func backfile(_ arguments: String..., input: String = "") -> ProcessResult {
    Backfile.run(arguments, in: folder, input: input)
  }

  private func importSample() {
    #expect(backfile("import", "-q", Evaluation.packageRoot + "/SampleData").code == 0)
  }

  @Test func theSampleIsImportedFoundAndExported() {
    importSample()
    let search = backfile("search", "tariff*", "w/5", "steel", "--jsonl")
    #expect(search.output.contains("Norland threatens tariffs on Wexley steel"))
    let quotes = backfile("quotes", "--speaker", "Solvang", "--csv")
    #expect(quotes.output.contains("We have been patient for two years"))
    let export = backfile("export", "strike", "-o", "out")
    #expect(export.code == 0, "\(export.errors)")
    let articles = String(decoding: bytes(ofFile: folder.path + "/out/articles.csv"), as: UTF8.self)
    #expect(articles.hasPrefix("id,date,date_origin,source,headline,"))
    #expect(articles.contains("Dunmore elected to national union board"))
  }

  @Test func whatIsFoundIsSetOffOnceAndNotWordByWord() {
    importSample()
    let quotes = backfile("quotes", "--speaker", "Dunmore")
    #expect(quotes.output.contains("»First the ferries, now the furnaces,«"))
  }

  @Test func theTotalIsExactAndTheLimitIsSaid() {
    importSample()
    #expect(backfile("search", "-n", "2").output.contains("1–2 of 19 articles"))
    #expect(backfile("search", "nothinglikethis").output.contains("no articles"))
    #expect(backfile("search", "nothinglikethis").code == 0)
  }

  @Test(arguments: [
    (["search", "(a OR"], 2), (["search", "headlin:x"], 2), (["serch"], 2),
    (["search", "--nosuch"], 2),
    (["show", "nonsense"], 2), (["show", "2019-01-01.99"], 1), (["--version"], 0), (["--help"], 0),
    (["search", "--help"], 0), (["import"], 2), (["search", "x", "--sort", "bad"], 2),
  ])
  func exitCodesAreThoseOfTheGuide(arguments: [String], code: Int) {
    importSample()
    let result = Backfile.run(arguments, in: folder)
    #expect(result.code == Int32(code), "\(result.output)\(result.errors)")
    if code != 0 { #expect(!result.errors.isEmpty && result.output.isEmpty) }
  }

  @Test func aSyntaxErrorPointsAtItsPlace() {
    importSample()
    let result = backfile("search", "headlin:x")
    #expect(result.errors.contains("  headlin:x\n  ^"))
    #expect(result.errors.contains("try: headline:"))
  }

  @Test func missingForeignAndBrokenArchivesHaveTheirOwnCodes() {
    #expect(backfile("search", "x").code == 10)
    folder.file("other.db", text: String(repeating: "something else ", count: 20))
    #expect(backfile("-a", "other.db", "search", "x").code == 11)
    #expect(backfile("search", "-a", "other.db", "x").code == 11)
  }

  @Test func rejectsAreToldKeptAndWritten() {
    let dump = folder.file(
      "d.jsonl",
      text: #"{"title":"A","text":"One harbour."}"# + "\n{broken\n"
        + #"{"title":"C"}"# + "\n" + #"{"title":"D","text":"Two harbours."}"# + "\n")
    let result = backfile("import", dump, "--rejects", "rejects.jsonl")
    #expect(result.code == 3)
    #expect(result.output.contains("read 4 = 2 new + 0 duplicates + 0 updated + 2 rejected"))
    #expect(result.errors.contains("d.jsonl, record 2"))
    let rejects = String(decoding: bytes(ofFile: folder.path + "/rejects.jsonl"), as: UTF8.self)
    #expect(rejects.split(separator: "\n").count == 2)
    #expect(rejects.contains("{broken"))
  }

  @Test func fieldsAreMappedAndConstantsSet() {
    let dump = folder.file("d.csv", text: "Titel;Inhalt;Tag\nHafen;Der Hafen ist zu.;03/04/2019\n")
    let result = backfile(
      "import", dump, "--map", "headline=Titel", "--map", "text=Inhalt", "--map", "date=Tag",
      "--date-order", "day-first", "--source", "Die Probe", "--language", "de")
    #expect(result.code == 0, "\(result.errors)")
    let hit = backfile("search", "hafen", "--jsonl").output
    #expect(hit.contains(#""headline":"Hafen""#))
    #expect(hit.contains(#""date":"2019-04-03""#))
    #expect(hit.contains(#""source":"Die Probe""#))
    #expect(hit.contains(#""language":"de""#))
  }

  @Test func standardInputIsImported() {
    let result = backfile("import", "-", input: #"{"title":"A","text":"One harbour."}"# + "\n")
    #expect(result.output.contains("read 1 = 1 new"))
  }

  @Test func aDryRunWritesNothing() {
    let dump = folder.file("d.jsonl", text: #"{"title":"A","text":"One harbour."}"# + "\n")
    let result = backfile("import", "--dry-run", dump)
    #expect(result.output.contains("headline     A"))
    #expect(bytes(ofFile: folder.path + "/archive.backfile").isEmpty)
  }

  @Test func hostileTextNeverReachesATerminalRaw() {
    let dump = folder.file(
      "d.jsonl",
      text: #"{"title":"A\u001b[31mred\u202e","text":"One \u001b]0;x\u0007harbour."}"# + "\n")
    #expect(backfile("import", dump).code == 0)
    for arguments in [
      ["search", "harbour"], ["show", "undated.1"], ["search", "harbour", "--table"],
      ["kwic", "harbour OR red"], ["kwic", "harbour", "--table"], ["facets", "harbour"],
      ["count", "harbour OR \u{1B}[31mred\u{202E}", "--chart"],
      ["collocates", "harbour", "--min", "1"],
    ] {
      let output = Backfile.run(arguments, in: folder).output
      #expect(!output.utf8.contains(0x1B) && !output.unicodeScalars.contains("\u{202E}"))
    }
    #expect(backfile("search", "harbour", "--jsonl").output.contains("\\u001b[31mred"))
  }

  @Test func theImportedTextComesBack() {
    let text =
      "One harbour.\r\n\r\n\r\n  Two.\tThree\n\nSign up for our newsletter today to get the news.\n"
    folder.file("a.txt", text: "A headline of some words\n" + text)
    #expect(backfile("import", "a.txt").code == 0)
    #expect(backfile("show", "undated.1", "--layer", "raw").output == text)
  }

  @Test func aClosedPipeIsQuiet() {
    importSample()
    let result = run(
      ["sh", "-c", "\(Backfile.path) search --csv | head -1"],
      environment: ["BACKFILE_ARCHIVE": folder.path + "/archive.backfile"])
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    "import", "search", "quotes", "speakers", "boilerplate", "show", "stats", "sources", "export",
    "check", "reindex", "kwic", "count", "facets", "collocates", "keyness", "serve",
  ])
  func everyCommandExplainsItself(command: String) {
    let help = backfile(command, "--help")
    #expect(help.code == 0 && help.output.contains("OVERVIEW:"))
  }

  @Test(arguments: [
    "UPDATE article_body SET body = 'another text' WHERE arrival = 1",
    "DELETE FROM speaker_quote WHERE speaker_id = (SELECT min(speaker_id) FROM speaker_quote)",
    "DELETE FROM quote_record WHERE speaker_id IS NOT NULL",
    "UPDATE import_run SET added = added - 1",
  ])
  func checkFindsDamage(damage: String) {
    importSample()
    #expect(backfile("check").output.contains("the archive is sound"))
    let damage = run(["sqlite3", folder.path + "/archive.backfile", damage])
    #expect(damage.code == 0, "\(damage.errors)")
    let check = backfile("check")
    #expect(check.code == 4)
    #expect(check.output.contains("DAMAGED"))
  }
}
