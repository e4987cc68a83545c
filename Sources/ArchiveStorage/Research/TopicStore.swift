/// A topic: a query with a name.
public struct Topic: Sendable, Equatable {
  /// Its name; two topics cannot differ in case alone.
  public var name: String
  /// What it asks, in the query language.
  public var query: String
  /// What is meant by it.
  public var description: String?

  /// A topic.
  public init(name: String, query: String, description: String? = nil) {
    (self.name, self.query, self.description) = (name, query, description)
  }
}

/// The topics of an archive.
public struct TopicStore: Sendable {
  private let archive: Archive

  /// The topics of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// All topics, in the order of their names.
  public func all() throws -> [Topic] {
    try archive.ask(else: []) { try $0.topics() }
  }

  /// Adds topics, all or none. Whether their queries can be read is not looked at here.
  ///
  /// - Parameters:
  ///   - topics: The topics.
  ///   - replacing: Whether topics of the same name are replaced.
  /// - Throws: ``NameError`` where a name is taken.
  public func add(_ topics: [Topic], replacing: Bool = false) throws {
    try archive.change { connection in
      for topic in topics {
        let isTaken = try connection.integer(
          "SELECT count(*) FROM topic WHERE name = ?1", [.text(topic.name)])
        if isTaken > 0, !replacing {
          throw NameError(
            "there is a topic “\(topic.name)” already; --replace puts this one in its place")
        }
        try connection.run(
          """
          INSERT INTO topic (name, query, description, made) VALUES (?1, ?2, ?3, \(nowInSQL))
          ON CONFLICT (name) DO UPDATE
            SET query = excluded.query, description = excluded.description
          """, [.text(topic.name), .text(topic.query), .text(topic.description)])
      }
    }
  }

  /// Removes a topic.
  ///
  /// - Throws: ``NameError`` where there is none of this name.
  public func remove(_ name: String) throws {
    try change(name, "DELETE FROM topic WHERE name = ?1", [.text(name)])
  }

  /// Gives a topic another name.
  ///
  /// - Throws: ``NameError`` where there is none of this name, and where the new one is taken.
  public func rename(_ name: String, to new: String) throws {
    let isTaken = try all().contains { $0.name.lowercased() == new.lowercased() }
    if isTaken, name.lowercased() != new.lowercased() {
      throw NameError("there is a topic “\(new)” already")
    }
    try change(name, "UPDATE topic SET name = ?2 WHERE name = ?1", [.text(name), .text(new)])
  }

  private func change(_ name: String, _ sql: String, _ values: [SQLValue]) throws {
    try archive.change { connection in
      try connection.run(sql, values)
      guard connection.changes > 0 else {
        throw NameError("there is no topic “\(name)”; `backfile topics list` lists them")
      }
    }
  }
}

extension Connection {
  /// All topics, in the order of their names.
  package func topics() throws -> [Topic] {
    guard try ResearchTables.arePresent(in: self) else { return [] }
    return try rows("SELECT name, query, description FROM topic ORDER BY name") {
      Topic(name: $0.text(0), query: $0.text(1), description: $0.textOrNil(2))
    }
  }
}
