import NewsModel

/// Makes an article of one JSON object.
struct JSONRecord: Sendable {
  private struct Member {
    var name: String
    var value: JSONValue
  }

  private var assembler: RecordAssembler
  private var members: [Member] = []
  private var places: [String: Int] = [:]

  init(_ context: ReaderContext) { assembler = RecordAssembler(context) }

  /// Members that interfaces wrap an article in: AP's and Superdesk's feeds, Elasticsearch.
  private static let wrappers: Set<String> = [
    "item", "article", "story", "document", "doc", "_source", "data", "content", "response",
    "newsItem",
  ]
  private static let maxWrappers = 3

  /// Reads the object in these bytes; what is no object, or no JSON, is rejected.
  ///
  /// Where the object itself has no text, and wraps another one, that one is read.
  mutating func read(_ bytes: Span<UInt8>, at position: RecordPosition) -> RecordEvent {
    read(bytes, at: position, wrappersLeft: Self.maxWrappers)
  }

  private mutating func read(
    _ bytes: Span<UInt8>, at position: RecordPosition, wrappersLeft: Int
  ) -> RecordEvent {
    let event = readUnwrapped(bytes, at: position)
    guard case .rejected = event, wrappersLeft > 0 else { return event }
    let wrapped = members.filter { Self.wrappers.contains($0.name) && $0.value.isObject }
    for member in wrapped where member.value.range.upperBound <= bytes.count {
      let inner = bytes.extracting(member.value.range)
      let event = read(inner, at: position, wrappersLeft: wrappersLeft - 1)
      if case .article = event { return event }
    }
    return event
  }

  /// The records of an object that is a dictionary of them, by name or number; none if one of its
  /// members is no object, or none of them an article.
  mutating func readDictionary(_ bytes: Span<UInt8>) -> [RecordEvent] {
    guard case .rejected = readUnwrapped(bytes, at: RecordPosition(record: 1)) else { return [] }
    let entries = members
    guard entries.allSatisfy(\.value.isObject) else { return [] }
    var events: [RecordEvent] = []
    var hasArticle = false
    for (index, entry) in entries.enumerated() where entry.value.range.upperBound <= bytes.count {
      let event = read(
        bytes.extracting(entry.value.range), at: RecordPosition(record: index + 1))
      if case .article = event { hasArticle = true }
      events.append(event)
    }
    return hasArticle ? events : []
  }

  private mutating func readUnwrapped(
    _ bytes: Span<UInt8>, at position: RecordPosition
  ) -> RecordEvent {
    do throws(JSONProblem) {
      return try readObject(bytes, at: position)
    } catch {
      assembler.reset()
      if let repaired = jsonWithoutPythonNumbers(bytes) {
        assembler.remark("NaN and Infinity are no JSON: taken for null")
        if let event = try? readObject(repaired.span, at: position) { return event }
      }
      return rejected(position, brokenJSON(error.message, at: error.offset), bytes)
    }
  }

  private mutating func readObject(
    _ bytes: Span<UInt8>, at position: RecordPosition
  ) throws(JSONProblem) -> RecordEvent {
    members.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var scanner = JSONScanner()
    guard scanner.peek(bytes) == UInt8(ascii: "{") else {
      _ = try scanner.value(bytes)
      try scanner.end(bytes)
      return rejected(position, "not an object, so no article", bytes)
    }
    try scanner.object(bytes) { key, hasEscapes, value throws(JSONProblem) in
      collect(text(bytes.extracting(key), hasEscapes: hasEscapes), value)
    }
    try scanner.end(bytes)
    for member in members { add(member, bytes) }
    return assembler.finish(position, record: bytes)
  }

  private mutating func rejected(
    _ position: RecordPosition, _ reason: String, _ bytes: Span<UInt8>
  ) -> RecordEvent {
    assembler.reset()
    return .rejected(position, reason: reason, excerpt: excerpt(of: bytes))
  }

  /// Keeps a member; of several with one name the last is kept.
  private mutating func collect(_ name: String, _ value: JSONValue) {
    if let place = places[name] {
      members[place].value = value
      assembler.remark("more than one field \(name): the last was taken")
    } else {
      places[name] = members.count
      members.append(Member(name: name, value: value))
    }
  }

  private mutating func add(_ member: Member, _ bytes: Span<UInt8>) {
    let resolution = assembler.resolve(member.name)
    if resolution.hasUsedMembers { addMembers(of: member, bytes) }
    if resolution.use != nil, case .string = member.value.kind {
      let text = string(member.value, bytes)
      assembler.add(member.name, .text(text), use: resolution.use)
    } else {
      let json = text(bytes.extracting(member.value.range), hasEscapes: false)
      var value = FieldValue.json(json, reading: nil)
      if let use = resolution.use {
        value = .json(json, reading: reading(member.value, bytes, for: use))
      }
      assembler.add(member.name, value, use: resolution.use)
    }
  }

