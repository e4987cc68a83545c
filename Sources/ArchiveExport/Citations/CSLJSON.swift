/// CSL-JSON (citationstyles.org), which Zotero and pandoc read: one array of items.
public struct CSLJSON: CitationFormat {
  /// See ``CitationFormat``.
  public let opening = "[\n"
  /// See ``CitationFormat``.
  public let separator = ",\n"
  /// See ``CitationFormat``.
  public let closing = "\n]\n"

  /// The format.
  public init() {}

  /// See ``CitationFormat``.
  public func reference(to citation: Citation) -> String {
    var members = [("id", quoted(citation.id)), ("type", quoted("article-newspaper"))]
    func add(_ name: String, _ value: String?) {
      if let value { members.append((name, quoted(value))) }
    }
    add("title", citation.title)
    if !citation.authors.isEmpty {
      let authors = citation.authors.map { author in
        switch author {
        case .person(let family, let given):
          "{\"family\":\(quoted(family)),\"given\":\(quoted(given))}"
        case .name(let name): "{\"literal\":\(quoted(name))}"
        }
      }
      members.append(("author", "[\(authors.joined(separator: ","))]"))
    }
    add("container-title", citation.source)
    if !citation.date.isEmpty {
      let parts = citation.date.map(String.init).joined(separator: ",")
      members.append(("issued", "{\"date-parts\":[[\(parts)]]}"))
    }
    add("section", citation.section)
    add("language", citation.language)
    add("URL", citation.url)
    return "{" + members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  private func quoted(_ text: String) -> String { JSONWriter.quoted(text) }
}
