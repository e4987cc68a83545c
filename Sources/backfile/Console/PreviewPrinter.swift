import ArchiveImport
import NewsFormats
import NewsModel

/// Prints how the first records of each file would be read.
struct PreviewPrinter {
  let options: ImportOptions
  private let recordsShown = 3

  func print(paths: [String], besides own: [String]) throws {
    let inputs = discoverInputs(paths, besides: own)
    for problem in inputs.problems { Console.complain(problem.description) }
    for input in inputs.files {
      print(FilePreview(of: input, options: options, limit: recordsShown))
    }
    if inputs.files.isEmpty { throw ExitStatus.failure }
  }

  private func print(_ preview: FilePreview) {
    var text = Style.heading(Console.safe(preview.path))
    text += "  " + (preview.format.map { "format \($0.name)" } ?? "format not recognised") + "\n"
    if let problem = preview.problem { text += "  cannot be read: \(Console.safe(problem))\n" }
    for (event, blocks) in zip(preview.records, preview.blocks) {
      switch event {
      case .article(let draft, let position):
        text += "  record \(position.record)\n" + describe(draft, blocks: blocks)
      case .rejected(let position, let reason, _):
        text += "  record \(position.record)\n    REJECTED   \(Console.safe(reason))\n"
      }
    }
    Console.write(text, to: 1)
  }

  private func describe(_ draft: ArticleDraft, blocks: [BoilerplateKind]) -> String {
    let date = draft.date.map { "\($0) (from the \(draft.dateOrigin?.rawValue ?? "record"))" }
    let fields: [(String, String?)] = [
      ("headline", draft.headline), ("source", draft.source), ("date", date),
      ("author", draft.author), ("url", draft.url), ("section", draft.section),
      ("language", draft.language), ("text", draft.text),
      ("boilerplate", blocks.isEmpty ? nil : blocks.map(\.rawValue).joined(separator: ", ")),
      (
        "other fields",
        draft.metadata.isEmpty ? nil : draft.metadata.map(\.name).joined(separator: ", ")
      ),
      ("remarks", draft.remarks.isEmpty ? nil : draft.remarks.joined(separator: "; ")),
    ]
    return fields.map { name, value in
      let padding = String(repeating: " ", count: max(1, 13 - name.count))
      return "    \(name)\(padding)\(shown(value))\n"
    }.joined()
  }

  private func shown(_ value: String?) -> String {
    guard let value else { return "-" }
    let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Console.safe(cut(line, toColumns: 90))
  }
}
