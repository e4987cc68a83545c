internal import CSnowball

/// What inflections of a word have in common: Snowball's stem of it (snowballstem.org).
///
/// Words come as the index has them, without accents.
final class Stemmer {
  private let stemmer: OpaquePointer
  /// Whether a word and its stem have the same first character, so that no other word need be asked.
  let keepsBeginning: Bool

  /// The languages of which the library has a stemmer, by the first part of their tags.
  private static let names: [String: String] = [
    "ar": "ar", "ca": "ca", "da": "da", "de": "de", "el": "el", "en": "en", "es": "es",
    "et": "et", "eu": "eu", "fi": "fi", "fr": "fr", "ga": "ga", "hi": "hi", "hu": "hu",
    "hy": "hy", "id": "id", "it": "it", "lt": "lt", "nb": "no", "ne": "ne", "nl": "nl",
    "nn": "no", "no": "no", "pt": "pt", "ro": "ro", "ru": "ru", "sr": "sr", "sv": "sv",
    "ta": "ta", "tr": "tr", "yi": "yi",
  ]

  /// Those that take prefixes off, undo mutations of a first letter, write another script or put
  /// characters together.
  private static let changingBeginnings: Set<String> = ["ar", "ga", "id", "nl", "sr", "ta", "yi"]

  /// The stemmer of a language (BCP 47, lower case); nil where there is none.
  init?(language: String) {
    let first = language.prefix { $0 != "-" }
    guard let name = Self.names[String(first)], let stemmer = sb_stemmer_new(name, "UTF_8") else {
      return nil
    }
    self.stemmer = stemmer
    keepsBeginning = !Self.changingBeginnings.contains(name)
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of a word.
  func stem(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // No language inflects words that are so long.
    guard word.count <= 256 else { return Array(word) }
    guard let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else {
      return Array(word)
    }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }
}
