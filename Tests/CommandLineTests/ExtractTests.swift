import TestSupport
import Testing

struct ExtractTests {
  private let folder = TemporaryFolder()

  private func extract(_ arguments: String..., input: String) -> ProcessResult {
    Backfile.run(["extract", "--quotes"] + arguments, in: folder, input: input)
  }

  @Test func aQuoteHasItsPlaceInCodePoints() {
    let result = extract(input: #"{"id":7,"text":"Ähm – “Nö,” said Ann Lee."}"# + "\n")
    #expect(result.code == 0)
    #expect(
      result.output == #"{"id":7,"quotes":[{"start":7,"end":10,"text":"Nö,","kind":"direct","#
        + #""speaker_text":"Ann Lee","speaker_start":17,"speaker_end":24,"#
        + #""speaker_resolved":"Ann Lee","speaker_kind":"person","cue":"said","#
        + #""rule":"after-quote","confidence":0.96}]}"# + "\n")
  }

  @Test func severalSpeakersAreKeptEachWithItsPlace() {
    let result = extract(
      input: #"{"id":7,"text":"Ann Lee came. “No,” Lee and Tom Reyes said."}"# + "\n")
    #expect(
      result.output.contains(
        #""speaker_text":"Lee","speaker_start":20,"speaker_end":23,"speaker_resolved":"Ann Lee","#))
    #expect(
      result.output.contains(
        #""co_speakers":[{"speaker_text":"Tom Reyes","speaker_start":28,"speaker_end":37,"#
          + #""speaker_resolved":"Tom Reyes","speaker_kind":"person"}]"#))
  }

  @Test func withoutAModeItSaysWhichThereAre() {
    let result = Backfile.run(["extract"], in: folder)
    #expect(result.code == 2)
    #expect(result.errors.contains("--quotes"))
    #expect(result.errors.contains("--pages"))
  }

  @Test func aBadLineIsAnErrorRecordInItsPlace() {
    let result = extract(
      input: """
        {"id":"a","body":"Nothing."}

        {"id":"b"}
        nonsense
        {"id":[1],"text":"Nothing.","lang":"de"}
        """)
    #expect(result.code == 3)
    #expect(
      result.output == """
        {"id":"a","quotes":[]}
        {"id":"b","line":3,"error":"neither \\"text\\" nor \\"body\\" is a string"}
        {"id":null,"line":4,"error":"broken JSON at byte 1 of the record: not an object"}
        {"id":[1],"quotes":[]}

        """)
  }

  @Test func answersKeepTheOrderOfTheLines() {
    let text = String(repeating: "“We will open the bridge in May,” said Ann Lee. ", count: 20)
    let lines = (0..<3000).map { #"{"id":\#($0),"text":"\#($0 % 7 == 0 ? text : "No.")"}"# }
    let result = extract(input: lines.joined(separator: "\n"))
    let ids = result.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids == (0..<3000).map { "{\"id\":\($0)" })
  }

  @Test func marksThatQuoteNobodyAreLeftOutUnlessAskedFor() {
    let input = #"{"id":1,"text":"The town built a so-called “smart” bridge."}"#
    #expect(extract(input: input).output == #"{"id":1,"quotes":[]}"# + "\n")
    #expect(extract("--scare", input: input).output.contains(#""kind":"scare""#))
  }

  @Test func filesAreReadAndAMissingOneIsAFailure() {
    folder.file("a.jsonl", text: #"{"id":1,"text":""}"#)
    #expect(extract("a.jsonl", "a.jsonl", input: "").output.split(separator: "\n").count == 2)
    #expect(extract("b.jsonl", input: "").code == 1)
  }
}
