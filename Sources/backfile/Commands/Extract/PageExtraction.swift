import ArchiveExport
import ArgumentParser
import NewsFormats
import NewsModel
import NewsText

/// `extract --pages`: the article of each web page. Each input is a file, or a folder with everything
/// in it.
struct PageExtraction {
  static let help: ArgumentHelp = "The articles of web pages: files, or folders of them."

  /// A page is big: few of them make a portion that keeps all cores busy.
  private static let portion = 64

  /// Writes a line a page, in order; returns how many could not be read.
  func run(_ paths: [String], to sink: ByteSink) async throws -> Int {
    let inputs = discoverInputs(paths)
    var errors = inputs.problems.count
    for problem in inputs.problems { Console.complain(String(describing: problem)) }
    for start in stride(from: 0, to: inputs.files.count, by: Self.portion) {
      let files = inputs.files[start..<min(start + Self.portion, inputs.files.count)]
      let lines = await withTaskGroup(of: (Int, Result<String, FormatError>).self) { group in
        for (index, file) in files.enumerated() { group.addTask { (index, Self.line(file)) } }
        var lines: [Int: Result<String, FormatError>] = [:]
        for await (index, line) in group { lines[index] = line }
        return lines
      }
      for index in 0..<files.count {
        switch lines[index] {
        case .success(let line): try sink.write(Array(line.utf8))
        case .failure(let error):
          errors += 1
          Console.complain(String(describing: error))
        case nil: break
        }
      }
    }
    try sink.flush()
    return errors
  }

  private static func line(_ file: InputFile) -> Result<String, FormatError> {
    do {
      let page = WebPage(try readWhole(file))
      // Notices that stand in the article go where those of plain text go.
      let article = ReadArticle(page.text, headline: page.headline)
      let body = article.split(isOfPage: true, knowing: NothingKnown()).body
      let members: [(String, String?)] = [
        ("id", identifier(file.name)), ("title", page.headline),
        ("author", page.authors.isEmpty ? nil : page.authors.joined(separator: "; ")),
        ("date", page.day?.description), ("site", page.site), ("section", page.section),
        ("language", page.language ?? detectLanguage(of: body)), ("url", page.url), ("body", body),
      ]
      let json = members.map { name, value in
        "\"\(name)\":" + (value.map(JSONWriter.quoted) ?? "null")
      }
      return .success("{" + json.joined(separator: ",") + "}\n")
    } catch {
      return .failure(error)
    }
  }

  /// The file's name without its ending.
  private static func identifier(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
