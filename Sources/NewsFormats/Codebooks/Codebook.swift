/// A list of topics, each with the words or the query that tell it, as researchers hand them on.
public struct Codebook: Sendable, Equatable {
  /// A topic of the list.
  public struct Entry: Sendable, Equatable {
    /// The names of the categories it lies in, and its own at the end.
    public var path: [String]
    /// Words and phrases, each of which makes it; `*` and `?` stand for letters.
    public var patterns: [String] = []
    /// A query, where the list has that.
    public var query: String?
    /// What is meant by it.
    public var description: String?
  }

  /// The topics, in the order of the file. A category comes before what lies in it.
  public var entries: [Entry]

  /// The formats that are known.
  public enum Format: String, Sendable, CaseIterable {
    /// A table with columns `name` (or `topic`), `query` and `description`.
    case csv
    /// A dictionary as quanteda reads it: maps in maps, lists of patterns.
    case yaml
    /// Categories as WordStat writes them (`.cat`): indented by tabs, `PATTERN (weight)`.
    case cat

    /// The format of a file's name; nil where it does not tell.
    public init?(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "csv", "tsv": self = .csv
      case "yml", "yaml": self = .yaml
      case "cat": self = .cat
      default: return nil
      }
    }
  }

  /// Reads a codebook.
  ///
  /// Throws ``CodebookError`` where it cannot be read, with the line.
  public init(_ bytes: [UInt8], format: Format) throws {
    guard bytes.count <= RecordLimit.bytes else {
      throw CodebookError(line: 1, message: "this is too long for a list of topics")
    }
    switch format {
    case .csv: entries = try CodebookTable.read(bytes)
    case .yaml: entries = Self.joined(try CodebookYAML.read(DecodedText(bytes.span).text))
    case .cat: entries = Self.joined(try CodebookCategories.read(DecodedText(bytes.span).text))
    }
    guard entries.contains(where: { !$0.patterns.isEmpty || $0.query != nil }) else {
      throw CodebookError(line: 1, message: "there is no topic in it")
    }
  }

  /// Categories with each of them once: what has the same names is one, as quanteda reads it.
  private static func joined(_ entries: [Entry]) -> [Entry] {
    var places: [[String]: Int] = [:]
    var joined: [Entry] = []
    for entry in entries {
      if let place = places[entry.path] {
        joined[place].patterns += entry.patterns
      } else {
        places[entry.path] = joined.count
        joined.append(entry)
      }
    }
    return joined
  }
}

/// Why a codebook cannot be read.
public struct CodebookError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let message: String

  /// One sentence for people.
  public var description: String { "line \(line): \(message)" }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
