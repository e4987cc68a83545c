internal import ArchiveQuery

/// A query that was not understood: where, and what to write instead.
struct SearchErrorView: View {
  let question: SearchQuestion

  /// The page is a search box with an explanation, and as good a page as any; programs are told by the status
  /// of the other forms.
  func page() throws -> Page {
    try SearchPage(question: question).page(
      command: question.command("query", "explain"), forms: []
    ) {
      if let error = question.error {
        Pieces.notice(.problem) {
          Tag.p { error.message }
          Self.marked(question.address.text, error.range)
          if let suggestion = error.suggestion {
            Tag.p {
              "Try: "
              Tag.a(.href(question.address.asking(suggestion).address)) {
                Tag.code { suggestion }
              }
            }
          }
        }
      }
    }
  }

  func json() throws -> JSON {
    // A program is told by the status, too: the site makes the answer.
    throw PageError.badRequest(message)
  }

  func table() throws -> ViewTable? { throw PageError.badRequest(message) }

  private var message: String {
    guard let error = question.error else { return "There is no query." }
    let place = "at character \(error.range.lowerBound + 1)"
    return "\(error.message) (\(place))" + (error.suggestion.map { " Try: \($0)" } ?? "")
  }

  /// The query with its place marked, and a caret below for those who see no marks.
  static func marked(_ text: String, _ range: Range<Int>) -> HTML {
    let scalars = Array(text.unicodeScalars)
    let start = min(range.lowerBound, scalars.count)
    let end = min(max(range.upperBound, start), scalars.count)
    func piece(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range].map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
    }
    return Tag.pre(.class("caret")) {
      piece(0..<start)
      Tag.mark { start == end ? " " : piece(start..<end) }
      piece(end..<scalars.count)
      "\n" + String(repeating: " ", count: start)
        + String(repeating: "^", count: max(1, end - start))
    }
  }
}
