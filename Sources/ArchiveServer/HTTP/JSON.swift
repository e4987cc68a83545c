internal import ArchiveExport

/// A JSON value (RFC 8259) whose members keep their order.
enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  case real(Double)
  case string(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }

  /// Text, or null for nil.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A cell of a table.
  init(_ cell: Cell) {
    self =
      switch cell {
      case .missing: .null
      case .text(let text): .string(text)
      case .integer(let number): .integer(Int(number))
      case .real(let number): .real(number)
      }
  }

  /// A row of a table as an object.
  init(columns: [String], row: [Cell]) {
    self = .object(zip(columns, row).map { (name: $0, value: JSON($1)) })
  }

  /// The value as text, with a line for each member of the outer levels.
  var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let number): text += String(number)
    case .real(let number): text += number.isFinite ? String(number) : "null"
    case .string(let value): text += JSONWriter.quoted(value)
    case .array(let values):
      Self.writeList(values, "[", "]", to: &text, depth) { value, text in
        value.write(to: &text, depth: depth + 1)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &text, depth) { member, text in
        text += JSONWriter.quoted(member.name) + ": "
        member.value.write(to: &text, depth: depth + 1)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, to text: inout String,
    _ depth: Int, _ write: (Element, inout String) -> Void
  ) {
    text += opening
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      text += "\n" + String(repeating: " ", count: depth + 1)
      write(element, &text)
    }
    if !elements.isEmpty { text += "\n" + String(repeating: " ", count: depth) }
    text += closing
  }
}
