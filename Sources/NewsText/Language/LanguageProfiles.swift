/// The function words of each language, ready to be looked up.
struct LanguageProfiles: Sendable {
  struct Language: Sendable {
    let code: String
    let script: Script
  }

  /// The languages that a word speaks for, and how loudly.
  struct Entry: Sendable {
    var languages: [Int]
    /// The points that each of them gets: fewer, the more of them share the word.
    var weight: Int32
  }

  /// The points of a word that only one language has.
  static let wordWeight: Int32 = 60

  let languages: [Language]
  let table: [UInt64: Entry]

  static let shared = LanguageProfiles(functionWords)

  init(_ lists: [(code: String, script: Script, words: String)]) {
    languages = lists.map { Language(code: $0.code, script: $0.script) }
    var table: [UInt64: Entry] = [:]
    for (index, list) in lists.enumerated() {
      for word in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let key = WordKey(String(word)).value
        var entry = table[key] ?? Entry(languages: [], weight: 0)
        guard !entry.languages.contains(index) else { continue }
        entry.languages.append(index)
        entry.weight = Self.wordWeight / Int32(entry.languages.count)
        table[key] = entry
      }
    }
    self.table = table
  }
}
