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
  /// - Throws: ``NameError`` where a name is taken, or is none.
  public func add(_ topics: [Topic], replacing: Bool = false) throws {
    try archive.change { connection in
      var known = try KnownNames(of: .topic, in: connection)
      for topic in topics {
        try topic.name.requireName()
        if let id = known.id(of: topic.name) {
          guard replacing else {
            throw NameError(
              "there is a topic “\(topic.name)” already; --replace puts this one in its place")
          }
          try connection.run(
            "UPDATE topic SET query = ?2, description = ?3 WHERE id = ?1",
            [.integer(id), .text(topic.query), .text(topic.description)])
        } else {
          try connection.run(
            """
            INSERT INTO topic (name, query, description, made) VALUES (?1, ?2, ?3, \(nowInSQL))
            """, [.text(topic.name), .text(topic.query), .text(topic.description)])
          known.insert(topic.name, id: connection.lastInsertedRowID)
        }
      }
    }
  }

  /// Removes topics, all or none.
  ///
  /// - Parameters:
  ///   - names: Their names.
  ///   - check: Is given what queries there are and the topics that go; what it throws keeps them.
  /// - Throws: ``NameError`` where there is none of a name.
  package func remove(
    _ names: [String], unless check: ([StoredQuery], [StoredQuery]) throws -> Void
  ) throws {
    try archive.change { connection in
      let known = try KnownNames(of: .topic, in: connection)
      let ids = Set(try names.map { try Self.id(of: $0, among: known) })
      let all = try connection.storedQueries()
      try check(all, all.filter { $0.kind == .topic && ids.contains($0.id) })
      for id in ids { try connection.run("DELETE FROM topic WHERE id = ?1", [.integer(id)]) }
    }
  }

  /// Gives a topic another name.
  ///
  /// - Parameters:
  ///   - name: The topic's name.
  ///   - new: The new one.
  ///   - adapting: Is given what queries there are, before, and the topic; gives back those whose texts
  ///     change.
  /// - Throws: ``NameError`` where there is none of this name, and where the new one is taken.
  package func rename(
    _ name: String, to new: String,
    adapting: ([StoredQuery], StoredQuery) throws -> [StoredQuery]
  ) throws {
    try new.requireName()
    try archive.change { connection in
      let known = try KnownNames(of: .topic, in: connection)
      let id = try Self.id(of: name, among: known)
      if let other = known.id(of: new), other != id {
        throw NameError("there is a topic “\(new)” already")
      }
      let all = try connection.storedQueries()
      let renamed = all.first { $0.kind == .topic && $0.id == id }
      let changed = try renamed.map { try adapting(all, $0) } ?? []
      try connection.run(
        "UPDATE topic SET name = ?2 WHERE id = ?1", [.integer(id), .text(new)])
      for query in changed {
        try connection.run(
          "UPDATE \(query.kind.table.rawValue) SET query = ?2 WHERE id = ?1",
          [.integer(query.id), .text(query.text)])
      }
    }
  }

  private static func id(of name: String, among known: KnownNames) throws -> Int64 {
    guard let id = known.id(of: name) else {
      throw NameError("there is no topic “\(name)”; `backfile topics list` lists them")
    }
    return id
  }
}

/// A query that an archive keeps, as a topic or as a saved query: either may name topics.
package struct StoredQuery: Sendable {
  package enum Kind: Sendable {
    case topic, saved

    var table: KnownNames.Table { self == .topic ? .topic : .savedQuery }
  }

  package let kind: Kind
  let id: Int64
  package let name: String
  /// The query, in the query language.
  package var text: String
}

extension Connection {
  /// All topics, in the order of their names.
  package func topics() throws -> [Topic] {
    guard try ResearchTables.arePresent(in: self) else { return [] }
    return try rows("SELECT name, query, description FROM topic ORDER BY name") {
      Topic(name: $0.text(0), query: $0.text(1), description: $0.textOrNil(2))
    }
  }

  fileprivate func storedQueries() throws -> [StoredQuery] {
    try [StoredQuery.Kind.topic, .saved].flatMap { kind in
      try rows("SELECT id, name, query FROM \(kind.table.rawValue) ORDER BY name") {
        StoredQuery(kind: kind, id: $0.integer(0), name: $0.text(1), text: $0.text(2))
      }
    }
  }
}
