/// By what an archive is known among SQLite's files.
package enum ArchiveSignature {
  /// `BAKF`, in the header of each archive (sqlite.org/fileformat.html, offset 68).
  package static let applicationID: UInt32 = 0x4241_4B46

  /// Whether a file's first 72 bytes are those of an archive.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 72, bytes.starts(with: "SQLite format 3\0".utf8) else { return false }
    return bytes[68..<72].reduce(0) { $0 << 8 | UInt32($1) } == applicationID
  }
}
