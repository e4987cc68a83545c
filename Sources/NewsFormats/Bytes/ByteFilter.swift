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
    if prefix.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ZstdFilter() }
    if prefix.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return XZFilter() }
    if prefix.starts(with: Array("BZh".utf8)), prefix.count > 3, (0x31...0x39).contains(prefix[3]) {
      return BZip2Filter()
    }
    if prefix.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return LegacyFilter("UTF-32LE", mark: 4) }
    if prefix.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return LegacyFilter("UTF-32BE", mark: 4) }
    // XML in UTF-16 without a mark, and in EBCDIC (XML 1.0, appendix F).
    if prefix.starts(with: [0x3C, 0x00, 0x3F, 0x00]) { return LegacyFilter("UTF-16LE") }
    if prefix.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { return LegacyFilter("UTF-16BE") }
    if prefix.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return LegacyFilter("IBM037") }
    if prefix.starts(with: [0xFF, 0xFE]) { return UTF16Filter(bigEndian: false) }
    if prefix.starts(with: [0xFE, 0xFF]) { return UTF16Filter(bigEndian: true) }
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) { return ByteOrderMarkFilter() }
    return nil
  }

  /// Layers that are known and not read, with the command that takes them off.
  static func unreadable(_ prefix: [UInt8]) -> (name: String, command: String)? {
    if prefix.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return ("7z", "7z x -so") }
    if prefix.starts(with: Array("Rar!".utf8)) { return ("RAR", "unrar p -inul") }
    if prefix.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return ("an old Office document or an Outlook message", "")
    }
    if prefix.starts(with: [0x04, 0x22, 0x4D, 0x18]) { return ("LZ4", "lz4 -dc") }
    return nil
  }

  /// Endings of file names that stand for a layer, and are no part of the format's own name.
  static let fileExtensions = [".gz", ".zst", ".xz", ".lzma", ".bz2"]
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

/// Turns an encoding that is told by its first bytes into UTF-8.
struct LegacyFilter: ByteFilter {
  private var filter: TranscodingFilter
  private var left: Int

  /// A filter, or nil where the system does not know the encoding; `mark` bytes are no text.
  init?(_ name: String, mark: Int = 0) {
    guard let filter = TranscodingFilter(LegacyEncoding(name: name)) else { return nil }
    (self.filter, left) = (filter, mark)
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    let skipped = min(left, chunk.count)
    left -= skipped
    var output: [UInt8] = []
    filter.push(chunk.extracting(droppingFirst: skipped)) { output.append(contentsOf: $0) }
    if !output.isEmpty { try sink(output.span) }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    var output: [UInt8] = []
    filter.finish { output.append(contentsOf: $0) }
    if !output.isEmpty { try sink(output.span) }
  }
}
