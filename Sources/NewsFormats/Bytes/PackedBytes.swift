import CZlib

/// Bytes that are kept for later, packed.
struct PackedBytes {
  /// So much is packed at a time: it bounds what unpacking takes.
  private static let pieceBytes = 1 << 20

  private var pieces: [(packed: [UInt8], size: Int)] = []
  private var pending: [UInt8] = []

  /// Takes the next bytes.
  mutating func append(_ bytes: Span<UInt8>) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pieceBytes { pack() }
  }

  /// Gives all bytes, piece by piece.
  func unpack(_ body: (Span<UInt8>) throws -> Void) throws {
    for piece in pieces {
      var bytes = [UInt8](repeating: 0, count: piece.size)
      var size = UInt(piece.size)
      guard uncompress(&bytes, &size, piece.packed, UInt(piece.packed.count)) == Z_OK else {
        return
      }
      try body(bytes.span)
    }
    if !pending.isEmpty { try body(pending.span) }
  }

  private mutating func pack() {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(pending.count))))
    var size = UInt(packed.count)
    guard compress2(&packed, &size, pending, UInt(pending.count), 1) == Z_OK else { return }
    packed.removeSubrange(Int(size)...)
    pieces.append((packed, pending.count))
    pending.removeAll(keepingCapacity: true)
  }
}
