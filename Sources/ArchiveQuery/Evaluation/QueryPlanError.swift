/// Why a query that was understood cannot be asked here.
public struct QueryPlanError: Error, Sendable, Equatable {
  /// The kinds that callers tell apart.
  public enum Kind: Sendable {
    /// Something has to be done with the archive before it can be answered.
    case notReady
    /// It is no question for what is being looked for: an author of boilerplate.
    case outOfPlace
    /// A term stands for more words of the archive than are looked for at once.
    case tooManyWords
    /// The answer took longer than it was given.
    case tookTooLong
  }

  /// The kind of failure.
  public let kind: Kind
  /// One sentence for people.
  public let message: String

  init(kind: Kind, message: String) { (self.kind, self.message) = (kind, message) }

  static func notReady(_ message: String) -> QueryPlanError {
    QueryPlanError(kind: .notReady, message: message)
  }

  static func outOfPlace(_ message: String) -> QueryPlanError {
    QueryPlanError(kind: .outOfPlace, message: message)
  }
}
