import TestSupport
import Testing

/// What an import says that it has read.
struct ImportReportTests {
  private let folder = TemporaryFolder()

  private let dump = """
    {"title":"One","source":"Skerry Post","date":"2019-03-04","text":"The harbour board met on Tuesday and agreed that the north quay needs a new roof before the winter comes."}
    {"title":"Two","source":"Skerry Post","text":"The ferry was late."}
    {"title":"Three","source":"Wexley Herald","date":"2020","text":"The cafÃ© on the quay was full when the ferry came in, and its owner was glad that the cafÃ© had a roof."}
    {"title":"Four"}

    """

  @Test func oddArticlesAreCountedAndListed() {
    folder.file("dump.jsonl", text: dump)
    let result = Backfile.run(["import", "--report", "report.csv", "dump.jsonl"], in: folder)
    #expect(result.code == 3)
    #expect(result.errors.contains("1 file (jsonl), 2 sources, 2019–2020"))
    #expect(
      result.errors.contains(
        "odd: no date 1, very short 1, suspected wrong encoding 1; --report FILE lists them"))
    let report = String(
      decoding: bytes(ofFile: folder.path + "/report.csv"), as: UTF8.self
    ).replacing("\r", with: "").split(separator: "\n")
    for row in [
      "by,name,articles,rejected,file,record,headline", "file,dump.jsonl,3,1,,,",
      "format,jsonl,3,1,,,", "source,Skerry Post,2,0,,,", "source,Wexley Herald,1,0,,,",
      #"year,"",1,0,,,"#, "year,2020,1,0,,,", "odd,no date,1,,,,", "odd,no date,,,dump.jsonl,2,Two",
      "odd,very short,,,dump.jsonl,2,Two",
      "odd,suspected wrong encoding,,,dump.jsonl,3,Three",
    ] {
      #expect(report.contains { $0 == row }, "\(row)")
    }
  }
}