  /// Looks for members of an object that are used under a dotted name.
  private mutating func addMembers(of parent: Member, _ bytes: Span<UInt8>) {
    for member in members(of: parent.value, bytes) {
      let name = parent.name + "." + member.name
      let resolution = assembler.resolve(name)
      if let use = resolution.use, let reading = reading(member.value, bytes, for: use) {
        assembler.addMember(name, reading, use: use)
      }
      if resolution.hasUsedMembers {
        addMembers(of: Member(name: name, value: member.value), bytes)
      }
    }
  }

  // MARK: Values

  /// What a value reads as where it stands for one of our fields; nil for null, true and false.
  ///
  /// Dumps write an outlet as `{"id": …, "name": …}`, authors as a list of names or of such
  /// objects, and paragraphs as a list of strings.
  private mutating func reading(
    _ value: JSONValue, _ bytes: Span<UInt8>, for use: FieldUse
  ) -> String? {
    switch value.kind {
    case .string: return string(value, bytes)
    case .number: return text(bytes.extracting(value.range), hasEscapes: false)
    case .boolean, .null: return nil
    case .array:
      var readings: [String] = []
      for element in rendition(of: elements(of: value, bytes), bytes, for: use) {
        if let reading = reading(element, bytes, for: use), !reading.isEmpty {
          readings.append(reading)
        }
      }
      let separator = use.role == .field(.text) || use.role == .summary ? "\n\n" : "; "
      return readings.isEmpty ? nil : readings.joined(separator: separator)
    case .object:
      let members = members(of: value, bytes)
      for name in Self.tellingMembers {
        if let member = members.first(where: { $0.name == name }),
          let reading = reading(member.value, bytes, for: use)
        {
          return reading
        }
      }
      return nil
    }
  }

  /// Of the renditions of one text (ninjs 2 and 3 have a list of bodies, each with its content
  /// type) the plain one, or else the first; other elements are all given back.
  private mutating func rendition(
    of elements: [JSONValue], _ bytes: Span<UInt8>, for use: FieldUse
  ) -> [JSONValue] {
    guard elements.count > 1, use.role == .field(.text) || use.role == .field(.headline) else {
      return elements
    }
    var isRendition = false
    for element in elements {
      let members = members(of: element, bytes)
      isRendition =
        isRendition
        || members.contains {
          $0.name == "role" || $0.name == "contenttype" || $0.name == "contentType"
        }
      for member in members where member.name.lowercased() == "contenttype" {
        if string(member.value, bytes) == "text/plain" { return [element] }
      }
    }
    return isRendition ? Array(elements.prefix(1)) : elements
  }

  /// Members that say what an object stands for, the most telling first: NewsAPI's and Webz.io's
  /// outlets, Event Registry's, NYT's headlines and bylines, MongoDB's dates, feeds' texts.
  private static let tellingMembers = [
    "name", "title", "main", "original", "$date", "text", "value", "content", "uri", "id",
  ]

  private mutating func string(_ value: JSONValue, _ bytes: Span<UInt8>) -> String {
    guard case .string(let hasEscapes) = value.kind else { return "" }
    let inside = value.range.lowerBound + 1..<value.range.upperBound - 1
    return text(bytes.extracting(inside), hasEscapes: hasEscapes)
  }

  private mutating func text(_ bytes: Span<UInt8>, hasEscapes: Bool) -> String {
    let decoded = JSONText(bytes, hasEscapes: hasEscapes)
    if decoded.hasInvalidUTF8 { assembler.remark(Remark.repairedUTF8) }
    if decoded.hasLoneSurrogate { assembler.remark("lone surrogate replaced") }
    return decoded.text
  }

  /// The members of a value that has been scanned; none if it is no object.
  private mutating func members(of value: JSONValue, _ bytes: Span<UInt8>) -> [Member] {
    guard case .object = value.kind else { return [] }
    var members: [Member] = []
    var scanner = JSONScanner(at: value.range.lowerBound)
    // The value has been scanned once: nothing can be wrong with it.
    try? scanner.object(bytes) { key, hasEscapes, value throws(JSONProblem) in
      let name = text(bytes.extracting(key), hasEscapes: hasEscapes)
      members.append(Member(name: name, value: value))
    }
    return members
  }

  /// The elements of a value that has been scanned; none if it is no array.
  private func elements(of value: JSONValue, _ bytes: Span<UInt8>) -> [JSONValue] {
    guard case .array = value.kind else { return [] }
    var elements: [JSONValue] = []
    var scanner = JSONScanner(at: value.range.lowerBound)
    // As above.
    try? scanner.array(bytes) { element throws(JSONProblem) in elements.append(element) }
    return elements
  }
}

/// The reason for rejecting what is not JSON.
func brokenJSON(_ message: String, at offset: Int) -> String {
  "broken JSON at byte \(offset + 1) of the record: \(message)"
}
