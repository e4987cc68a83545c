/// A web site as a query names it: `bbc.co.uk` has all hosts below it, `bbc.co.uk/news` the part
/// of it that is below the path.
struct Site: Sendable, Equatable {
  let host: String
  let path: String

  /// The site of an address, or of the beginning of one; `www.` does not count.
  init(_ address: String) {
    var rest = Substring(address)
    if let scheme = rest.utf8.firstRange(of: "://".utf8) { rest = rest[scheme.upperBound...] }
    let hostEnd = rest.utf8.firstIndex { [47, 63, 35].contains($0) } ?? rest.endIndex
    var host = rest[..<hostEnd]
    if let at = host.utf8.lastIndex(of: 64) { host = host[host.utf8.index(after: at)...] }
    if let port = host.utf8.firstIndex(of: 58) { host = host[..<port] }
    let name = host.lowercased()
    self.host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    var path = rest[hostEnd...]
    while path.utf8.last == 47 { path.removeLast() }
    self.path = String(path)
  }

  /// Whether another site is this one or a part of it.
  func contains(_ other: Site) -> Bool {
    guard other.host == host || other.host.hasSuffix("." + host) else { return false }
    guard other.path.utf8.starts(with: path.utf8) else { return false }
    guard let next = other.path.utf8.dropFirst(path.utf8.count).first else { return true }
    return path.isEmpty || [47, 63, 35].contains(next)
  }

  /// Whether it can be one: it has a host, and nothing that no address has.
  var isAddress: Bool {
    host.unicodeScalars.contains(where: \.isTokenPart)
      && description.unicodeScalars.allSatisfy {
        !$0.isQuerySpace && !$0.isDoubleQuote && !$0.isListMark
          && !"()（）|".unicodeScalars.contains($0)
      }
  }
}

extension Site: CustomStringConvertible {
  /// The host in lower case and the path.
  var description: String { host + path }
}
