import Glibc
import TestSupport
import Testing

@testable import NewsFormats

/// The text of the html5lib tree construction tests, in order: what a reduced tree must get right.
struct HTMLConformanceTests {
  private static let folder = "eval/bad-inputs/html5lib-tree/dev/tree-construction"

  /// A lower share of agreement is a loss.
  private static let leastShare = 0.97

  private struct Case {
    var data: [UInt8] = []
    var text: [UInt8] = []
    var isFragment = false
    var needsScripts = false
  }

  @Test(.enabled(if: Evaluation.path(folder) != nil))
  func textIsInTheOrderOfTheStandard() throws {
    let folder = try #require(Evaluation.path(Self.folder))
    var (agreed, all) = (0, 0)
    for file in discoverInputs([folder]).files where file.name.hasSuffix(".dat") {
      for example in Self.cases(try readWhole(file))
      where !example.isFragment && !example.needsScripts {
        all += 1
        if Self.texts(HTMLDocument(example.data)) == Self.withoutSpace(example.text) { agreed += 1 }
      }
    }
    let share = Double(agreed) / Double(max(all, 1))
    print("html5lib tree construction: text agrees in \(agreed) of \(all)")
    #expect(all > 300)
    #expect(share >= Self.leastShare, "\(agreed) of \(all)")
  }

  private static func texts(_ document: HTMLDocument) -> [UInt8] {
    var output: [UInt8] = []
    for index in document.nodes.indices where document.nodes[index].isText {
      document.append(textOf: index, to: &output)
    }
    return withoutSpace(output)
  }

  /// White space is where trees differ most, and text least.
  private static func withoutSpace(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }

  private static func cases(_ file: [UInt8]) -> [Case] {
    var cases: [Case] = []
    var section = ""
    var isInText = false
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text == "#data" {
        cases.append(Case())
        section = text
        continue
      }
      guard !cases.isEmpty else { continue }
      let last = cases.count - 1
      if text.hasPrefix("#"), section != "#document" || line.count < 20 {
        section = text
        isInText = false
        if text == "#document-fragment" { cases[last].isFragment = true }
        if text == "#script-on" { cases[last].needsScripts = true }
        continue
      }
      switch section {
      case "#data":
        if !cases[last].data.isEmpty { cases[last].data.append(0x0A) }
        cases[last].data += line
      case "#document":
        if line.starts(with: "| ".utf8) {
          let content = line.dropFirst(2).drop { $0 == 0x20 }
          isInText = content.first == UInt8(ascii: "\"")
          if isInText { append(content.dropFirst(), to: &cases[last], &isInText) }
        } else if isInText {
          append(line, to: &cases[last], &isInText)
        }
      default: break
      }
    }
    return cases
  }

  private static func append(
    _ line: ArraySlice<UInt8>, to example: inout Case, _ isInText: inout Bool
  ) {
    let ends = line.last == UInt8(ascii: "\"")
    example.text += ends ? line.dropLast() : line
    isInText = !ends
  }
}
