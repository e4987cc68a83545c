/// A cell of a table that people and other programs read.
public enum Cell: Sendable, Equatable {
  /// Not known: an empty cell in CSV, null in JSON.
  case missing
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)

  /// Text, or a missing cell for nil.
  public static func text(_ text: String?) -> Cell { text.map { .text($0) as Cell } ?? .missing }

  /// A whole number.
  public static func integer(_ number: Int) -> Cell { .integer(Int64(number)) }

  /// The cell as text; empty when it is missing.
  public var plain: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }
}

/// A way of writing tables: first the columns' names, then row after row, then the end.
public protocol TableWriter {
  /// Writes what stands before the rows.
  mutating func begin(columns: [String]) throws
  /// Writes one row, with a cell for each column.
  mutating func write(_ row: [Cell]) throws
  /// Writes what stands after the rows.
  mutating func end() throws
}
