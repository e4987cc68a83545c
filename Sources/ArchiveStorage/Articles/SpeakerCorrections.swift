/// What people say about speakers: that two names mean the same.
///
/// The table `speaker_alias` holds it, and quotes are not touched: whoever reads them looks up who
/// their speaker is. So it holds for later imports and for quotes that are found anew.
public struct SpeakerCorrections: Sendable {
  private let archive: Archive

  /// The corrections of an archive.
  public init(_ archive: Archive) { self.archive = archive }

  /// Makes speakers one: each of the names stands for another one from now on, and so does what
  /// stood for them.
  ///
  /// - Returns: The name for which they stand.
  /// - Throws: ``UnknownSpeaker`` for a name that the archive does not have.
  @discardableResult
  public func merge(_ names: [String], into name: String) throws -> String {
    try write { table in
      let others = try names.map { try table.id(of: $0) }
      return try table.join(others, to: try table.id(of: name))
    }
  }

  /// Lets a name stand for a speaker, whether or not the archive has it already.
  ///
  /// - Returns: The name of the speaker.
  /// - Throws: ``UnknownSpeaker`` where the archive does not have the speaker.
  @discardableResult
  public func addAlias(_ alias: String, of name: String) throws -> String {
    try write { table in
      let speaker = try table.id(of: name)
      return try table.join([try table.idMade(of: alias)], to: speaker)
    }
  }

  /// Takes a merge or an alias back: the name stands for itself again.
  ///
  /// - Returns: The name of the speaker for whom it stood; nil where it stood for nobody.
  /// - Throws: ``UnknownSpeaker`` for a name that the archive does not have.
  @discardableResult
  public func split(_ name: String) throws -> String? {
    try write { table in
      let speaker = try table.id(of: name)
      let leader = try table.leader(of: speaker)
      try table.free(speaker)
      return leader == speaker ? nil : try table.name(of: leader)
    }
  }

  private func write<T>(_ work: (SpeakerTable) throws -> T) throws -> T {
    // A correction does not make an archive where there is none.
    _ = try archive.connectForReading()
    let connection = try archive.connectForWriting()
    return try connection.transaction { try work(SpeakerTable(connection)) }
  }
}

/// A name that no speaker of the archive has.
public struct UnknownSpeaker: Error, CustomStringConvertible {
  /// The name that was asked for.
  public let name: String
  /// The speaker whose name is most like it.
  public let suggestion: String?

  /// One sentence for people.
  public var description: String {
    "there is no speaker “\(name)”"
      + (suggestion.map { "; did you mean “\($0)”?" } ?? "; `backfile speakers` lists them")
  }
}

/// The tables `speaker` and `speaker_alias`, inside a transaction.
private struct SpeakerTable {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The speaker of a name: as it is written, else the only one that differs in case, accents and
  /// punctuation alone.
  func id(of name: String) throws -> Int64 {
    if let id = try exactID(of: name) { return id }
    let tokenizer = try Tokenizer(connection)
    let words = tokenizer.tokens(of: name)
    var equal: [Int64] = []
    var (nearest, best): (String?, Int) = (nil, Int.max)
    try connection.forEachRow("SELECT id, name FROM speaker ORDER BY name") { row in
      let other = row.text(1)
      let its = tokenizer.tokens(of: other)
      if its == words, !words.isEmpty { equal.append(row.integer(0)) }
      let unlikeness = NameLikeness.unlikeness(of: words, and: its)
      if unlikeness < best { (nearest, best) = (other, unlikeness) }
      return true
    }
    if equal.count == 1 { return equal[0] }
    throw UnknownSpeaker(
      name: name, suggestion: best <= NameLikeness.limit(for: words) ? nearest : nil)
  }

  func idMade(of name: String) throws -> Int64 {
    if let id = try exactID(of: name) { return id }
    try connection.run("INSERT INTO speaker (name) VALUES (?1)", [.text(name)])
    return connection.lastInsertedRowID
  }

  private func exactID(of name: String) throws -> Int64? {
    try connection.first("SELECT id FROM speaker WHERE name = ?1", [.text(name)]) { $0.integer(0) }
  }

  func name(of speaker: Int64) throws -> String {
    try connection.first("SELECT name FROM speaker WHERE id = ?1", [.integer(speaker)]) {
      $0.text(0)
    } ?? ""
  }

  func leader(of speaker: Int64) throws -> Int64 {
    try connection.first(
      "SELECT stands_for FROM speaker_alias WHERE speaker_id = ?1", [.integer(speaker)]
    ) { $0.integer(0) } ?? speaker
  }

  /// Lets speakers, and all that stand for them, stand for another one. Gives that one's name.
  func join(_ speakers: [Int64], to speaker: Int64) throws -> String {
    var leader = try leader(of: speaker)
    if speakers.contains(leader) {
      // Its own leader is to stand for it: they change places.
      leader = speaker
      try free(speaker)
    }
    for other in speakers where other != leader {
      let pair: [SQLValue] = [.integer(other), .integer(leader)]
      try connection.run(
        "UPDATE speaker_alias SET stands_for = ?2 WHERE stands_for = ?1 AND speaker_id <> ?2", pair)
      try connection.run(
        """
        INSERT INTO speaker_alias (speaker_id, stands_for) VALUES (?1, ?2)
        ON CONFLICT (speaker_id) DO UPDATE SET stands_for = excluded.stands_for
        """, pair)
    }
    return try name(of: leader)
  }

  func free(_ speaker: Int64) throws {
    try connection.run(
      "DELETE FROM speaker_alias WHERE speaker_id = ?1", [.integer(speaker)])
  }
}

/// How much two names differ, for suggestions.
private enum NameLikeness {
  /// Typing errors between names; fewer where one has all words of the other ("Dunmore" is like
  /// "Martha Dunmore").
  static func unlikeness(of words: [String], and other: [String]) -> Int {
    guard !words.isEmpty, !other.isEmpty else { return Int.max }
    if words.allSatisfy(other.contains) { return 0 }
    return distance(words.joined(separator: " "), other.joined(separator: " "))
  }

  /// Beyond so many typing errors a name is another name.
  static func limit(for words: [String]) -> Int {
    max(2, words.reduce(0) { $0 + $1.utf8.count } / 4)
  }

  /// Levenshtein's distance in bytes, of names of sensible lengths.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8.prefix(100)), Array(b.utf8.prefix(100)))
    guard abs(a.count - b.count) <= 25 else { return Int.max }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(row[j + 1] + 1, row[j] + 1, corner + (letter == b[j] ? 0 : 1))
        (corner, row[j + 1]) = (row[j + 1], cost)
      }
    }
    return row[b.count]
  }
}
