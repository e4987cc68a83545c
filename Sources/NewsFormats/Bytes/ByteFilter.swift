/// A layer around a dump: it is pushed bytes and gives decoded bytes back (gunzip, UTF-16).
///
/// Layers nest, and each gives its output in pieces of bounded size, so memory stays flat whatever
/// a few compressed bytes stand for.
package protocol ByteFilter {
  /// Takes the next piece and gives what it decodes to, in pieces, to `sink`.
  ///
  /// Throws ``DamagedInput`` when the rest cannot be decoded; what came before has been given.
  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws

  /// Says that the input has ended. Throws ``DamagedInput`` when it ended too early.
  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws
}

/// Why the rest of an input cannot be decoded, in words.
package struct DamagedInput: Error, Equatable {
  /// For the import's report: "gzip data ends in the middle".
  package let reason: String
}

/// The layers that are recognised by the bytes at their beginning.
package enum ByteLayer {
  /// How many bytes ``filter(for:)`` wants to see.
  package static let prefixBytes = 6

  /// The filter that takes the layer off, or nil where these bytes begin no layer known here.
  package static func filter(for prefix: [UInt8]) -> (any ByteFilter)? {
    if prefix.starts(with: [0x1F, 0x8B]) { return GzipFilter() }
    if prefix.starts(with: [0xFF, 0xFE]) { return UTF16Filter(bigEndian: false) }
    if prefix.starts(with: [0xFE, 0xFF]) { return UTF16Filter(bigEndian: true) }
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) { return ByteOrderMarkFilter() }
    return nil
  }

  /// Layers that are known and not read, with the command that takes them off.
  static func unreadable(_ prefix: [UInt8]) -> (name: String, command: String)? {
    if prefix.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ("zstd", "zstd -dc") }
    if prefix.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return ("xz", "xz -dc") }
    if prefix.starts(with: Array("BZh".utf8)) { return ("bzip2", "bzip2 -dc") }
    if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ("zip", "unzip -p") }
    return nil
  }
}

/// Takes the UTF-8 byte order mark off.
struct ByteOrderMarkFilter: ByteFilter {
  private var left = 3

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    let skipped = min(left, chunk.count)
    left -= skipped
    if skipped < chunk.count { try sink(chunk.extracting(skipped..<chunk.count)) }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {}
}
