/// The part of Markdown that our guides are written in: headings, paragraphs, lists, tables, code.
struct GuideText {
  /// What stands one below the other.
  enum Block: Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    case list([String])
    case table(head: [String], rows: [[String]])
    case code(String)
  }

  /// A piece of a line.
  enum Inline: Equatable {
    case text(String)
    case code(String)
    case strong(String)
    case emphasis(String)
    /// The words of a link; where it leads is known in the sources' folder only.
    case link(String)
  }

  let blocks: [Block]

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var blocks: [Block] = []
    while let line = lines.popFirst() {
      if line.isEmpty { continue }
      if line.hasPrefix("```") {
        let code = lines.prefix { !$0.hasPrefix("```") }
        lines = lines.dropFirst(code.count + 1)
        blocks.append(.code(code.joined(separator: "\n")))
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        blocks.append(.heading(level: level, String(line.dropFirst(level + 1))))
      } else if line.hasPrefix("|") {
        let more = lines.prefix { $0.hasPrefix("|") }
        lines = lines.dropFirst(more.count)
        // The second line parts head and rows.
        blocks.append(
          .table(head: Self.cells(of: line), rows: more.dropFirst().map(Self.cells)))
      } else if line.hasPrefix("- ") {
        var items = [String(line.dropFirst(2))]
        while let next = lines.first, next.hasPrefix("- ") || next.hasPrefix("  ") {
          lines.removeFirst()
          if next.hasPrefix("- ") {
            items.append(String(next.dropFirst(2)))
          } else {
            items[items.count - 1] += " " + next.drop { $0 == " " }
          }
        }
        blocks.append(.list(items))
      } else {
        let more = lines.prefix { !$0.isEmpty && !$0.hasPrefix("|") && !$0.hasPrefix("```") }
        lines = lines.dropFirst(more.count)
        blocks.append(.paragraph(([line] + more).joined(separator: " ")))
      }
    }
    self.blocks = blocks
  }

  /// The cells of a row; a bar inside of one has a backslash before it.
  private static func cells(of line: String) -> [String] {
    line.replacing("\\|", with: "\u{1}").split(separator: "|").map { cell in
      let text = cell.replacing("\u{1}", with: "|").drop { $0 == " " }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The pieces of a line.
  static func inlines(of text: String) -> [Inline] {
    var inlines: [Inline] = []
    var plain = ""
    var rest = Substring(text)
    func end() {
      if !plain.isEmpty { inlines.append(.text(plain)) }
      plain = ""
    }
    while let first = rest.first {
      if let (inside, after) = Self.inside(rest, "`", "`") {
        end()
        inlines.append(.code(String(inside)))
        rest = after
      } else if let (inside, after) = Self.inside(rest, "**", "**") {
        end()
        inlines.append(.strong(String(inside)))
        rest = after
      } else if let (inside, after) = Self.inside(rest, "*", "*"), inside.first != " " {
        end()
        inlines.append(.emphasis(String(inside)))
        rest = after
      } else if let (words, after) = Self.inside(rest, "[", "]("),
        let close = after.firstIndex(of: ")")
      {
        end()
        inlines.append(.link(String(words)))
        rest = after[after.index(after: close)...]
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    end()
    return inlines
  }

  /// What stands between two marks at the beginning of a text, and what is behind them.
  private static func inside(
    _ text: Substring, _ opening: String, _ closing: String
  ) -> (inside: Substring, after: Substring)? {
    guard text.hasPrefix(opening) else { return nil }
    let rest = text.dropFirst(opening.count)
    guard let end = rest.firstRange(of: closing), end.lowerBound > rest.startIndex else {
      return nil
    }
    return (rest[..<end.lowerBound], rest[end.upperBound...])
  }
}
