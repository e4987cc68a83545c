/// Says what a dump's field is used for: by the user's mapping, else by its name.
struct FieldMap: Sendable {
  /// What is known of a name.
  struct Resolution: Sendable {
    var use: FieldUse?
    /// Whether a name that begins with this one and a dot is used: an object must be looked into.
    var hasUsedMembers: Bool
  }

  private let chosen: [String: FieldUse]
  private let parents: Set<String>
  /// Every record of a dump has the same few names: they are looked up once.
  private var known: [String: Resolution] = [:]

  init(_ mapping: [String: Field]) {
    var chosen: [String: FieldUse] = [:]
    for (name, field) in mapping {
      chosen[FieldNames.normalised(name)] = FieldUse(role: .field(field), rank: -1)
    }
    self.chosen = chosen
    var parents: Set<String> = []
    for name in [String](chosen.keys) + FieldNames.uses.keys {
      var prefix = name[...]
      while let dot = prefix.lastIndex(of: ".") {
        prefix = prefix[..<dot]
        parents.insert(String(prefix))
      }
    }
    self.parents = parents
  }

  /// What the field of this name is used for.
  mutating func resolve(_ name: String) -> Resolution {
    if let resolution = known[name] { return resolution }
    let plain = FieldNames.normalised(name)
    let resolution = Resolution(
      use: chosen[plain] ?? FieldNames.uses[plain], hasUsedMembers: parents.contains(plain))
    // A dump whose field names are data (an id each) must not fill the memory.
    if known.count < 10_000 { known[name] = resolution }
    return resolution
  }
}
