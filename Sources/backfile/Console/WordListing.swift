import ArchiveExport
import ArchiveQuery

/// What terms stand for, in a line.
enum WordListing {
  /// So many words are named.
  private static let shown = 8

  static func sentence(of expansion: WordExpansion) -> String {
    let count = expansion.words.count
    guard count > 0 else { return "\(expansion.term) stands for no word of this archive" }
    let named = expansion.words.prefix(shown).map(\.text).joined(separator: ", ")
    return
      "\(expansion.term) stands for \(grouped(count)) \(count == 1 ? "word" : "words"): \(named)"
      + (count > shown ? "… (`backfile query explain` lists them)" : "")
  }

  static func sentence(of unknown: UnknownWord) -> String {
    "no article has “\(unknown.word)”"
      + (unknown.suggestion.map { "; did you mean “\($0)”?" } ?? "")
  }
}
