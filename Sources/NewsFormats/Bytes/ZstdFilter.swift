import CZstd

/// Decompresses Zstandard (RFC 8878), of any number of frames one after the other.
struct ZstdFilter: ByteFilter {
  private let decoder = Decoder()
  private var output = [UInt8](repeating: 0, count: 256 << 10)
  private var decoded = 0
  private var isFrameEnd = false
  private var hasEnded = false

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    guard !hasEnded else { return }
    var position = 0
    var mayHoldMore = false
    while position < chunk.count || mayHoldMore {
      let step = decoder.step(chunk.extracting(droppingFirst: position), into: &output)
      position += step.consumed
      decoded += step.produced
      if step.produced > 0 { try sink(output.span.extracting(0..<step.produced)) }
      if let message = step.problem {
        hasEnded = true
        throw DamagedInput(
          reason: "zstd data is damaged after \(decoded) decoded bytes (\(message)); "
            + "the rest was not read")
      }
      isFrameEnd = step.isFrameEnd
      mayHoldMore = step.produced == output.count
      if step.consumed == 0, step.produced == 0 { break }
    }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    if !isFrameEnd, !hasEnded {
      throw DamagedInput(reason: "zstd data ends in the middle, after \(decoded) decoded bytes")
    }
  }
}

/// Owns a decompression stream; a class, since the stream has one owner and must be given back.
private final class Decoder {
  struct Step {
    var consumed = 0
    var produced = 0
    var isFrameEnd = false
    var problem: String?
  }

  private let stream = ZSTD_createDStream()

  deinit { ZSTD_freeDStream(stream) }

  func step(_ input: Span<UInt8>, into output: inout [UInt8]) -> Step {
    guard let stream else { return Step(problem: "no memory for zstd") }
    return input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var to = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let result = ZSTD_decompressStream(stream, &to, &from)
        let problem = ZSTD_isError(result) != 0 ? String(cString: ZSTD_getErrorName(result)) : nil
        return Step(
          consumed: from.pos, produced: to.pos, isFrameEnd: result == 0, problem: problem)
      }
    }
  }
}
