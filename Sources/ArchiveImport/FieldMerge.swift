internal import ArchiveStorage
internal import NewsFormats
internal import NewsModel

/// What a later record of the same article adds to it: values that were missing are filled in, and
/// other values are kept in the metadata beside the first (`author (2)`), so that nothing is lost
/// and the same record adds nothing a second time.
func merge(_ stored: ArticleFields, with new: ArticleFields) -> (
  fields: ArticleFields, isChanged: Bool
) {
  var merged = stored
  var metadata = stored.metadata.flatMap(jsonMembers(of:)) ?? []
  func fill(_ field: WritableKeyPath<ArticleFields, String?>, named name: String) {
    guard let value = new[keyPath: field], value != stored[keyPath: field] else { return }
    if stored[keyPath: field] == nil {
      merged[keyPath: field] = value
    } else {
      add(MetadataField(name: name, json: jsonString(value)), to: &metadata, from: 2)
    }
  }
  fill(\.author, named: "author")
  fill(\.section, named: "section")
  fill(\.language, named: "language")
  for field in new.metadata.flatMap(jsonMembers(of:)) ?? [] { add(field, to: &metadata, from: 1) }
  if metadata != stored.metadata.flatMap(jsonMembers(of:)) ?? [] {
    merged.metadata = jsonObject(of: metadata)
  }
  return (merged, merged != stored)
}

/// Adds a field under its own name, or under `name (2)`, `name (3)`… where others have other values.
private func add(_ field: MetadataField, to metadata: inout [MetadataField], from first: Int) {
  var number = first
  while true {
    let name = number == 1 ? field.name : "\(field.name) (\(number))"
    guard let known = metadata.first(where: { $0.name == name }) else {
      metadata.append(MetadataField(name: name, json: field.json))
      return
    }
    if known.json == field.json { return }
    number += 1
  }
}
