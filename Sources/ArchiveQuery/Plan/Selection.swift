internal import ArchiveStorage

/// Which rows a query finds: the FROM and WHERE of a statement.
///
/// The joins are CROSS JOINs: SQLite then keeps their order. Left to itself it would ask the
/// full-text index once for each row of another table.
struct Selection {
  /// Tables that are joined in this order.
  var tables: [String]
  /// Conditions that all hold.
  var conditions: [SQLFragment]
  /// The column of the rows' ids in the first table.
  var id: String
  /// The full-text table that is asked first; nil when none is.
  var fullText: String?

  /// A statement for columns of the rows.
  func statement(_ columns: String, then rest: SQLFragment = SQLFragment("")) -> SQLFragment {
    "SELECT \(columns) FROM \(tables.joined(separator: " CROSS JOIN ")) WHERE "
      + SQLFragment.joined(conditions, by: " AND ") + " " + rest
  }
}
