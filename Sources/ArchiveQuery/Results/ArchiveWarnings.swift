internal import ArchiveStorage

/// Something about an archive that somebody should know who counts with it.
public struct ArchiveWarning: Sendable, Equatable {
  /// One sentence.
  public let message: String
  /// The query that finds what it is about; nil where it is about no articles.
  public let query: String?
  /// The command line that helps, by its words behind `backfile`; nil where none does.
  public let remedy: [String]?
}

extension ArchiveReader {
  /// What is odd about an archive as a whole.
  public func warnings() throws -> [ArchiveWarning] {
    var warnings: [ArchiveWarning] = []
    func warn(_ message: String, query: String? = nil, remedy: [String]? = nil) {
      warnings.append(ArchiveWarning(message: message, query: query, remedy: remedy))
    }
    let all = try ArticleSearch(Query(asking: .everything, text: ""), in: self).total()
    for (field, what) in [
      ("date", "no date"), ("source", "no source"), ("headline", "no headline"),
    ] {
      guard let query = try? Query(parsing: "no:\(field)") else { continue }
      let count = try ArticleSearch(query, in: self).total()
      guard count > 0, count * 100 >= all else { continue }
      warn("\(count) of \(all) articles have \(what).", query: query.text)
    }
    if try !CopyStore(connection).isComplete(), all > 0 {
      warn(
        "It is not known of all articles whether they are copies.",
        remedy: ["duplicates", "update"])
    }
    let unfinished = try connection.integer(
      "SELECT count(*) FROM import_run WHERE finished IS NULL")
    if unfinished > 0 {
      warn(
        "\(unfinished == 1 ? "An import was" : "\(unfinished) imports were") stopped before the end; "
          + "the same command goes on where it stopped.")
    }
    let rejects = try connection.integer("SELECT count(*) FROM reject")
    if rejects > 0 {
      warn("\(rejects == 1 ? "A record" : "\(rejects) records") could not become articles.")
    }
    return warnings
  }
}
