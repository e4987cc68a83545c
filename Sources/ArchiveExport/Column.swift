/// A column of a table that is given away: its name, type and meaning, for the codebook.
public struct Column: Sendable {
  /// The types that columns have, by their names in Frictionless Table Schema.
  public enum Kind: String, Sendable {
    /// Text.
    case text = "string"
    /// A whole number.
    case integer
    /// A number.
    case real = "number"
  }

  /// The name, in snake case.
  public let name: String
  /// The type.
  public let kind: Kind
  /// What it holds, in a few words.
  public let meaning: String
  /// Whether it holds the text of articles, which not everybody may republish.
  public let isText: Bool

  init(_ name: String, _ kind: Kind, _ meaning: String, isText: Bool = false) {
    (self.name, self.kind, self.meaning, self.isText) = (name, kind, meaning, isText)
  }

  /// The same column under another name.
  func renamed(_ name: String) -> Column { Column(name, kind, meaning, isText: isText) }
}
