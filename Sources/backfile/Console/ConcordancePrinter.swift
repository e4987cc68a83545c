import ArchiveExport
import ArchiveQuery
import NewsModel

/// Prints a concordance for people: the hits under each other.
struct ConcordancePrinter {
  private let sink: ByteSink
  private let width = Console.outputIsTerminal ? max(60, Console.width) : 120
  private let sourceWidth = 16

  /// Marks that stand right behind a word.
  private static let needsNoSpace = Set(",.;:!?)]”’…'".unicodeScalars)

  init(to sink: ByteSink) { self.sink = sink }

  func print(_ line: ConcordanceLine) throws {
    let date = line.date?.withoutTime.description ?? "undated"
    let source = cut(Console.safeLine(line.source ?? ""), toColumns: sourceWidth)
    let facts = padded(date, to: 10) + " " + padded(source, to: sourceWidth) + "  "
    let room = width - columnWidth(facts)
    let match = cut(Console.safeLine(line.match), toColumns: room / 2)
    // The same for all lines, whatever the width of their hits.
    let side = (room - 14) / 2
    let left = end(of: Console.safeLine(line.left), columns: side)
    let right = cut(
      Console.safeLine(line.right), toColumns: max(1, room - side - columnWidth(match) - 2))
    let isColoured = Console.usesColour
    try sink.write(
      Style.dim(facts) + String(repeating: " ", count: max(0, side - columnWidth(left))) + left
        + (isColoured ? " \(Style.hit(match))" : " »\(match)«")
        + (Self.needsNoSpace.contains(right.unicodeScalars.first ?? ",") ? "" : " ") + right + "\n")
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - columnWidth(text)))
  }

  /// The end of a text that fits into so many columns; what was cut shows as an ellipsis.
  private func end(of text: String, columns: Int) -> String {
    guard columnWidth(text) > columns else { return text }
    var width = 0
    let kept = text.unicodeScalars.reversed().prefix { scalar in
      width += columnWidth(String(scalar))
      return width < columns
    }
    return "…" + String(String.UnicodeScalarView(kept.reversed()))
  }
}
