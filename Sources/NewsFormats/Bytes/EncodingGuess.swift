/// The encoding of a text that declares none and is no UTF-8, told by what it would say.
///
/// Each candidate is decoded, and judged by how many of its characters above ASCII are those that the
/// language writes most. Without a clear answer it is Windows-1252, as in browsers.
enum EncodingGuess {
  /// More than this tells no more.
  private static let sampleBytes = 16 << 10

  /// The encoding, or nil for UTF-8, Windows-1252, and bytes that are no text.
  static func encoding(of bytes: ArraySlice<UInt8>) -> LegacyEncoding? {
    var sample = Array(bytes.prefix(sampleBytes))
    guard sample.contains(where: { $0 >= 0x80 }), !sample.contains(0) else { return nil }
    // A character may be cut at the end.
    if sample.count == sampleBytes { sample.removeLast(4) }
    if validString(sample.span) != nil || isMostlyUTF8(sample.span) { return nil }
    var best: (encoding: LegacyEncoding, score: Double)?
    // Half of a Chinese or Japanese character may look like a Latin letter.
    for candidate in hasLatinNeighbours(sample) ? latin + multiByte : others + multiByte {
      let score = candidate.score(sample)
      if score > (best?.score ?? 0.5) { best = (candidate.encoding, score) }
    }
    return best?.encoding == .windows1252 ? nil : best?.encoding
  }

  /// Whether the characters above ASCII stand among Latin letters, rather than among themselves.
  private static func hasLatinNeighbours(_ bytes: [UInt8]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (0x61...0x7A).contains(bytes[index] | 0x20)
    }
    var (all, beside) = (0, 0)
    for index in bytes.indices where bytes[index] >= 0xA1 {
      all += 1
      if isLetter(index - 1) || isLetter(index + 1) { beside += 1 }
    }
    return beside * 4 > all
  }

  /// UTF-8 that was cut or damaged here and there.
  private static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
    var (valid, malformed, index) = (0, 0, 0)
    while index < bytes.count {
      let length = sequenceLength(bytes, index)
      if length == 0 { malformed += 1 } else if length > 1 { valid += 1 }
      index += max(1, length)
    }
    return valid > malformed
  }

  private struct Candidate: Sendable {
    var encoding: LegacyEncoding
    /// Characters that most of its text is made of.
    var common: Set<Unicode.Scalar>
    /// Above this share of common characters the candidate is as good as certain.
    var expected: Double
    /// Characters that speak against it: such text is hardly written with them.
    var uncommon: Set<Unicode.Scalar>

    init(
      _ encoding: LegacyEncoding, _ common: String, expected: Double,
      uncommon: String = ""
    ) {
      self.encoding = encoding
      self.common = Set(common.unicodeScalars)
      self.expected = expected
      self.uncommon = Set(uncommon.unicodeScalars)
    }

    /// From 0 to about 1: the share of common characters beside what it should be.
    func score(_ bytes: [UInt8]) -> Double {
      let decoded = encoding.decode(bytes.span)
      guard decoded.malformed * 200 <= bytes.count else { return 0 }
      var (all, hits) = (0, 0)
      for scalar in decoded.text.unicodeScalars where scalar.value >= 0x80 {
        // Punctuation is everybody's.
        if (0x2010...0x2030).contains(scalar.value) || (0xA0...0xBB).contains(scalar.value) {
          continue
        }
        all += 1
        if common.contains(scalar) { hits += 1 }
        if uncommon.contains(scalar) { hits -= 1 }
      }
      guard all > 2 else { return 0 }
      return min(1, Double(hits) / Double(all) / expected)
    }
  }

  private static let russian = "оеаинтсрвлкмдпі"
  private static let kana =
    "のをにはがでとしてたるいなかられもこさっうあくりまきそんみえけすよだめつどわおじせやばべ"
    + "ンスルトイリアックラレーシタドカロジマメィテコサ"
  private static let simplified =
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    + "里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已"
    + "老从动两长，。、“”：；？！《》新者民党报市部政"
  private static let traditional =
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可"
    + "里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已"
    + "老從動兩長，。、「」：；？！《》新者民黨報市部政"
  private static let korean =
    "이다의는에을가고한를지은하로사시도기자서대일정인나해으라어리아수부스전과그보성있주만제들원"
    + "상장연구조년것비유위여신무공안선국했말오미니회내영개마치교동명경관통미계체금방세"

  private static let capitals = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
  private static let halfWidth = String(
    String.UnicodeScalarView((0xFF61...0xFF9F).compactMap { Unicode.Scalar($0 as UInt32) }))

  /// The most frequent letters of alphabets other than Latin.
  private static let others: [Candidate] = [
    Candidate(.windows1251, russian, expected: 0.7, uncommon: capitals),
    Candidate(.koi8, russian, expected: 0.7, uncommon: capitals),
    Candidate(LegacyEncoding(name: "ISO-8859-5"), russian, expected: 0.7, uncommon: capitals),
    Candidate(LegacyEncoding(name: "CP866"), russian, expected: 0.7, uncommon: capitals),
    Candidate(LegacyEncoding(name: "WINDOWS-1253"), "αοιετσνηυρπκάίόέ", expected: 0.7),
    Candidate(LegacyEncoding(name: "WINDOWS-1255"), "יוהלאתרבשמנם", expected: 0.7),
    Candidate(LegacyEncoding(name: "WINDOWS-1256"), "اليمونرتبةعد", expected: 0.7),
    Candidate(LegacyEncoding(name: "CP874"), "านรกอเงยมลวดท่้ัีิะ", expected: 0.6),
  ]

  private static let multiByte: [Candidate] = [
    Candidate(.shiftJIS, kana, expected: 0.35, uncommon: halfWidth),
    Candidate(.eucJP, kana, expected: 0.35, uncommon: halfWidth),
    Candidate(.gb18030, simplified, expected: 0.35),
    Candidate(.big5, traditional, expected: 0.35),
    Candidate(.eucKR, korean, expected: 0.5),
  ]

  private static let eastern = "ąćęłńśźżóěščřžýáíéůúďťňőűöüäșțăâîđß"
  /// Letters that one language has beside those of ASCII; the first of equals is it.
  private static let latin: [Candidate] = [
    Candidate(.windows1252, "äöüßéèêàçñáíóúãõâôåøæëïîìòùûœ¿¡’“”", expected: 1),
    Candidate(.windows1250, eastern, expected: 1, uncommon: "ŕçďĺ"),
    Candidate(LegacyEncoding(name: "ISO-8859-2"), eastern, expected: 1, uncommon: "ŕçďĺ"),
    Candidate(LegacyEncoding(name: "WINDOWS-1254"), "ığşİöüçâîû", expected: 1, uncommon: "áéíóúæ"),
    Candidate(
      LegacyEncoding(name: "WINDOWS-1257"), "ąčęėįšųūžāēģīķļņõäöü", expected: 1, uncommon: "éó"),
  ]
}
