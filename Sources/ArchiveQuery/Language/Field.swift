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

/// The word that is at most two typing errors away, or nil; the closest, and of those the first.
func closest(to word: String, among words: [String]) -> String? {
  let limit = word.utf8.count <= 3 ? 1 : 2
  return words.map { (name: $0, distance: typingErrors(from: word, to: $0)) }
    .filter { $0.distance <= limit }
    .min { $0.distance < $1.distance }?.name
}

/// Letters added, left out, changed, or swapped with their neighbour.
private func typingErrors(from a: String, to b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  // More than any limit of ours, and no reason to fill a table with somebody's novel.
  guard abs(a.count - b.count) <= 2 else { return 3 }
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, rows[i - 1][j - 1] + 1)
      }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
