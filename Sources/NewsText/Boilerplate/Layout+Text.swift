extension Layout {
  /// The text form that the archive stores.
  var description: String {
    var text = Self.encode(separator)
    for index in exceptions.keys.sorted() {
      text += ";\(index):" + Self.encode(exceptions[index] ?? [])
    }
    if !ending.isEmpty { text += ";$:" + Self.encode(ending) }
    if let common = folds.first?.original {
      text += ";/" + Self.encode(common)
      for fold in folds {
        text += ",\(fold.spacesBetween)"
        if fold.original != common { text += ":" + Self.encode(fold.original) }
      }
    }
    return isOfPage ? text + ";p" : text
  }

  /// Reads the text form; what a damaged one does not say stays at its default.
  init?(_ text: String) {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false)[...]
    guard let separator = parts.popFirst() else { return nil }
    self.init()
    self.separator = Self.decode(separator)
    for part in parts {
      if part.first == "/" {
        readFolds(part.dropFirst())
      } else if part == "p" {
        isOfPage = true
      } else if let colon = part.firstIndex(of: ":") {
        let white = Self.decode(part[part.index(after: colon)...])
        if part[..<colon] == "$" {
          ending = white
        } else if let index = Int(part[..<colon]) {
          exceptions[index] = white
        }
      }
    }
  }

  private mutating func readFolds(_ text: Substring) {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)[...]
    let common = parts.popFirst().map(Self.decode) ?? []
    for part in parts {
      let fields = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let spaces = Int(fields[0]) else { continue }
      let original = fields.count > 1 ? Self.decode(fields[1]) : common
      folds.append(Fold(spacesBetween: spaces, original: original))
    }
  }

  private static let letters: [(byte: UInt8, letter: Character)] = [
    (0x0A, "n"), (0x0D, "r"), (0x09, "t"), (0x20, "s"), (0x0C, "f"),
  ]

  /// White space as letters, with a number for repeats: `nnss` is `n2s2`.
  private static func encode(_ white: [UInt8]) -> String {
    var text = ""
    var offset = 0
    while offset < white.count {
      let (scalar, length) = white.decodedScalar(at: offset)
      let unit = white[offset..<offset + length]
      var times = 1
      while white[(offset + times * length)...].starts(with: unit) { times += 1 }
      if let known = letters.first(where: { UInt32($0.byte) == scalar }) {
        text.append(known.letter)
      } else {
        text += "<" + String(scalar, radix: 16) + ">"
      }
      if times > 1 { text += String(times) }
      offset += times * length
    }
    return text
  }

  private static func decode(_ text: Substring) -> [UInt8] {
    var white: [UInt8] = []
    var unit: [UInt8] = []
    var rest = text
    while let character = rest.popFirst() {
      if let known = letters.first(where: { $0.letter == character }) {
        unit = [known.byte]
        white += unit
      } else if character == "<" {
        let digits = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(digits.count + 1)
        unit =
          UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map {
            Array(String(Character($0)).utf8)
          } ?? []
        white += unit
      } else {
        let digits = String(character) + rest.prefix(while: \.isNumber)
        rest = rest.drop(while: \.isNumber)
        // A damaged number must not fill the memory.
        let times = min(Int(digits) ?? 1, 1_000_000)
        for _ in 1..<max(times, 1) { white += unit }
      }
    }
    return white
  }
}
