public import NewsFormats
public import NewsModel
internal import NewsText

/// How a file would be read, without anything being written.
public struct FilePreview: Sendable {
  /// The file.
  public let path: String
  /// The format that was recognised.
  public private(set) var format: Format?
  /// The first records: articles as their fields are mapped, and rejects.
  public private(set) var records: [RecordEvent] = []
  /// What the text analysis would set apart as boilerplate, for each of ``records``.
  public private(set) var blocks: [[BoilerplateKind]] = []
  /// Why the file cannot be read, if it cannot.
  public private(set) var problem: String?

  /// Reads the beginning of a file.
  public init(of input: InputFile, options: ImportOptions, limit: Int) {
    path = input.path
    var events: [RecordEvent] = []
    do {
      var reader = try InputReader(input, options: options)
      while events.count < limit, try reader.readOn(to: { events.append($0) }) {}
      format = reader.format
    } catch {
      problem = String(describing: error)
    }
    records = Array(events.prefix(limit))
    blocks = records.map { event in
      guard case .article(let draft, _) = event else { return [] }
      return splitArticle(draft.text, headline: draft.headline, isOfPage: draft.isOfPage).blocks
        .map(\.kind)
    }
  }
}
