/// A query that is kept.
public struct SavedQuery: Sendable, Equatable {
  /// Its name; two cannot differ in case alone.
  public let name: String
  /// The query as it was typed.
  public let query: String
  /// What it is for.
  public let description: String?
  /// When it was run last, ISO 8601 in UTC; nil where it never was.
  public let lastRun: String?
  /// The arrival of the last article that was there then.
  package let arrival: Int64?
}

/// The saved queries of an archive.
public struct SavedQueryStore: Sendable {
  private let archive: Archive

  /// The saved queries of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// All of them, in the order of their names.
  public func all() throws -> [SavedQuery] {
    try archive.ask(else: []) { connection in
      try connection.rows(
        "SELECT name, query, description, run, arrival FROM saved_query ORDER BY name"
      ) {
        SavedQuery(
          name: $0.text(0), query: $0.text(1), description: $0.textOrNil(2),
          lastRun: $0.textOrNil(3), arrival: $0.integerOrNil(4))
      }
    }
  }

  /// The one of a name.
  ///
  /// - Throws: ``NameError`` where there is none.
  public func query(named name: String) throws -> SavedQuery {
    let found = try all().first { $0.name.lowercased() == name.lowercased() }
    guard let found else { throw Self.unknown(name) }
    return found
  }

  /// Keeps a query. Whether it can be read is not looked at here.
  ///
  /// - Throws: ``NameError`` where the name is taken and is not to be replaced.
  public func save(
    _ query: String, as name: String, description: String? = nil, replacing: Bool = false
  ) throws {
    try archive.change { connection in
      let isTaken = try connection.integer(
        "SELECT count(*) FROM saved_query WHERE name = ?1", [.text(name)])
      if isTaken > 0, !replacing {
        throw NameError(
          "there is a saved query “\(name)” already; --replace puts this one in its place")
      }
      // Another query has not been run yet.
      try connection.run("DELETE FROM saved_query WHERE name = ?1", [.text(name)])
      try connection.run(
        """
        INSERT INTO saved_query (name, query, description, made) VALUES (?1, ?2, ?3, \(nowInSQL))
        """, [.text(name), .text(query), .text(description)])
    }
  }

  /// Notes that a query was run when an article was the last that had come.
  public func noteRun(of name: String, lastArrival: Int64) throws {
    try archive.change { connection in
      try connection.run(
        "UPDATE saved_query SET run = \(nowInSQL), arrival = ?2 WHERE name = ?1",
        [.text(name), .integer(lastArrival)])
    }
  }

  /// Removes a query.
  ///
  /// - Throws: ``NameError`` where there is none of this name.
  public func remove(_ name: String) throws {
    try archive.change { connection in
      try connection.run("DELETE FROM saved_query WHERE name = ?1", [.text(name)])
      guard connection.changes > 0 else { throw Self.unknown(name) }
    }
  }

  private static func unknown(_ name: String) -> NameError {
    NameError("there is no saved query “\(name)”; `backfile query list` lists them")
  }
}
