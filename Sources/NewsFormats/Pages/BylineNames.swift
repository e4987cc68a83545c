/// The names in a byline.
extension Bylines {
  /// The names in a byline: labels, roles, addresses and dates left out.
  static func names(in byline: String) -> [String] {
    let text = Array(byline.collapsed.utf8)
    let bytes = text.span
    if addresses.contains(where: { bytes.hasPrefix($0, at: 0) }) { return [] }
    var names: [String] = []
    var start = withoutLabel(bytes, 0)
    let first = start
    var index = start
    func finish() {
      let part = bytes.extracting(start..<index)
      let rest = part.extracting(withoutLabel(part, 0)..<part.count)
      let name = repairedString(rest).collapsed.trimmingMarks
      if isName(name) { names.append(name) }
    }
    while index < text.count {
      if index > first, stops.contains(where: { bytes.hasPrefix($0, at: index) }) { break }
      if let separator = separators.first(where: { bytes.hasPrefix($0, at: index) }) {
        finish()
        index += separator.utf8CodeUnitCount
        start = index
      } else {
        // Stops and separators begin with a space, a mark or a capital.
        index += 1
        while index < text.count, bytes[index] >= UInt8(ascii: "a"), bytes[index] < 0x7B {
          index += 1
        }
      }
    }
    finish()
    return names
  }

  private static let addresses: [StaticString] = ["http://", "https://", "www."]

  /// What ends the names.
  private static let stops: [StaticString] = [
    " | ", " • ", " · ", " — ", " – ", " - ", "(", "@", "Published", "Updated", " on ",
  ]

  private static let separators: [StaticString] = [
    ";", ",", " and ", " und ", " et ", " y ", " & ", " og ", " och ", "|", "/",
  ]

  private static let labels: [StaticString] = [
    "by ", "von ", "par ", "por ", "by: ", "author: ", "written by ", "story by ", "words by ",
    "autor: ", "text: ", "reviewed by ", "posted by ", "from ",
  ]

  /// Where a text goes on behind labels.
  private static func withoutLabel(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var start = start
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    for label in labels where bytes.hasPrefixIgnoringCase(label, at: start) {
      start += label.utf8CodeUnitCount
    }
    return start
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), (3...60).contains(text.utf8.count) else { return false }
    guard !text.utf8.contains(where: { isDigit($0) }) else { return false }
    let lower = text.lowercased()
    guard !notNames.contains(lower), !lower.contains("http"), !lower.contains(".com"),
      !lower.contains(":"), lower.utf8.contains(where: { $0 >= 0x80 || isASCIILetter($0) })
    else { return false }
    return words.count == 1
      || !lower.split(separator: " ").contains { roles.contains(String($0)) }
  }

  /// Words of what somebody is, not of who it is.
  private static let roles: Set<String> = [
    "writer", "editor", "reporter", "officer", "head", "director", "correspondent", "contributor",
    "contributing", "manager", "president", "opinion", "updated", "image", "photo",
  ]

  private static let notNames: Set<String> = [
    "admin", "administrator", "staff", "editor", "editors", "author", "unknown", "guest", "null",
    "none", "phd", "ph.d", "md", "m.d", "rd", "jr", "sr", "webmaster", "root", "user", "follow",
    "contributor", "writer", "reporter", "senior", "undefined", "by", "redaktion", "twitter",
    "facebook", "instagram", "rdn", "mba", "sat", "sun", "mon", "tue", "wed", "thu", "fri",
  ]
}
