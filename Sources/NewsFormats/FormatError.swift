/// Why an input cannot be read.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Code: Sendable, Equatable {
    /// The file or folder cannot be opened or read.
    case unreadable
    /// No format known here.
    case unknownFormat
    /// A container that is known and not read here.
    case unreadableContainer
    /// What is plainly no article, such as a program.
    case noArticle
    /// A table in which no column holds text.
    case noTextColumn
  }

  /// What kind of trouble it is.
  public let code: Code
  /// The path of the input, `-` for standard input; empty where only the caller knows it.
  public internal(set) var input: String
  /// What is wrong, in words.
  public let message: String
  /// What the user can do about it, in words.
  public let remedy: String

  init(_ code: Code, input: String = "", message: String, remedy: String) {
    (self.code, self.input, self.message, self.remedy) = (code, input, message, remedy)
  }

  /// `path: what is wrong (what to do)`
  public var description: String {
    (input.isEmpty ? "" : input + ": ") + message + (remedy.isEmpty ? "" : " (\(remedy))")
  }
}
