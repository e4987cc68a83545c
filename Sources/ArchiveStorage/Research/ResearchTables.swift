/// The tables of what people make of articles: topics, tags, notes, saved queries.
enum ResearchTables {
  /// Whether the archive has them: one of an older version that was only read has not.
  static func arePresent(in connection: Connection) throws -> Bool {
    try connection.integer("PRAGMA user_version") >= 5
  }
}

extension Archive {
  /// Runs work in a transaction; throws where there is no archive, and makes none.
  func change<T>(_ work: (Connection) throws -> T) throws -> T {
    _ = try connectForReading()
    let connection = try connectForWriting()
    return try connection.transaction { try work(connection) }
  }

  /// Asks the archive, whose tables may be missing.
  func ask<T>(else none: T, _ work: (Connection) throws -> T) throws -> T {
    let connection = try connectForReading()
    guard try ResearchTables.arePresent(in: connection) else { return none }
    return try work(connection)
  }
}

/// The time in UTC, as SQL.
let nowInSQL = "strftime('%Y-%m-%dT%H:%M:%SZ')"

/// A name that is taken, or that nothing has, or that cannot be one.
public struct NameError: Error, Sendable, CustomStringConvertible {
  /// One sentence for people.
  public let description: String

  package init(_ description: String) { self.description = description }
}
