internal import ArchiveQuery

/// What the page of trends is asked: some queries, by what, and of what they are a part.
struct TrendsQuestion {
  /// The queries, without those that were left empty.
  var texts: [String]
  var field: CountField
  var unit: CountUnit
  /// Only articles that this query finds are counted; empty for all.
  var base: String

  /// So many queries can be compared.
  static let most = 10

  init(_ visit: Visit) throws {
    texts = visit.query.all("q").filter { !$0.allSatisfy(\.isWhitespace) }
    field = try visit.choice("by", else: .month)
    unit = try visit.choice("per", else: .articles)
    base = visit.query["within"] ?? ""
    if base.allSatisfy(\.isWhitespace) { base = "" }
    guard texts.count <= Self.most else {
      throw PageError.badRequest("At most \(Self.most) queries can be compared.")
    }
  }

  func with(_ change: (inout TrendsQuestion) -> Void) -> TrendsQuestion {
    var new = self
    change(&new)
    return new
  }

  func address(as form: Request.Form = .page) -> Address {
    Address(
      ["trends" + form.suffix],
      query: texts.map { (name: "q", value: $0) } + [
        (name: "by", value: field == .month ? nil : field.rawValue),
        (name: "per", value: unit == .articles ? nil : unit.rawValue),
        (name: "within", value: base.isEmpty ? nil : base),
      ])
  }

  /// The command line that says the same.
  func command(_ visit: Visit) -> [String] {
    let options =
      ["--by", field.rawValue] + (unit == .articles ? [] : ["--per", unit.rawValue])
      + (base.isEmpty ? [] : ["--within", base])
    // What begins with a dash would be taken for an option.
    let words = texts.contains { $0.hasPrefix("-") } ? ["--"] + texts : texts
    return visit.command("count", options: options + words)
  }
}
