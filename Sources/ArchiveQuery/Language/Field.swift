/// A field of the query language, by its canonical name.
enum Field: String, Sendable, CaseIterable {
  case headline, lead, author, source, section, site, tag, id, date, after, before, since, until
  case no, has, speaker, quote, kind, cue, topic, boilerplate, words
  case language = "lang"
  case importRun = "import"
  case status = "is"

  /// Other names that people bring from Nexis, Factiva, Google and our own column names.
  private static let aliases: [String: Field] = [
    "title": .headline, "hl": .headline, "hd": .headline, "hlead": .lead, "lp": .lead,
    "by": .author, "byline": .author, "outlet": .source, "publisher": .source, "src": .source,
    "publication": .source, "category": .section, "language": .language, "la": .language,
    "url": .site, "domain": .site, "said": .speaker, "quotes": .quote, "length": .words,
  ]

  private static let names: [String: Field] = {
    var names = aliases
    for field in allCases { names[field.rawValue] = field }
    return names
  }()

  /// The field of a name in any letter case.
  init?(named name: String) {
    guard let field = Self.names[name.lowercased()] else { return nil }
    self = field
  }

  /// The name that somebody who wrote this probably meant.
  static func closestName(to name: String) -> String? {
    closest(to: name.lowercased(), among: names.keys.sorted())
  }
}
