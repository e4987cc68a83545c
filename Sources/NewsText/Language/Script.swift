/// The scripts that language detection knows.
enum Script: Int, CaseIterable {
  case latin, cyrillic, greek, arabic, hebrew, devanagari, han, kana, hangul, thai
  case ethiopic, bengali, gurmukhi, gujarati, tamil, telugu, kannada, malayalam, sinhala
  case lao, khmer, myanmar, georgian, armenian

  /// The script of a letter, or nil for anything else (digits, punctuation, marks of no script).
  @inline(__always)
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0..<0xC0, 0xD7, 0xF7: return nil
    case 0xC0..<0x250, 0x253...0x2AF, 0x1E00..<0x1F00: self = .latin
    case 0x300..<0x370: return nil
    case 0x37E, 0x387: return nil
    case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
    case 0x400..<0x530: self = .cyrillic
    case 0x531..<0x589: self = .armenian
    case 0x5D0..<0x5F3: self = .hebrew
    case 0x620...0x64A, 0x671...0x6D3, 0x6D5, 0x200C: self = .arabic
    case 0x900..<0x964, 0x970..<0x980: self = .devanagari
    case 0x980..<0xA00: self = .bengali
    case 0xA00..<0xA80: self = .gurmukhi
    case 0xA80..<0xB00: self = .gujarati
    case 0xB80..<0xC00: self = .tamil
    case 0xC00..<0xC80: self = .telugu
    case 0xC80..<0xD00: self = .kannada
    case 0xD00..<0xD80: self = .malayalam
    case 0xD80..<0xE00: self = .sinhala
    case 0xE01..<0xE3F: self = .thai
    case 0xE80..<0xF00: self = .lao
    case 0x1000..<0x10A0: self = .myanmar
    case 0x10A0..<0x1100: self = .georgian
    case 0x1200..<0x1360: self = .ethiopic
    case 0x1780..<0x17D4: self = .khmer
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: self = .hangul
    case 0x3041..<0x30FB: self = .kana
    case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: self = .han
    default: return nil
    }
  }

  /// The language, where newspapers write only one in the script; nil where words have to decide.
  var onlyLanguage: String? {
    switch self {
    case .latin, .cyrillic, .arabic, .devanagari, .han, .kana, .ethiopic: nil
    case .greek: "el"
    case .hebrew: "he"
    case .hangul: "ko"
    case .thai: "th"
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .sinhala: "si"
    case .lao: "lo"
    case .khmer: "km"
    case .myanmar: "my"
    case .georgian: "ka"
    case .armenian: "hy"
    }
  }
}

/// Letters that one language of a script has and its neighbours have not.
struct SignLetters {
  private var persian = 0
  private var urdu = 0
  private var pashto = 0
  private var ukrainian = 0
  private var russian = 0
  private var serbian = 0
  private var macedonian = 0
  private var belarusian = 0
  private var kazakh = 0
  private var esperanto = 0

  /// Counts the letter if it is a sign.
  @inline(__always)
  mutating func note(_ scalar: UInt32, in script: Script) {
    guard scalar >= 0x100 else { return }
    switch script {
    case .latin: if [0x109, 0x11D, 0x125, 0x135, 0x15D, 0x16D].contains(scalar) { esperanto += 1 }
    case .cyrillic:
      switch scalar {
      case 0x44B, 0x44D, 0x451: russian += 1
      case 0x454, 0x457, 0x491: ukrainian += 1
      case 0x45E: belarusian += 1
      case 0x452, 0x45B: serbian += 1
      case 0x453, 0x45C, 0x455: macedonian += 1
      case 0x49B, 0x4D9, 0x4A3, 0x4B1, 0x493: kazakh += 1
      default: break
      }
    case .arabic:
      switch scalar {
      case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9, 0x200C: persian += 1
      case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6D2, 0x6C1: urdu += 1
      case 0x681, 0x685, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6BC, 0x6D0, 0x6CD: pashto += 1
      default: break
      }
    default: break
    }
  }

  /// The language that the signs prove, given how many letters of the script there are.
  func verdict(in script: Script, letters: Int) -> String? {
    switch script {
    case .latin:
      // Each of the six circumflexed letters is rare, and no other newspaper language uses them.
      return esperanto >= 3 && esperanto * 250 > letters ? "eo" : nil
    case .cyrillic:
      if kazakh * 40 > letters { return "kk" }
      if belarusian * 150 > letters { return "be" }
      if ukrainian * 150 > letters, ukrainian > russian { return "uk" }
      if russian * 150 > letters, russian > ukrainian * 4 { return "ru" }
      if serbian * 300 > letters { return "sr" }
      if macedonian * 300 > letters { return "mk" }
      return nil
    case .arabic:
      if urdu * 40 > letters { return "ur" }
      if pashto * 40 > letters { return "ps" }
      return persian * 50 > letters ? "fa" : "ar"
    default: return nil
    }
  }
}
