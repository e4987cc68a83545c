/// BibTeX, as biblatex and Zotero read it: `@article` with `entrysubtype = {newspaper}`.
public struct BibTeX: CitationFormat {
  /// See ``CitationFormat``.
  public let opening = ""
  /// See ``CitationFormat``.
  public let separator = "\n"
  /// See ``CitationFormat``.
  public let closing = ""

  /// The format.
  public init() {}

  /// See ``CitationFormat``.
  public func reference(to citation: Citation) -> String {
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    // A second pair of braces keeps capitals as they are.
    add("title", citation.title.map { "{\(escaped($0))}" })
    let authors = citation.authors.map { author in
      switch author {
      case .person(let family, let given): "\(escaped(family)), \(escaped(given))"
      // Braces keep a name from being taken apart.
      case .name(let name): "{\(escaped(name))}"
      }
    }
    add("author", authors.joined(separator: " and "))
    add("journaltitle", citation.source.map(escaped))
    add("journal", citation.source.map(escaped))
    add("entrysubtype", "newspaper")
    if let year = citation.date.first {
      let parts = [padded(year, to: 4)] + citation.date.dropFirst().map { padded($0) }
      add("date", parts.joined(separator: "-"))
      add("year", padded(year, to: 4))
    }
    add("langid", citation.language.map(escaped))
    add("url", citation.url.map(verbatim))
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }
    return "@article{\(key(of: citation)),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// `dunmore-2019-03-04.1`: ASCII letters and digits, and the article's id, which no other has.
  private func key(of citation: Citation) -> String {
    let name =
      switch citation.authors.first {
      case .person(let family, _): family
      case .name(let name): name
      case nil: citation.source ?? ""
      }
    let letters = String(
      name.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }.prefix(20).map(
        Character.init))
    return (letters.isEmpty ? "article" : letters) + "-" + citation.id
  }

  /// Text in which nothing is a command: the ten characters that TeX acts on. BibTeX counts braces without
  /// a look at what stands before them: they need names.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "%", "$", "#", "&", "_": result += "\\" + String(scalar)
      case "^": result += "\\textasciicircum{}"
      case "~": result += "\\textasciitilde{}"
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// An address is read as it stands, but for braces and backslashes.
  private func verbatim(_ url: String) -> String {
    var result = ""
    for scalar in url.unicodeScalars {
      switch scalar {
      case "{": result += "%7B"
      case "}": result += "%7D"
      case "\\": result += "%5C"
      case " ": result += "%20"
      default: if scalar.value > 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
