import CBZip2

/// Decompresses bzip2, of any number of streams one after the other, as parallel packers write them.
struct BZip2Filter: ByteFilter {
  private let decoder = Decoder()
  private var output = [UInt8](repeating: 0, count: 256 << 10)
  private var decoded = 0
  private var isBetween = false
  private var hasEnded = false

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    var position = 0
    while position < chunk.count, !hasEnded {
      if isBetween {
        guard chunk[position] == UInt8(ascii: "B") else {
          hasEnded = true
          throw DamagedInput(reason: "what follows the bzip2 data is not bzip2; it was not read")
        }
        decoder.reset()
        isBetween = false
      }
      let step = decoder.step(chunk.extracting(droppingFirst: position), into: &output)
      position += step.consumed
      decoded += step.produced
      if step.produced > 0 { try sink(output.span.extracting(0..<step.produced)) }
      switch step.result {
      case BZ_OK: break
      case BZ_STREAM_END: isBetween = true
      default:
        hasEnded = true
        throw DamagedInput(
          reason: "bzip2 data is damaged after \(decoded) decoded bytes (error \(step.result)); "
            + "the rest was not read")
      }
    }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    if !isBetween, !hasEnded {
      throw DamagedInput(reason: "bzip2 data ends in the middle, after \(decoded) decoded bytes")
    }
  }
}

/// Owns a bzip2 stream; a class, since the stream has one owner and must be given back.
private final class Decoder {
  struct Step {
    var consumed = 0
    var produced = 0
    var result: Int32
  }

  private var stream = bz_stream()
  private var isReady: Bool

  init() { isReady = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK }

  deinit {
    if isReady { BZ2_bzDecompressEnd(&stream) }
  }

  func reset() {
    if isReady { BZ2_bzDecompressEnd(&stream) }
    stream = bz_stream()
    isReady = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK
  }

  func step(_ input: Span<UInt8>, into output: inout [UInt8]) -> Step {
    guard isReady else { return Step(result: BZ_MEM_ERROR) }
    return input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        // bzip2 does not write through its input; its declaration only lacks the const.
        stream.next_in = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        stream.avail_in = UInt32(source.count)
        stream.next_out = UnsafeMutableRawPointer(target.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        stream.avail_out = UInt32(target.count)
        let result = BZ2_bzDecompress(&stream)
        return Step(
          consumed: source.count - Int(stream.avail_in),
          produced: target.count - Int(stream.avail_out), result: result)
      }
    }
  }
}
