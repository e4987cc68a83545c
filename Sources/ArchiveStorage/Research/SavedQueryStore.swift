/// A query that is kept.
public struct SavedQuery: Sendable, Equatable {
  /// Its name; two cannot differ in case alone.
  public let name: String
  /// The query as it was typed.
  public let query: String
  /// What it is for.
  public let description: String?
  /// When a run listed all of it last, ISO 8601 in UTC; nil where it never was.
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
    guard let found = try all().first(named: name, by: \.name) else { throw Self.unknown(name) }
    return found
  }

  /// Keeps a query. Whether it can be read is not looked at here.
  ///
  /// - Throws: ``NameError`` where the name is none, or is taken and is not to be replaced.
  public func save(
    _ query: String, as name: String, description: String? = nil, replacing: Bool = false
  ) throws {
    try name.requireName()
    try archive.change { connection in
      if let id = try KnownNames(of: .savedQuery, in: connection).id(of: name) {
        guard replacing else {
          throw NameError(
            "there is a saved query “\(name)” already; --replace puts this one in its place")
        }
        // Another query has not been run yet.
        try connection.run("DELETE FROM saved_query WHERE id = ?1", [.integer(id)])
      }
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
        "UPDATE saved_query SET run = \(nowInSQL), arrival = ?2 WHERE id = ?1",
        [.integer(try Self.id(of: name, connection)), .integer(lastArrival)])
    }
  }

  /// Removes a query.
  ///
  /// - Throws: ``NameError`` where there is none of this name.
  public func remove(_ name: String) throws {
    try archive.change { connection in
      try connection.run(
        "DELETE FROM saved_query WHERE id = ?1", [.integer(try Self.id(of: name, connection))])
    }
  }

  private static func id(of name: String, _ connection: Connection) throws -> Int64 {
    guard let id = try KnownNames(of: .savedQuery, in: connection).id(of: name) else {
      throw unknown(name)
    }
    return id
  }

  private static func unknown(_ name: String) -> NameError {
    NameError("there is no saved query “\(name)”; `backfile query list` lists them")
  }
}
