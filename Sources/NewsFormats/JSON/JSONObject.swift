/// A JSON object whose members are looked up by name: for records with a few known members, such
/// as the lines of `extract`.
package struct JSONObject: Sendable {
  private var members: [String: Member] = [:]

  /// Reads one object to the letter of RFC 8259; of several members with one name the last counts.
  ///
  /// - Throws: ``JSONObjectError`` where the bytes are no JSON, or no object.
  package init(_ bytes: Span<UInt8>) throws(JSONObjectError) {
    do throws(JSONProblem) {
      try read(bytes)
    } catch {
      throw JSONObjectError(message: brokenJSON(error.message, at: error.offset))
    }
  }

  private mutating func read(_ bytes: Span<UInt8>) throws(JSONProblem) {
    var scanner = JSONScanner()
    guard scanner.peek(bytes) == UInt8(ascii: "{") else {
      throw JSONProblem(offset: scanner.position, message: "not an object")
    }
    var found: [String: Member] = [:]
    try scanner.object(bytes) { (key, hasEscapes, value) throws(JSONProblem) in
      let name = JSONText(bytes.extracting(key), hasEscapes: hasEscapes).text
      found[name] = Member(value, bytes)
    }
    try scanner.end(bytes)
    members = found
  }

  private struct Member: Sendable {
    var isString: Bool
    /// The string that the value is, else the value's JSON.
    var text: String

    init(_ value: JSONValue, _ bytes: Span<UInt8>) {
      if case .string(let hasEscapes) = value.kind {
        let inside = value.range.lowerBound + 1..<value.range.upperBound - 1
        text = JSONText(bytes.extracting(inside), hasEscapes: hasEscapes).text
        isString = true
      } else {
        text = JSONText(bytes.extracting(value.range), hasEscapes: false).text
        isString = false
      }
    }
  }

  /// The string of that name; nil where there is none, or something else than a string.
  package func string(_ name: String) -> String? {
    members[name].flatMap { $0.isString ? $0.text : nil }
  }

  /// The strings that the objects of an array have under a name, an empty one where an object has none.
  ///
  /// - Returns: nil where there is no such array, or something else than objects in it.
  package func strings(named member: String, inObjectsOf name: String) -> [String]? {
    guard let array = members[name], !array.isString else { return nil }
    let bytes = Array(array.text.utf8)
    var scanner = JSONScanner()
    guard scanner.peek(bytes.span) == UInt8(ascii: "[") else { return nil }
    var strings: [String] = []
    do throws(JSONProblem) {
      try scanner.array(bytes.span) { (value) throws(JSONProblem) in
        var object = JSONObject()
        try object.read(bytes.span.extracting(value.range))
        strings.append(object.string(member) ?? "")
      }
    } catch {
      return nil
    }
    return strings
  }

  /// The strings of an array; nil where there is no such array, or something else than strings in it.
  package func strings(inArray name: String) -> [String]? {
    guard let array = members[name], !array.isString else { return nil }
    let bytes = Array(array.text.utf8)
    var scanner = JSONScanner()
    guard scanner.peek(bytes.span) == UInt8(ascii: "[") else { return nil }
    var strings: [String]? = []
    do throws(JSONProblem) {
      try scanner.array(bytes.span) { (value) throws(JSONProblem) in
        let member = Member(value, bytes.span)
        if member.isString { strings?.append(member.text) } else { strings = nil }
      }
    } catch {
      return nil
    }
    return strings
  }

  private init() {}

  /// The value of that name as JSON text; nil where there is none.
  package func json(_ name: String) -> String? {
    members[name].map { $0.isString ? jsonString($0.text) : $0.text }
  }
}

/// Why bytes are no JSON object, in words.
package struct JSONObjectError: Error, Sendable, Equatable {
  /// What is wrong, and at which byte.
  package let message: String
}
