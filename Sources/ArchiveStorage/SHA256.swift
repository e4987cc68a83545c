internal import CNettle

/// SHA-256 (FIPS 180-4), by the system's Nettle.
package struct SHA256: Sendable {
  private var context = sha256_ctx()

  package init() { backfile_sha256_start(&context) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    backfile_sha256_update(
      &context, base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The digest of what was given so far: 32 bytes. Begins anew.
  package mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    backfile_sha256_finish(&context, &digest)
    return digest
  }

  /// The digest of a text's UTF-8.
  package static func digest(of text: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(text)
    return hash.finish()
  }

  /// The first 64 bits of the digest of several parts, told apart from their other divisions.
  package static func identity(of parts: [String?]) -> Int64 {
    var hash = SHA256()
    for part in parts {
      // Lengths come first: ["ab", "c"] and ["a", "bc"] differ, and so do nil and "".
      var count = Int64(part?.utf8.count ?? -1).littleEndian
      withUnsafeBytes(of: &count) { hash.update($0) }
      if let part { hash.update(part) }
    }
    return hash.finish().prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
