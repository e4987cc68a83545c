internal import ArchiveStorage

/// A piece of SQL and the values of its `?`, in their order.
struct SQLFragment {
  var text: String
  var values: [SQLValue]

  init(_ text: String, _ values: SQLValue...) { (self.text, self.values) = (text, values) }

  init(_ text: String, values: [SQLValue]) { (self.text, self.values) = (text, values) }

  static func + (a: SQLFragment, b: SQLFragment) -> SQLFragment {
    SQLFragment(a.text + b.text, values: a.values + b.values)
  }

  static func + (a: SQLFragment, b: String) -> SQLFragment {
    SQLFragment(a.text + b, values: a.values)
  }

  static func + (a: String, b: SQLFragment) -> SQLFragment {
    SQLFragment(a + b.text, values: b.values)
  }

  static func joined(_ parts: [SQLFragment], by separator: String) -> SQLFragment {
    SQLFragment(
      parts.map(\.text).joined(separator: separator), values: parts.flatMap(\.values))
  }
}
