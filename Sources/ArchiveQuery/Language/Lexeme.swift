/// A word of the query language, and where it stands.
struct Lexeme: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case open, close
    case and, or
    /// `NOT`, or the sign `-` before what it is about.
    case not
    case near(Proximity.Reach, Proximity.Order)
    /// A field's name and its colon. A value, a phrase or a bracket comes next.
    case field(Field)
    /// What stands after a field and is neither phrase nor bracket; nil where it has no word in it.
    case value(Term?)
    case term(Term)
    case window([Term], Int)
    /// `*`
    case everything
    /// `words>500`
    case words(ClosedRange<Int>)
    /// `atleast5` before its bracket.
    case atLeast(Int)
    /// `caps` before its bracket.
    case capitals
  }

  var kind: Kind
  /// In code points of the query.
  var range: Range<Int>
}
