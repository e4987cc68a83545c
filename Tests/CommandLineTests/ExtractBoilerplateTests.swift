import TestSupport
import Testing

struct ExtractBoilerplateTests {
  private let folder = TemporaryFolder()

  private func extract(_ arguments: String..., input: String = "") -> ProcessResult {
    Backfile.run(["extract", "--boilerplate"] + arguments, in: folder, input: input)
  }

  private func line(_ id: Int, source: String?, _ paragraphs: String...) -> String {
    let texts = paragraphs.map { #"{"text":"\#($0)"}"# }.joined(separator: ",")
    return #"{"id":\#(id),"#
      + (source.map { #""source":"\#($0)","# } ?? "") + #""paragraphs":[\#(texts)]}"# + "\n"
  }

  private func prose(_ name: String) -> String {
    "The harbour board met on Tuesday and agreed that the \(name) quay needs a new roof before winter."
  }

  @Test func rulesNameWhatTheyDrop() {
    let result = extract(
      input: line(
        1, source: nil, prose("north"), "Sign up for our newsletter", "Reporting by Jo Marsh"))
    #expect(result.code == 0)
    #expect(result.output == #"{"id":1,"drop":[1,2],"kinds":["newsletter","credit"]}"# + "\n")
  }

  @Test(arguments: [true, false]) func repeatsAreLearntOverTheWholeInput(isFile: Bool) {
    let footer = "The Skerry lamp has been lit by hand since eighteen hundred and four."
    let names = ["north", "south", "east", "west"]
    let lines = names.enumerated().map {
      line($0.offset, source: "Skerry Post", prose($0.element), footer)
    }
    let other = line(9, source: "Another Paper", prose("old"), footer)
    let input = lines.joined() + other
    let result =
      isFile ? extract(folder.file("in.jsonl", text: input)) : extract(input: input)
    let answers = result.output.split(separator: "\n")
    #expect(answers.count == 5)
    // The first article's too, and never across sources.
    #expect(answers.prefix(4).allSatisfy { $0.contains(#""drop":[1]"#) })
    #expect(answers.last?.contains(#""drop":[]"#) == true)
  }

  @Test func aLineWithoutParagraphsIsAnErrorRecord() {
    let result = extract(input: #"{"id":1,"text":"a"}"# + "\n" + line(2, source: "A"))
    #expect(result.code == 3)
    #expect(
      result.output == #"{"id":1,"line":1,"error":"\"paragraphs\" is no array of objects"}"# + "\n"
        + #"{"id":2,"drop":[],"kinds":[]}"# + "\n")
  }
}
