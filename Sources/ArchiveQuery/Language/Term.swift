/// A word or a phrase that is looked for.
struct Term: Sendable, Equatable {
  /// How the words of the text may differ from those of the query.
  enum Form: Sendable, Equatable {
    /// Not at all, but for case and accents.
    case exact
    /// The last word may go on: `sanction*`.
    case prefix
    /// `*` stands for any letters and `?` for one: `*gate`, `wom?n`.
    case pattern
    /// Any inflection of the word: `~negotiate`.
    case inflections
    /// At most so many typing errors: `colour~1`.
    case fuzzy(Int)
  }

  /// The words as they were written, without marks around them. Never without a letter or a digit.
  var words: String
  var form: Form
  /// Written between quote marks.
  var isPhrase: Bool

  init(_ words: String, _ form: Form = .exact, isPhrase: Bool = false) {
    (self.words, self.form, self.isPhrase) = (words, form, isPhrase)
  }
}

extension Term: CustomStringConvertible {
  /// The term in the query language.
  var description: String {
    let words = isPhrase ? "\"\(words)\"" : words
    return switch form {
    case .exact, .pattern: words
    case .prefix: words + "*"
    case .inflections: "~" + words
    case .fuzzy(let errors): words + "~\(errors)"
    }
  }
}
