/// Bytes that stay where they are as long as they are referred to.
final class StableBytes: @unchecked Sendable {
  // Sendable: the memory is written in `init` alone.
  private let memory: UnsafeMutableBufferPointer<UInt8>

  init(copying bytes: [UInt8]) {
    memory = .allocate(capacity: bytes.count)
    _ = memory.initialize(from: bytes)
  }

  deinit { memory.deallocate() }

  /// Valid as long as this object lives.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(memory) }

  /// Some of the bytes, equally valid.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: memory[range])
  }
}
