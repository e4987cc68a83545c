import TestSupport
import Testing

/// Every command that the README and the guides show is run as it stands there.
struct ReadmeTests {
  static let documents = [
    "README.md", "Docs/query-language.md", "Docs/data-dictionary.md", "Docs/quotes.md",
    "Docs/boilerplate.md", "Docs/duplicates.md", "Docs/topics.md", "Docs/concordance.md",
    "Docs/export.md", "Docs/web-page.md",
  ]

  /// The lines of a document's `sh` blocks, without comments.
  private func commands(in document: String) -> [String] {
    let text = String(
      decoding: bytes(ofFile: "\(Evaluation.packageRoot)/\(document)"), as: UTF8.self)
    var isInside = false
    var commands: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
      } else if isInside {
        commands.append(String(line))
      }
    }
    return commands
  }

  @Test(arguments: documents)
  func everyCommandWorks(document: String) throws {
    let folder = TemporaryFolder()
    let bin = folder.path + "/bin"
    _ = run([
      "sh", "-c",
      "mkdir \(bin) && ln -s \(Backfile.path) \(bin)/backfile && ln -s \(Evaluation.packageRoot)/SampleData \(folder.path)/SampleData",
    ])
    let setUp = Backfile.run(["import", "-q", "SampleData"], in: folder)
    #expect(setUp.code == 0, "\(setUp.errors)")
    // `make` builds what this test is part of: CI runs it.
    for command in commands(in: document) where !command.hasPrefix("make ") {
      let result = run(
        ["sh", "-c", "PATH=\(bin):$PATH; \(command)"],
        environment: ["BACKFILE_ARCHIVE": "archive.backfile"], folder: folder.path)
      #expect(result.code == 0, "\(command): \(result.errors)")
      #expect(!(result.output + result.errors).isEmpty || command.contains(" -o "), "\(command)")
    }
  }

  @Test func theReadmeHasEveryCommand() {
    let readme = String(
      decoding: bytes(ofFile: Evaluation.packageRoot + "/README.md"), as: UTF8.self)
    for command in [
      "import", "search", "quotes", "boilerplate", "show", "stats", "sources", "export", "check",
      "extract", "bench", "speakers", "reindex", "optimize", "duplicates", "topics", "tag", "note",
      "query", "cite", "sql", "kwic", "count", "facets", "collocates", "keyness",
      "serve", "backup", "repair", "imports",
    ] {
      #expect(readme.contains("backfile \(command)"))
    }
  }
}
