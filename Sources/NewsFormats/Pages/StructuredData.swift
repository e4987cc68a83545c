/// What a page's JSON-LD says of its article (schema.org, Article).
struct StructuredData: Sendable {
  /// A thing with a type, as far as it is of use.
  struct Thing: Sendable {
    var types: [String] = []
    var headline: String?
    var name: String?
    var authors: [String] = []
    var published: String?
    var modified: String?
    var created: String?
    var section: String?
    var language: String?
    var publisher: String?
    var url: String?
    var body: String?

    /// How much it is an article: 0 is none.
    var rank: Int {
      var rank = 0
      for type in types {
        let type = type.lowercased()
        if type.hasSuffix("article") || type.hasSuffix("posting") || type == "report" {
          rank = max(rank, 4)
        } else if type == "review" || type == "recipe" || type == "newsvideo" {
          rank = max(rank, 3)
        } else if type == "webpage" || type == "itempage" || type.hasSuffix("page") {
          rank = max(rank, 1)
        } else if type == "videoobject" || type == "creativework" || type == "audioobject" {
          rank = max(rank, 2)
        }
      }
      return rank
    }
  }

  private(set) var things: [Thing] = []
  private var names: [String: String] = [:]
  private var budget = 20_000

  /// Deeper than any page's data that says something of its article.
  private static let maxDepth = 10

  /// Reads every script with JSON-LD; one that is broken is repaired or left out.
  init(_ document: HTMLDocument, _ scripts: [Int]) {
    for script in scripts where script + 1 < document.nodes.count {
      let text = document.nodes[script + 1]
      guard text.isText, Int(text.parent) == script else { continue }
      read(cleaned(document.bytes[text.range]))
    }
    // An author is often named elsewhere in the data.
    for index in things.indices {
      things[index].authors = things[index].authors.compactMap { author in
        author.hasPrefix("@") ? names[String(author.dropFirst())] : author
      }
    }
  }

  /// The article; of several the first.
  var article: Thing? {
    var best: Thing?
    for thing in things where thing.rank > best?.rank ?? 0 { best = thing }
    return best
  }

  /// The first of the things that has a value, the article before the page.
  func first<Value>(_ value: (Thing) -> Value?) -> Value? {
    for rank in [4, 3, 2, 1] {
      for thing in things where thing.rank == rank {
        if let found = value(thing) { return found }
      }
    }
    return nil
  }

  // MARK: Reading

