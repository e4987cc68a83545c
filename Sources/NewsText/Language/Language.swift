/// The language of a text as an ISO 639-1 code (`pcm` for Nigerian Pidgin, which has none), or nil
/// when that cannot be said with some certainty.
///
/// Only the first two kilobytes are read. The script decides where it can; languages that share a
/// script are told apart by their function words and, for some, by letters that only they have.
public func detectLanguage(of text: String) -> String? {
  let sample = Array(text.utf8.prefix(2048))
  var evidence = LanguageEvidence()
  evidence.read(sample)
  return evidence.verdict
}

/// What a sample of text says about its language.
struct LanguageEvidence {
  /// Letters seen of each script.
  private var letters = [Int](repeating: 0, count: Script.allCases.count)
  /// Points of each language, for function words.
  private var points: [Int32]
  private var words = 0
  /// Letters that only some languages of a script use.
  private var signs = SignLetters()
  private let profiles = LanguageProfiles.shared

  init() { points = [Int32](repeating: 0, count: profiles.languages.count) }

  mutating func read(_ bytes: [UInt8]) {
    var hash = WordKey()
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = bytes.decodedScalar(at: offset)
      if let script = Script(scalar) {
        letters[script.rawValue] += 1
        signs.note(scalar, in: script)
        hash.append(foldedCase(scalar))
      } else if scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC {
        // "l'homme", "dell'arte": what stands before the apostrophe is the function word; where the
        // apostrophe is a letter (Ukrainian, Hausa) the parts match nothing and cost nothing.
        finish(&hash)
      } else if ScalarClass(scalar) != .letter {
        finish(&hash)
      }
      offset += length
    }
    finish(&hash)
  }

  private mutating func finish(_ hash: inout WordKey) {
    guard !hash.isEmpty else { return }
    words += 1
    if let entry = profiles.table[hash.value] {
      for language in entry.languages { points[language] += entry.weight }
    }
    hash = WordKey()
  }

  var verdict: String? {
    let total = letters.reduce(0, +)
    guard total >= 8 else { return nil }
    // Japanese is known by its kana, however many of its letters are Chinese.
    let kana = letters[Script.kana.rawValue]
    let han = letters[Script.han.rawValue]
    if (kana + han) * 2 > total { return kana * 20 > kana + han ? "ja" : "zh" }
    guard let most = letters.indices.max(by: { letters[$0] < letters[$1] }),
      let script = Script(rawValue: most), letters[most] * 5 > total * 3
    else { return nil }
    if let only = script.onlyLanguage { return only }
    if let sure = signs.verdict(in: script, letters: letters[most]) { return sure }
    return byFunctionWords(in: script)
  }

  /// The language of the script with the most points, if it leads clearly.
  private func byFunctionWords(in script: Script) -> String? {
    var best = -1
    var second: Int32 = 0
    for index in points.indices where profiles.languages[index].script == script {
      if best < 0 || points[index] > points[best] {
        if best >= 0 { second = max(second, points[best]) }
        best = index
      } else {
        second = max(second, points[index])
      }
    }
    guard best >= 0 else { return nil }
    // At least 4% of the words speak for the language, and it leads by an eighth.
    let top = points[best]
    guard top >= LanguageProfiles.wordWeight,
      Int(top) * 25 >= words * Int(LanguageProfiles.wordWeight),
      top * 8 >= second * 9
    else { return nil }
    return profiles.languages[best].code
  }
}

/// The FNV-1a hash of a word's scalars, as they are read.
struct WordKey {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var isEmpty = true

  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
    isEmpty = false
  }

  init() {}

  init(_ word: String) {
    self.init()
    for scalar in word.unicodeScalars { append(foldedCase(scalar.value)) }
  }
}
