import NewsModel

extension Format {
  /// LexisNexis and Nexis UK, as HTML.
  public static let lexisNexisHTML = pressHTML(
    LexisNexisHTML.self, name: "lexisnexis-html",
    summary: "LexisNexis HTML: <DOC NUMBER=1> comments, labels in spans")
}

/// The text form, with its lines in `p` elements; which of them are centred stands in the style sheet.
enum LexisNexisHTML: PressHTMLGrammar {
  static func fits(_ head: String) -> Bool {
    head.contains("<doc number=") || head.contains("<docfull>")
  }

  static func read(
    _ document: HTMLDocument, into assembler: inout RecordAssembler,
    give: (inout RecordAssembler) throws -> Void
  ) throws {
    let centred = centredClasses(document)
    var lines: [String] = []
    func giveBlock() throws {
      let block = TextBlock(lines: lines, line: 1)
      lines = []
      guard let first = block.lines.first, LexisNexisGrammar.isMarker(Array(first.utf8).span) else {
        return
      }
      var grammar = LexisNexisGrammar()
      // An entry without an article has no text, and is rejected for that.
      if case .rejected = grammar.read(block, into: &assembler) { assembler.reset() }
      try give(&assembler)
    }
    for paragraph in document.elements(.p) {
      guard let text = document.line(of: paragraph) else { continue }
      let isCentred = document.value(.class, of: paragraph).map {
        centred.contains($0.lowercased())
      }
      let line = (isCentred == true ? "            " : "") + text
      if text.hasPrefix("We are sorry but there is an error in this document") {
        try giveBlock()
        assembler.remark(text)
        try give(&assembler)
        continue
      }
      if LexisNexisGrammar.isMarker(Array(line.utf8).span) { try giveBlock() }
      lines += [line, ""]
    }
    try giveBlock()
  }

  /// The classes of centred paragraphs: their numbers differ from file to file.
  private static func centredClasses(_ document: HTMLDocument) -> Set<String> {
    var classes: Set<String> = []
    for style in document.elements(.style) {
      var bytes: [UInt8] = []
      for node in style + 1..<max(style + 1, Int(document.nodes[style].end)) {
        document.append(textOf: node, to: &bytes)
      }
      for rule in String(decoding: bytes, as: UTF8.self).lowercased().split(separator: "}") {
        let parts = rule.split(separator: "{")
        guard parts.count == 2, let name = parts[0].split(separator: ".").last,
          parts[1].contains("text-align: center") || parts[1].contains("text-align:center")
        else { continue }
        classes.insert(name.trimmedText)
      }
    }
    return classes
  }
}
