/// RIS, the tagged format of reference managers. Lines end with CRLF, as the specification has it.
public struct RIS: CitationFormat {
  /// See ``CitationFormat``.
  public let opening = ""
  /// See ``CitationFormat``.
  public let separator = "\r\n"
  /// See ``CitationFormat``.
  public let closing = ""

  /// The format.
  public init() {}

  /// See ``CitationFormat``.
  public func reference(to citation: Citation) -> String {
    var lines = ["TY  - NEWS", "ID  - \(citation.id)"]
    func add(_ tag: String, _ value: String?) {
      // A control character could begin a line of its own.
      let value = value.map { String($0.unicodeScalars.filter { $0.value >= 0x20 }) }
      if let value, !value.isEmpty { lines.append("\(tag)  - \(value)") }
    }
    add("TI", citation.title)
    for author in citation.authors {
      switch author {
      case .person(let family, let given): add("AU", "\(family), \(given)")
      // A comma at the end says that none of several words is a given name.
      case .name(let name):
        add("AU", name.contains(",") || !name.contains(" ") ? name : name + ",")
      }
    }
    add("T2", citation.source)
    if let year = citation.date.first {
      let parts = citation.date.map { padded($0) } + ["", "", ""]
      add("PY", padded(year, to: 4))
      add("DA", "\(padded(year, to: 4))/\(parts[1])/\(parts[2])/")
    }
    add("SE", citation.section)
    add("LA", citation.language)
    add("UR", citation.url)
    lines.append("ER  - ")
    return lines.joined(separator: "\r\n") + "\r\n"
  }
}

/// A number with zeros before it.
func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