  /// Control characters stand in strings of many pages; elsewhere they are white space anyway.
  private func cleaned(_ source: ArraySlice<UInt8>) -> [UInt8] {
    guard
      let start = source.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return [] }
    return source[start...].map { $0 < 0x20 ? 0x20 : $0 }
  }

  private mutating func read(_ json: [UInt8]) {
    var scanner = JSONScanner()
    if let value = try? scanner.value(json.span) {
      visit(value, json.span, depth: 0)
    } else if let repaired = withoutTrailingCommas(json) {
      var scanner = JSONScanner()
      if let value = try? scanner.value(repaired.span) { visit(value, repaired.span, depth: 0) }
    }
  }

  /// JSON without commas before a closing bracket, and without backslashes that escape nothing; nil
  /// where there was none.
  private func withoutTrailingCommas(_ json: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    var isInString = false
    var index = 0
    while index < json.count {
      let byte = json[index]
      index += 1
      if isInString {
        if byte == UInt8(ascii: "\\"), index < json.count {
          let next = json[index]
          index += 1
          if "\"\\/bfnrtu".utf8.contains(next) { output.append(byte) }
          output.append(next)
          continue
        }
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        while let last = output.last, last == 0x20 || last == UInt8(ascii: ",") {
          output.removeLast()
        }
      }
      output.append(byte)
    }
    return output.count < json.count ? output : nil
  }

  private mutating func visit(_ value: JSONValue, _ bytes: Span<UInt8>, depth: Int) {
    guard depth < Self.maxDepth, budget > 0 else { return }
    budget -= 1
    var scanner = JSONScanner(at: value.range.lowerBound)
    switch value.kind {
    case .array:
      var elements: [JSONValue] = []
      try? scanner.array(bytes) { (element) throws(JSONProblem) in elements.append(element) }
      for element in elements { visit(element, bytes, depth: depth + 1) }
    case .object: visitObject(members(of: value, bytes), bytes, depth: depth)
    default: return
    }
  }

  private struct Member {
    var name: String
    var value: JSONValue
  }

  private func members(of value: JSONValue, _ bytes: Span<UInt8>) -> [Member] {
    guard case .object = value.kind else { return [] }
    var members: [Member] = []
    var scanner = JSONScanner(at: value.range.lowerBound)
    try? scanner.object(bytes) { (key, _, value) throws(JSONProblem) in
      members.append(Member(name: repairedString(bytes.extracting(key)), value: value))
    }
    return members
  }

  private mutating func visitObject(_ members: [Member], _ bytes: Span<UInt8>, depth: Int) {
    var thing = Thing()
    var id: String?
    for member in members {
      let value = member.value
      switch member.name {
      case "@type": thing.types = strings(value, bytes)
      case "@id": id = string(value, bytes)
      case "headline": thing.headline = string(value, bytes)
      case "name": thing.name = string(value, bytes)
      case "author", "creator":
        if thing.authors.isEmpty { thing.authors = people(value, bytes, depth: 0) }
      case "datePublished": thing.published = string(value, bytes)
      case "dateModified": thing.modified = string(value, bytes)
      case "dateCreated", "uploadDate": thing.created = string(value, bytes)
      case "articleSection": thing.section = strings(value, bytes).first
      case "inLanguage": thing.language = string(value, bytes) ?? name(value, bytes)
      case "publisher": thing.publisher = name(value, bytes) ?? string(value, bytes)
      case "url": thing.url = string(value, bytes)
      case "articleBody": thing.body = string(value, bytes, isLong: true)
      case "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "review":
        visit(value, bytes, depth: depth + 1)
      default: break
      }
    }
    if let id, let name = thing.name { names[id] = name }
    if thing.rank > 0 { things.append(thing) }
  }

  /// Names of people or organisations; one that is only referred to is `@` and its id.
  private mutating func people(
    _ value: JSONValue, _ bytes: Span<UInt8>, depth: Int
  ) -> [String] {
    guard depth < 4, budget > 0 else { return [] }
    budget -= 1
    switch value.kind {
    case .string: return string(value, bytes).map { [$0] } ?? []
    case .array:
      var elements: [JSONValue] = []
      var scanner = JSONScanner(at: value.range.lowerBound)
      try? scanner.array(bytes) { (element) throws(JSONProblem) in elements.append(element) }
      return elements.prefix(30).flatMap { people($0, bytes, depth: depth + 1) }
    case .object:
      let members = members(of: value, bytes)
      if let member = members.first(where: { $0.name == "name" }) {
        let names = strings(member.value, bytes)
        if !names.isEmpty { return names }
      }
      let given = members.first { $0.name == "givenName" }.flatMap { string($0.value, bytes) }
      let family = members.first { $0.name == "familyName" }.flatMap { string($0.value, bytes) }
      if let given, let family { return ["\(given) \(family)"] }
      let id = members.first { $0.name == "@id" }.flatMap { string($0.value, bytes) }
      return id.map { ["@" + $0] } ?? []
    default: return []
    }
  }

  private func name(_ value: JSONValue, _ bytes: Span<UInt8>) -> String? {
    if case .array = value.kind {
      var first: JSONValue?
      var scanner = JSONScanner(at: value.range.lowerBound)
      try? scanner.array(bytes) { (element) throws(JSONProblem) in first = first ?? element }
      return first.flatMap { name($0, bytes) }
    }
    return members(of: value, bytes).first { $0.name == "name" }.flatMap { string($0.value, bytes) }
  }

  private func strings(_ value: JSONValue, _ bytes: Span<UInt8>) -> [String] {
    if case .array = value.kind {
      var found: [String] = []
      var scanner = JSONScanner(at: value.range.lowerBound)
      try? scanner.array(bytes) { (element) throws(JSONProblem) in
        if found.count < 30, let text = string(element, bytes) { found.append(text) }
      }
      return found
    }
    return string(value, bytes).map { [$0] } ?? []
  }

  /// A string that says something, its character references resolved: many pages have them in JSON.
  private func string(
    _ value: JSONValue, _ bytes: Span<UInt8>, isLong: Bool = false
  ) -> String? {
    guard case .string(let hasEscapes) = value.kind, isLong || value.range.count < 4000 else {
      return nil
    }
    let inside = value.range.lowerBound + 1..<value.range.upperBound - 1
    let text = JSONText(bytes.extracting(inside), hasEscapes: hasEscapes).text
    let plain = isLong ? text : resolvedReferences(text).collapsed
    return plain.isEmpty ? nil : plain
  }
}

/// A text with its character references resolved.
func resolvedReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  let bytes = Array(text.utf8)
  var output: [UInt8] = []
  CharacterReferences.standard.append(bytes.span, 0..<bytes.count, isAttribute: false, to: &output)
  return String(decoding: output, as: UTF8.self)
}
