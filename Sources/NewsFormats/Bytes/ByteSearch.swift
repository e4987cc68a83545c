import Glibc

extension Span<UInt8> {
  /// The first place of a byte at or behind `start`, or nil; by `memchr`, which is vectorised.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether these bytes are equal to others.
  func elementsEqual(_ other: StaticString) -> Bool {
    guard count == other.utf8CodeUnitCount else { return false }
    return withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp($0, other.utf8Start, bytes.count) == 0 } ?? true
    }
  }
}

extension [UInt8] {
  /// Appends bytes that are borrowed.
  mutating func append(contentsOf bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
