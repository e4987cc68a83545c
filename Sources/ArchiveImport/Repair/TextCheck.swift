public import ArchiveStorage
internal import NewsModel

/// Tells whether each article's text, put together again from body and boilerplate, is the one that was
/// imported: by its SHA-256.
public struct TextCheck: Sendable {
  private let archive: Archive

  /// A check of an archive, which is only read.
  public init(_ archive: Archive) { self.archive = archive }

  /// Looks at every article.
  public func run() async -> ArchiveCheck.Finding {
    var finding = ArchiveCheck.Finding(subject: "texts of articles", problems: [])
    do {
      let connection = try archive.connectForReading()
      let expected = try connection.integer("SELECT count(*) FROM article_record")
      var (last, count) = (Int64.min, Int64(0))
      while case let texts = try connection.storedTexts(behind: last, bytes: 16 << 20),
        let end = texts.last
      {
        try Task.checkCancellation()
        last = end.arrival
        count += Int64(texts.count)
        let isChanged = await concurrentMap(texts) { !$0.isAsImported }
        for (text, isChanged) in zip(texts, isChanged) where isChanged {
          finding.problems.append("\(text.id) is not what was imported")
        }
      }
      if count != expected {
        finding.problems.append("\(expected - count) articles have no text")
      }
    } catch {
      finding.problems.append(String(describing: error))
    }
    return finding
  }
}

extension StoredText {
  /// Whether body and boilerplate make the text that was imported.
  var isAsImported: Bool { SHA256.digest(of: originalText()) == sha256 }
}
