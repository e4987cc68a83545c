import TestSupport
import Testing

/// Kills, backups and damage, as whoever types commands meets them.
struct SafetyTests {
  let folder = TemporaryFolder()

  private func backfile(_ arguments: String..., input: String = "") -> ProcessResult {
    Backfile.run(arguments, in: folder, input: input)
  }

  private func shell(_ script: String) -> ProcessResult {
    run(
      ["sh", "-c", script, Backfile.path], environment: ["BACKFILE_ARCHIVE": "archive.backfile"],
      folder: folder.path)
  }

  private func writeDump(articles: Int) {
    var dump = ""
    for number in 0..<articles {
      let word = "story\(number * number)"
      let text = (0..<40).map { "\(word) \($0) of the harbour at \(number)" }.joined(
        separator: ", ")
      dump +=
        #"{"title":"\#(word)","source":"S\#(number)","date":"2019-03-04","text":"\#(text)."}"#
        + "\n"
    }
    folder.file("dump.jsonl", text: dump)
  }

  @Test(arguments: [1, 2, 4])
  func whatIsSaidToBeSavedSurvivesAKill(after lines: Int) {
    writeDump(articles: 600)
    // Killed as soon as it has said so often that something is saved.
    let killed = shell(
      """
      "$0" import --save-every 50 dump.jsonl > said & import=$!
      while [ $(wc -l < said) -lt \(lines) ] && ! grep -q ^read said; do :; done
      kill -9 $import; wait $import; grep saved said | tail -1
      """)
    let said = killed.output.split(whereSeparator: \.isNewline).last?.dropFirst(6)
    let saved = said.flatMap { Int($0) } ?? 0
    #expect(saved >= 50 * lines)
    let check = backfile("check", "--data", "-q")
    #expect(check.code == 0, "\(check.output)")
    let count = backfile("sql", "SELECT count(*) FROM article", "--csv").output
    #expect((Int(count.split(whereSeparator: \.isNewline).last ?? "") ?? 0) >= saved)
    #expect(backfile("import", "-q", "dump.jsonl").code == 0)
    #expect(backfile("import", "dump.jsonl").output.contains("0 new + 600 duplicates"))
    #expect(backfile("check", "--data", "-q").code == 0)
  }

  @Test func aBackupIsRestored() {
    #expect(backfile("import", "-q", Evaluation.packageRoot + "/SampleData").code == 0)
    #expect(backfile("backup", "b.backfile").code == 0)
    #expect(backfile("backup", "b.backfile").errors.contains("--replace"))
    #expect(backfile("import", "-q", "-", input: #"{"title":"More","text":"And more."}"#).code == 0)
    #expect(backfile("restore", "b.backfile").code == 1)
    let restored = backfile("restore", "b.backfile", "--replace")
    #expect(restored.errors.contains("archive.backfile.before-1"))
    let count = ["sql", "SELECT count(*) FROM article", "--csv"]
    let (now, former) = (
      Backfile.run(count, in: folder),
      Backfile.run(count + ["-a", "archive.backfile.before-1"], in: folder)
    )
    #expect(now.output.contains("19") && former.output.contains("20"))
    #expect(backfile("backup", "-a", "none", "x").code == 10)
  }

  @Test func aDamagedArchiveIsRepaired() {
    #expect(backfile("import", "-q", Evaluation.packageRoot + "/SampleData").code == 0)
    #expect(backfile("check").code == 0)
    _ = run(["sqlite3", "archive.backfile", "PRAGMA journal_mode = DELETE"], folder: folder.path)
    let file = bytes(ofFile: folder.path + "/archive.backfile")
    // The last page is one of an index or of texts.
    folder.file("archive.backfile", file.dropLast(1 << 15) + [UInt8](repeating: 7, count: 1 << 15))
    let check = backfile("check")
    #expect(check.code == 4 && check.output.contains("DAMAGED"))
    let repair = backfile("repair", "--replace")
    #expect(repair.code == 0 || repair.code == 3)
    #expect(repair.errors.contains("archive.backfile.before-1"))
    #expect(backfile("check").code == 0)
    #expect(backfile("repair", "-o", "archive.backfile").errors.contains("there already"))
  }

  @Test func whatATerminalWouldObeyIsShown() {
    let text = #"{"title":"a\u001b[31mb\u202ec\u009b1m\u007f","text":"Ferry."}"#
    #expect(backfile("import", "-q", "-", input: text).code == 0)
    let shown = backfile("search").output
    #expect(shown.contains(#"a\u{1b}[31mb\u{202e}c\u{9b}1m\u{7f}"#))
  }

  @Test func namesThatAreNoTextAreReadAndShown() {
    let made = shell(
      #"""
      mkdir dumps; cp /dev/null dumps/b.jsonl
      echo '{"title":"One","text":"Ferry."}' > "dumps/$(printf 'a\377.jsonl')"
      "$0" import "dumps/$(printf 'a\377.jsonl')" || exit
      echo '{"title":"Two","text":"Harbour."}' > "dumps/$(printf 'a\376.jsonl')"
      rm dumps/b.jsonl; "$0" import -q dumps
      """#)
    #expect(made.code == 0, "\(made.errors)")
    // Two names that are repaired to the same are not told apart on the command line, but in a folder.
    let paths = backfile("sql", "SELECT path FROM import_file ORDER BY path", "--csv").output
    #expect(paths.contains(#"a\xFE.jsonl"#) && paths.contains(#"a\xFF.jsonl"#))
    #expect(backfile("search").output.contains("2 articles"))
  }

  @Test func archivesAreNoDumps() {
    writeDump(articles: 3)
    #expect(backfile("import", "-q", ".").code == 0)
    // The archive lies in the folder now. To open and close it would give up its locks.
    let again = backfile("import", ".")
    #expect(again.code == 0 && again.output.contains("0 rejected"), "\(again.errors)")
    let named = backfile("import", "archive.backfile")
    #expect(named.code == 1 && named.errors.contains("is the archive that is written into"))
    #expect(backfile("backup", "other.backfile").code == 0)
    let other = backfile("import", ".")
    #expect(other.code == 3 && other.errors.contains("other.backfile: is an archive of Backfile"))
    #expect(backfile("search").output.contains("3 articles"))
  }

  @Test func closedStreamsAreNoPlaceForMessages() {
    writeDump(articles: 3)
    #expect(shell(#""$0" import dump.jsonl <&- >&- 2>&-"#).code == 0)
    #expect(backfile("check", "-q").code == 0)
    #expect(shell(#""$0" search --csv -o out.csv 2>&-"#).code == 0)
    let table = String(decoding: bytes(ofFile: folder.path + "/out.csv"), as: UTF8.self)
    #expect(table.hasPrefix("id,date"))
  }

  @Test func aPipeIsReadThatSomebodyWritesInto() {
    let result = shell(
      #"""
      mkfifo pipe; (sleep 0.2; echo '{"title":"One","text":"Ferry."}' > pipe) &
      "$0" import pipe
      """#)
    #expect(result.output.contains("1 new"))
  }
}
