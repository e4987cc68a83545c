public import ArchiveStorage

/// An archive that is open for questions.
///
/// It is not `Sendable`: each thread that asks opens its own.
public final class ArchiveReader {
  package let connection: Connection
  let tokenizer: Tokenizer

  /// Opens an archive.
  ///
  /// Throws ``StorageError`` where there is none, where it is something else, and where a newer
  /// version made it.
  public convenience init(_ archive: Archive) throws {
    try self.init(try archive.connectForReading())
  }

  /// Reads through a connection that is there already.
  package init(_ connection: Connection) throws {
    self.connection = connection
    tokenizer = try FullTextFunctions(on: connection).tokenizer
  }

  func planner(of subject: Subject) -> Planner { Planner(tokenizer: tokenizer, subject: subject) }

  /// The number of rows that a selection finds.
  func count(_ selection: Selection) throws -> Int {
    let statement = selection.statement("count(*)")
    return Int(try connection.integer(statement.text, statement.values))
  }
}

/// In which order hits are listed.
public enum HitOrder: String, Sendable, CaseIterable {
  /// By date, the latest first; undated articles last.
  case newest
  /// By date, the earliest first; undated articles first.
  case oldest
  /// By BM25; the newest first where there are no words to be relevant to.
  case relevance
}

extension HitOrder {
  /// The ORDER BY of a selection's rows, and the score, lower is better, by which they are ordered.
  func terms(_ selection: Selection) -> (score: String, order: SQLFragment) {
    switch (self, selection.fullText) {
    case (.oldest, _): ("NULL", SQLFragment("ORDER BY \(selection.id)"))
    case (.relevance, let table?):
      // A word in the headline says as much as four in the body.
      (
        "bm25(\(table), 1.0, 4.0)",
        SQLFragment("ORDER BY bm25(\(table), 1.0, 4.0), \(selection.id) DESC")
      )
    default: ("NULL", SQLFragment("ORDER BY \(selection.id) DESC"))
    }
  }
}
