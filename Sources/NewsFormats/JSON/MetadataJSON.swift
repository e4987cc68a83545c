package import NewsModel

/// The fields as one JSON object; nil when there are none.
///
/// A name that comes twice gets a number: objects with one key twice are read in many ways.
package func jsonObject(of fields: [MetadataField]) -> String? {
  guard !fields.isEmpty else { return nil }
  var seen: [String: Int] = [:]
  let members = fields.map { field in
    let count = (seen[field.name] ?? 0) + 1
    seen[field.name] = count
    let name = count == 1 ? field.name : "\(field.name) (\(count))"
    return jsonString(name) + ":" + field.json
  }
  return "{" + members.joined(separator: ",") + "}"
}

/// The texts as a JSON array of strings; nil when there are none.
package func jsonArray(of texts: [String]) -> String? {
  texts.isEmpty ? nil : "[" + texts.map(jsonString).joined(separator: ",") + "]"
}

/// The members of a JSON object, each value as its JSON text; nil when it is no JSON object.
package func jsonMembers(of object: String) -> [MetadataField]? {
  var object = object
  return object.withUTF8 { buffer -> [MetadataField]? in
    let bytes = buffer.span
    var scanner = JSONScanner()
    guard scanner.peek(bytes) == UInt8(ascii: "{") else { return nil }
    var fields: [MetadataField] = []
    do {
      try scanner.object(bytes) { (key, hasEscapes, value) throws(JSONProblem) in
        let name = JSONText(bytes.extracting(key), hasEscapes: hasEscapes).text
        let json = String(decoding: buffer[value.range], as: UTF8.self)
        fields.append(MetadataField(name: name, json: json))
      }
      try scanner.end(bytes)
    } catch {
      return nil
    }
    return fields
  }
}
