/// A dictionary as quanteda reads it, in the part of YAML that such files are written in: maps by
/// indentation, also as items of lists, lists in brackets or a `-` a line, quoted or plain text, comments.
enum CodebookYAML {
  static func read(_ text: String) throws -> [Codebook.Entry] {
    var reader = Reader()
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      reader.line = index + 1
      try reader.read(String(line))
    }
    guard reader.open == nil else {
      throw CodebookError(line: reader.line, message: "a list in brackets is not closed")
    }
    return reader.entries
  }

  private struct Reader {
    var entries: [Codebook.Entry] = []
    var line = 0
    /// The beginning of a list in brackets that goes on.
    var open: String?
    /// The maps around: how far their keys are indented, and the entry.
    private var levels: [(indent: Int, place: Int)] = []

    mutating func read(_ raw: String) throws {
      let text = CodebookYAML.withoutComment(raw)
      if open != nil {
        open?.append(" ")
        open?.append(text.trimmed)
        return try closeList()
      }
      let indent = text.prefix { $0 == " " }.count
      let content = text.trimmed
      guard !content.isEmpty, content != "---", content != "..." else { return }
      guard !text.dropFirst(indent).hasPrefix("\t") else {
        throw CodebookError(line: line, message: "YAML is indented by spaces, not by tabs")
      }
      try read(content, indent: indent)
    }

    /// An item or a key, behind so many columns.
    private mutating func read(_ content: String, indent: Int) throws {
      if content == "-" || content.hasPrefix("- ") {
        // What is indented further was of an item before.
        while let last = levels.last, last.indent > indent { levels.removeLast() }
        let item = content.dropFirst()
        let column = indent + 1 + item.prefix { $0 == " " }.count
        let value = String(item).trimmed
        guard let first = value.first, !"[{".contains(first), CodebookYAML.keyAndValue(value) != nil
        else { return try add(value) }
        return try readKey(value, indent: column)
      }
      try readKey(content, indent: indent)
    }

    /// `key:`, perhaps with what it is for.
    private mutating func readKey(_ content: String, indent: Int) throws {
      guard !content.hasPrefix("{") else { return try add(content) }
      guard let (key, value) = CodebookYAML.keyAndValue(content), !key.isEmpty else {
        throw CodebookError(line: line, message: "“\(content)” is neither key: nor - item")
      }
      while let last = levels.last, last.indent >= indent { levels.removeLast() }
      guard levels.count < 32 else {
        throw CodebookError(line: line, message: "it is indented too far")
      }
      let path = (levels.last.map { entries[$0.place].path } ?? []) + [key]
      levels.append((indent, entries.count))
      entries.append(Codebook.Entry(path: path))
      if !value.isEmpty { try add(value) }
    }

    /// A list in brackets, perhaps not all of it yet, or one pattern.
    private mutating func add(_ value: String) throws {
      guard !value.hasPrefix("{") else {
        throw CodebookError(line: line, message: "maps in braces are not read; write a key a line")
      }
      guard value.hasPrefix("[") else { return try add(pattern: value) }
      open = value
      try closeList()
    }

    /// Takes the list in brackets where its end has come.
    private mutating func closeList() throws {
      guard let list = open, list.hasSuffix("]") else {
        guard open?.utf8.count ?? 0 < 1 << 20 else {
          throw CodebookError(line: line, message: "a list in brackets is not closed")
        }
        return
      }
      open = nil
      for item in CodebookYAML.items(list.dropFirst().dropLast()) { try add(pattern: item) }
    }

    private mutating func add(pattern: String) throws {
      let pattern = CodebookYAML.unquoted(pattern.trimmed)
      guard !pattern.isEmpty else { return }
      guard let place = levels.last?.place else {
        throw CodebookError(line: line, message: "“\(pattern)” lies in no category")
      }
      entries[place].patterns.append(pattern)
    }
  }

  /// A comment begins with `#` at the beginning of the line or behind a space, outside of quote marks.
  private static func withoutComment(_ line: String) -> String {
    var quote: Character?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "#", previous.isWhitespace {
        return String(line[..<index])
      } else if (character == "'" || character == "\"") && "[,:- ".contains(previous) {
        // An apostrophe inside a word opens nothing.
        quote = character
      }
      previous = character
    }
    return line
  }

  /// `'a b': rest` or `a: rest`.
  private static func keyAndValue(_ content: String) -> (key: String, value: String)? {
    var quote: Character?
    var start = true
    for index in content.indices {
      let character = content[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if start, character == "'" || character == "\"" {
        quote = character
      } else if character == ":" {
        let next = content.index(after: index)
        guard next == content.endIndex || content[next] == " " else { continue }
        return (unquoted(String(content[..<index]).trimmed), String(content[next...]).trimmed)
      }
      start = false
    }
    return nil
  }

  /// What stands between commas outside of quote marks.
  private static func items(_ list: Substring) -> [String] {
    var items: [String] = []
    var item = ""
    var quote: Character?
    for character in list {
      if let open = quote {
        if character == open { quote = nil }
        item.append(character)
      } else if character == "," {
        items.append(item)
        item = ""
      } else {
        if character == "'" || character == "\"", item.allSatisfy(\.isWhitespace) {
          quote = character
        }
        item.append(character)
      }
    }
    return items + [item]
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == "'" || first == "\"",
      text.last == first
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
