internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage

/// What could follow in the search box: fields, and the names behind them. It has no page.
struct CompletionView: View {
  private let word: String
  private let suggestions: [FieldCompletion]

  init(_ visit: Visit) throws {
    word = String((visit.query["word"] ?? "").prefix(200))
    guard let colon = word.firstIndex(of: ":") else {
      suggestions = word.isEmpty ? [] : FieldCompletion.fields(beginning: word)
      return
    }
    suggestions = FieldCompletion.values(
      completing: word, among: try Self.values(of: word[..<colon].lowercased(), visit))
  }

  /// The values of a field, those with most articles first.
  private static func values(
    of field: String, _ visit: Visit
  ) throws -> [(name: String, hint: String)] {
    switch field {
    case "source", "outlet", "publication":
      return try HomeView.overview(visit.site, visit.reader).sources.compactMap { source in
        source.name.map { ($0, Pieces.count(source.articles, "article")) }
      }
    case "speaker", "said":
      return try speakers(visit.site, visit.reader).map {
        ($0.name, Pieces.count($0.quotes, "quote"))
      }
    case "topic": return try TopicStore(visit.archive).all().map { ($0.name, $0.query) }
    case "tag":
      return try TagStore(visit.archive).all().map { ($0.name, Pieces.count($0.byHand, "article")) }
    case "kind": return ["direct", "mixed", "indirect", "scare"].map { ($0, "") }
    case "is": return [("original", "each text once"), ("duplicate", "copies")]
    default: return []
    }
  }

  /// All speakers, those who are quoted most first.
  static func speakers(_ site: Site, _ reader: ArchiveReader) throws -> [SpeakerSummary] {
    try site.memory.value("speakers", of: site.archive.path) {
      try SpeakerList(reader).speakers
    }
  }

  func page() throws -> Page {
    throw PageError.notFound("There is no such page; its JSON form completes words of queries.")
  }

  func json() throws -> JSON {
    [
      "word": .string(word),
      "suggestions": .array(
        suggestions.map { ["text": .string($0.text), "hint": .string($0.hint)] }),
    ]
  }
}
