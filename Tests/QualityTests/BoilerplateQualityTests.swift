import NewsFormats
import NewsModel
import TestSupport
import Testing

/// Floors for telling boilerplate from the reporting. The weights were trained on this material: the
/// figures show that nothing broke, not how well it does on sources it has not seen
/// (Docs/boilerplate.md has those).
struct BoilerplateQualityTests {
  private func number(_ name: String, in json: String) throws -> Double {
    let members = try #require(jsonMembers(of: json))
    return try #require(members.first { $0.name == name }.flatMap { Double($0.json) })
  }

  @Test(
    .enabled(if: Evaluation.path("eval/boilerplate/score.py") != nil),
    arguments: [
      ("multidoc", "plaintext-multidoc", []),
      ("dump", "plaintext-boilerplate", ["--variant", "dump"]),
      ("region", "plaintext-boilerplate", ["--variant", "region"]),
      ("seed", "plaintext-boilerplate", ["--variant", "seed"]),
    ])
  func boilerplateIsFoundAsWellAsBefore(
    set: String, file: String, options: [String]
  ) throws {
    let folder = TemporaryFolder()
    let evaluation = try #require(Evaluation.path("eval/boilerplate"))
    let gold = "\(evaluation)/\(file).dev.jsonl"
    let answers = run(
      [Evaluation.packageRoot + "/.build/debug/backfile", "extract", "--boilerplate", gold],
      folder: folder.path)
    #expect(answers.code == 0, "\(answers.errors)")
    let predicted = folder.file("predicted.jsonl", text: answers.output)
    let score = run(
      ["python3", "-B", evaluation + "/score.py", gold, predicted] + options, folder: folder.path
    ).output
    let floors = try #require(
      jsonMembers(
        of: String(
          decoding: bytes(
            ofFile: Evaluation.packageRoot + "/Tests/QualityTests/boilerplate-floors.json"),
          as: UTF8.self)))
    let floor = try #require(floors.first { $0.name == set })
    for figure in try #require(jsonMembers(of: floor.json)) {
      let wanted = try #require(Double(figure.json))
      if figure.name == "body_lost" {
        #expect(try number("body_char_loss", in: score) <= wanted, "\(set): body lost")
      } else {
        #expect(try number(figure.name, in: score) >= wanted, "\(set): \(figure.name)")
      }
    }
  }
}
