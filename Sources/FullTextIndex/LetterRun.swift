/// The ASCII letters and digits at the beginning of eight bytes, in lower case: all eight are looked at
/// together, a byte in each lane of one number.
struct LetterRun {
  /// The eight bytes, letters in lower case; the first byte lowest.
  private let folded: UInt64
  /// How many of them belong to the run.
  let count: Int

  /// Reads eight bytes, which there must be from the offset on.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    let bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let ascii = bytes & ~high
    // A sum of at most 0x7F + 0x80 does not reach the next lane; its highest bit is the comparison.
    @inline(__always)
    func isAtLeast(_ bound: UInt8, _ lanes: UInt64) -> UInt64 {
      lanes &+ ones &* UInt64(0x80 - bound)
    }
    let lower = ascii | ones &* 0x20
    let letters =
      isAtLeast(UInt8(ascii: "a"), lower) & ~isAtLeast(UInt8(ascii: "z") + 1, lower) & high
    let digits =
      isAtLeast(UInt8(ascii: "0"), ascii) & ~isAtLeast(UInt8(ascii: "9") + 1, ascii) & high
    let others = (letters | digits) & ~bytes & high ^ high
    folded = bytes | letters >> 2
    count = others.trailingZeroBitCount / 8
  }

  /// Writes eight bytes, the run first.
  @inline(__always)
  func store(to memory: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(memory).storeBytes(of: folded.littleEndian, as: UInt64.self)
  }
}
