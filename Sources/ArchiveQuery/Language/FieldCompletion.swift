/// What could follow the beginning of a word of a query.
public struct FieldCompletion: Sendable, Equatable {
  /// What stands in place of the word.
  public let text: String
  /// What that finds.
  public let hint: String

  /// The fields whose names begin with a word, in the order of their names.
  public static func fields(beginning word: String) -> [FieldCompletion] {
    let word = word.lowercased()
    return Field.allCases.filter { $0.rawValue.hasPrefix(word) }
      .map { FieldCompletion(text: $0 == .words ? "words>" : $0.rawValue + ":", hint: $0.hint) }
      .sorted { $0.text < $1.text }
  }

  /// The values of a field, of some, that have a word that begins so; those that are given first come first.
  ///
  /// - Parameters:
  ///   - word: What was written: the field, a colon and the beginning of a value.
  ///   - values: The values with what is said of each.
  ///   - limit: How many are wanted.
  /// - Returns: At most so many, in the order of the values.
  public static func values(
    completing word: String, among values: [(name: String, hint: String)], limit: Int = 10
  ) -> [FieldCompletion] {
    guard let colon = word.firstIndex(of: ":") else { return [] }
    let field = String(word[..<colon])
    let written = word[word.index(after: colon)...].filter { !"\"“”„".contains($0) }.lowercased()
    return values.lazy.filter { value in
      let name = value.name.lowercased()
      return name.hasPrefix(written)
        || name.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix(written) }
    }.prefix(limit).map { value in
      let isWord = value.name.unicodeScalars.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      return FieldCompletion(
        text: isWord ? "\(field):\(value.name)" : fieldCondition(field, value.name),
        hint: value.hint)
    }
  }
}

extension Field {
  fileprivate var hint: String {
    switch self {
    case .headline: "in the headline"
    case .lead: "in the lead"
    case .author: "by whom"
    case .source: "the outlet"
    case .section: "section or category"
    case .site: "the address's host"
    case .tag: "what was tagged so"
    case .id: "one article"
    case .date: "in a year, month, day, or from..to"
    case .after: "later than"
    case .before: "earlier than"
    case .since: "from then on"
    case .until: "until then"
    case .no: "without a date, author, source…"
    case .has: "with a date, quote, boilerplate…"
    case .speaker: "who is quoted"
    case .quote: "words inside one quote"
    case .kind: "direct, mixed, indirect, scare"
    case .cue: "the reporting word"
    case .topic: "what a topic's query finds"
    case .boilerplate: "in what was set apart"
    case .words: "longer than so many words"
    case .language: "the language"
    case .importRun: "what one import added"
    case .status: "original or duplicate"
    }
  }
}
