extension String {
  /// What the names that people give are told apart by: case makes no difference, in any script, nor does
  /// how accents are encoded.
  package var nameKey: String { uppercased().lowercased() }

  /// Throws ``NameError`` where it cannot be a name: nobody could ask for it.
  package func requireName() throws {
    guard contains(where: { $0.isLetter || $0.isNumber }) else {
      throw NameError("“\(self)” is no name: it has no letter and no digit")
    }
  }
}

extension Sequence {
  /// The element of a name; nil where none has it.
  ///
  /// An archive may have two that differ in case alone, from before that was looked at: then it is the one
  /// that is written so.
  package func first(named name: String, by ownName: (Element) -> String) -> Element? {
    let key = name.nameKey
    let same = filter { ownName($0).nameKey == key }
    return same.first { ownName($0) == name } ?? same.first
  }
}

/// The names of topics, of tags or of saved queries, as a transaction finds them.
///
/// SQLite's NOCASE folds A–Z alone, so that names are compared here and rows changed by their ids.
struct KnownNames {
  /// The tables with `id` and `name`.
  enum Table: String { case topic, tag, savedQuery = "saved_query" }

  private var rows: [String: [(id: Int64, name: String)]]

  init(of table: Table, in connection: Connection) throws {
    let all = try connection.rows("SELECT id, name FROM \(table.rawValue) ORDER BY id") {
      (id: $0.integer(0), name: $0.text(1))
    }
    rows = Dictionary(grouping: all) { $0.name.nameKey }
  }

  /// The row of a name; nil where none has it.
  func row(_ name: String) -> (id: Int64, name: String)? {
    rows[name.nameKey]?.first(named: name) { $0.name }
  }

  /// The number of the row; what tables refer to.
  func id(of name: String) -> Int64? { row(name)?.id }

  mutating func insert(_ name: String, id: Int64) {
    rows[name.nameKey, default: []].append((id, name))
  }
}
