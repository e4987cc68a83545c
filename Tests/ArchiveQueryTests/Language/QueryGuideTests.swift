import TestSupport
import Testing

@testable import ArchiveQuery

/// Docs/query-language.md says what the parser does.
struct QueryGuideTests {
  private static let lines = String(
    decoding: bytes(ofFile: Evaluation.packageRoot + "/Docs/query-language.md"), as: UTF8.self
  ).split(separator: "\n").map(String.init)

  /// What is written and how it is read, line by line of the tables.
  static let examples: [(text: String, reading: String)] = lines.compactMap { line in
    guard line.hasPrefix("| `") else { return nil }
    // A bar inside of a cell has a backslash before it.
    let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|").map { cell in
      cell.replacing("\u{1}", with: "|").filter { $0 != "`" }.trimmed
    }
    return cells.count == 3 ? (cells[0], cells[1]) : nil
  }

  @Test func theTablesHaveExamples() { #expect(Self.examples.count > 50) }

  @Test(arguments: examples)
  func isReadAsTheGuideSays(_ example: (text: String, reading: String)) throws {
    #expect(try Query(parsing: example.text).reading == example.reading)
  }

  @Test(arguments: Field.allCases)
  func everyFieldIsInTheGuide(_ field: Field) {
    let name = field == .words ? "words>" : field == .has ? "has:" : field.rawValue + ":"
    #expect(Self.lines.contains { $0.contains("`" + name) || $0.contains(" " + name) })
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
