import TestSupport
import Testing

/// What is missing or odd, and what was imported, on the command line.
struct HealthTests {
  private let folder = TemporaryFolder()

  private func backfile(_ arguments: String...) -> ProcessResult {
    Backfile.run(arguments, in: folder)
  }

  init() {
    let dump = """
      {"title":"One","source":"Coast Post","date":"2019-01-09","text":"“We sail,” said Anna Berg."}
      {"title":"Two","source":"Coast Post","date":"2019-04-09","text":"The ferry sailed again."}
      {"source":"Coast Post","date":"2019-03-09"}

      """
    // A record without a text is rejected: status 3.
    #expect(backfile("import", folder.file("a.jsonl", text: dump)).code == 3)
  }

  @Test func gapsAreListed() {
    let health = backfile("sources", "--health", "--csv").output
    #expect(health.contains("Coast Post,2,2019-01-09,2019-04-09,4,2,1,0,2,0,"))
    let findings = backfile("sources", "Coast Post", "--csv").output
    #expect(findings.hasPrefix("source,finding,value,number\nCoast Post,gap,2019-02..2019-03,2\n"))
    #expect(backfile("sources", "Nowhere").code == 1)
  }

  @Test func importsAndRejectsAreListed() {
    #expect(backfile("imports", "--csv").output.contains(",3,2,0,0,1,1,0,"))
    #expect(backfile("imports", "files", "1", "--csv").output.contains("jsonl,3,1,yes,"))
    let rejects = backfile("imports", "rejects", "1", "--csv").output
    #expect(rejects.hasPrefix("file,record,line,reason,excerpt\n"))
    #expect(rejects.contains(",3,3,"))
    let reasons = backfile("imports", "rejects", "1", "--reasons", "--csv").output
    #expect(reasons.hasPrefix("reason,records\n") && reasons.hasSuffix(",1\n"))
    #expect(backfile("imports", "rejects", "2").code == 1)
  }

  @Test func aSpeakerIsCounted() {
    let counts = backfile("speakers", "show", "Anna Berg", "--csv").output
    #expect(counts.hasPrefix("field,value,quotes\nall,Anna Berg,1\nkind,direct,1\ncue,said,1\n"))
    #expect(backfile("speakers", "show", "Nobody").code == 1)
  }
}
