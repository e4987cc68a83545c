import ArchiveExport
import ArchiveQuery
import NewsModel

/// Prints hits for people to read.
struct HitPrinter {
  private let sink: ByteSink
  private let width = min(Console.outputIsTerminal ? Console.width : 100, 110)

  init(to sink: ByteSink) { self.sink = sink }

  func print(_ hit: ArticleHit, copies: Int = 0) throws {
    let more = copies == 0 ? nil : "+\(grouped(copies)) \(copies == 1 ? "copy" : "copies")"
    try sink.write(
      Style.dim(facts([hit.date?.description, hit.source, hit.id.description, more])) + "\n")
    try sink.write(
      wrappedMarks(hit.headline ?? MarkedText("(no headline)"), indent: "", base: .bold))
    if let snippet = hit.snippet, !snippet.text.isEmpty {
      try sink.write(wrappedMarks(snippet, indent: "  "))
    }
    try sink.write("\n")
  }

  func print(_ hit: QuoteHit) throws {
    let speakers =
      ([hit.speaker ?? hit.speakerText.map { "“\($0)”" } ?? "(unknown)"] + hit.coSpeakers)
      .joined(separator: " and ")
    let cue = hit.cue.map { " [\($0)]" } ?? ""
    try sink.write(
      Style.bold(Console.safe(speakers + cue)) + "  "
        + Style.dim(
          facts([hit.date?.description, hit.source, hit.article.description, hit.kind.rawValue]))
        + "\n")
    try sink.write(wrappedMarks(hit.context, indent: "  ") + "\n")
  }

  /// A quote that several outlets printed: who said it, then each wording behind those who have it.
  func print(_ wordings: [[QuoteHit]], outlets: Int) throws {
    guard let first = wordings.first?.first else { return }
    // Not every article tells who it was: what most say.
    let named = Dictionary(grouping: wordings.joined().compactMap(\.speaker)) { $0 }
    let speaker =
      named.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
      ?? first.speakerText.map { "“\($0)”" } ?? "(unknown)"
    let earliest = facts([first.date?.description, first.source])
    try sink.write(
      Style.bold(Console.safe(speaker)) + "  "
        + Style.dim("\(grouped(outlets)) outlets, first \(earliest)") + "\n")
    for printings in wordings {
      for hit in printings {
        let cue = hit.cue.map { "[\($0)]" }
        try sink.write(
          "  "
            + Style.dim(facts([hit.date?.description, hit.source, hit.article.description, cue]))
            + "\n")
      }
      if let hit = printings.first { try sink.write(wrappedMarks(hit.text, indent: "    ")) }
    }
    try sink.write("\n")
  }

  func print(_ hit: BoilerplateHit) throws {
    try sink.write(
      Style.bold(hit.kind.rawValue) + "  "
        + Style.dim(facts(["\(grouped(hit.seen))×", hit.source ?? "(no source)"])) + "\n")
    try sink.write(wrappedMarks(hit.text, indent: "  ") + "\n")
  }

  /// `1–20 of 1,234 articles`
  func printTotal(_ total: Int, shown: Int, offset: Int, of things: String) throws {
    let text =
      total == 0
      ? "no \(things)"
      : shown == total
        ? "\(grouped(total)) \(things)"
        : shown == 0
          ? "none shown of \(grouped(total)) \(things)"
          : "\(grouped(offset + 1))–\(grouped(offset + shown)) of \(grouped(total)) \(things)"
    try sink.write(Style.dim(text) + "\n")
    try sink.flush()
  }

  private func facts(_ facts: [String?]) -> String {
    Console.safe(facts.compactMap { $0 }.joined(separator: "  "))
  }

  /// The text in lines, its marks set off: by colour on a terminal, by `»…«` elsewhere.
  private func wrappedMarks(_ text: MarkedText, indent: String, base: Style? = nil) -> String {
    var lines: [String] = []
    var line = indent
    var column = indent.count
    var isStart = true
    for (piece, isMarked) in text.pieces {
      // What is marked is set off once on each line, and not word by word.
      var run = ""
      func endRun() {
        line += isMarked ? mark(run) : base?(run) ?? run
        run = ""
      }
      let words = piece.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() {
        let shown = Console.safe(String(word)).filter { $0 != "\n" }
        let length = columnWidth(shown)
        if index > 0 && !isStart {
          if column + 1 + length > width {
            endRun()
            lines.append(line)
            (line, column) = (indent, indent.count)
          } else {
            run += " "
            column += 1
          }
        }
        if !shown.isEmpty { isStart = false }
        run += shown
        column += length
      }
      endRun()
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private func mark(_ text: String) -> String {
    text.isEmpty ? "" : Console.usesColour ? Style.hit(text) : "»\(text)«"
  }
}
