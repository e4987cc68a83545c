/// The ids of names in a table with `id` and `name`: each name is looked up once, then remembered.
struct NameTable {
  private let select: String
  private let insert: String
  private var ids: [String: Int64] = [:]
  /// Names remembered; the memory of an import does not grow with the archive.
  private let limit = 100_000

  /// A table with a column `name` that is unique, and perhaps a second column to be set with it.
  init(_ table: String, alsoSetting column: String? = nil) {
    select = "SELECT id FROM \(table) WHERE name = ?1"
    insert =
      column.map { "INSERT INTO \(table) (name, \($0)) VALUES (?1, ?2)" }
      ?? "INSERT INTO \(table) (name) VALUES (?1)"
  }

  mutating func id(of name: String, extra: SQLValue? = nil, in connection: Connection) throws
    -> Int64
  {
    if let id = ids[name] { return id }
    let id: Int64
    if let known = try connection.first(select, [.text(name)], { $0.integer(0) }) {
      id = known
    } else {
      try connection.run(insert, [.text(name)] + (extra.map { [$0] } ?? []))
      id = connection.lastInsertedRowID
    }
    if ids.count >= limit { ids.removeAll(keepingCapacity: true) }
    ids[name] = id
    return id
  }

  /// Forgets everything: after a transaction that was rolled back.
  mutating func forget() { ids.removeAll() }
}
