import CLZMA

/// Decompresses xz and the older lzma, of any number of streams one after the other.
struct XZFilter: ByteFilter {
  /// What `xz -9` needs is 65 MB.
  private static let maxMemory: UInt64 = 256 << 20

  private let decoder = Decoder(maxMemory: maxMemory)
  private var output = [UInt8](repeating: 0, count: 256 << 10)
  private var decoded = 0
  private var hasEnded = false

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    try read(chunk, isLast: false, to: sink)
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    try read([UInt8]().span, isLast: true, to: sink)
  }

  private mutating func read(
    _ chunk: Span<UInt8>, isLast: Bool, to sink: (Span<UInt8>) throws -> Void
  ) throws {
    var position = 0
    while !hasEnded {
      let step = decoder.step(
        chunk.extracting(droppingFirst: position), isLast: isLast, into: &output)
      position += step.consumed
      decoded += step.produced
      if step.produced > 0 { try sink(output.span.extracting(0..<step.produced)) }
      switch step.outcome {
      case .goesOn:
        if position == chunk.count, step.produced < output.count, !isLast { return }
      case .ended: hasEnded = true
      case .cut:
        hasEnded = true
        throw DamagedInput(reason: "xz data ends in the middle, after \(decoded) decoded bytes")
      case .damaged(let message):
        hasEnded = true
        throw DamagedInput(
          reason: "xz data is damaged after \(decoded) decoded bytes (\(message)); "
            + "the rest was not read")
      }
    }
  }
}

/// Owns a decoder; a class, since the stream has one owner and must be given back.
private final class Decoder {
  struct Step {
    enum Outcome {
      case goesOn, ended, cut
      case damaged(String)
    }

    var consumed: Int
    var produced: Int
    var outcome: Outcome
  }

  private var stream = backfile_lzma_stream()
  private let isReady: Bool

  init(maxMemory: UInt64) {
    isReady = backfile_lzma_decoder(&stream, maxMemory) == LZMA_OK
  }

  deinit { lzma_end(&stream) }

  func step(_ input: Span<UInt8>, isLast: Bool, into output: inout [UInt8]) -> Step {
    guard isReady else {
      return Step(consumed: 0, produced: 0, outcome: .damaged("no memory for xz"))
    }
    return input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = source.count
        stream.next_out = target.baseAddress
        stream.avail_out = target.count
        let result = lzma_code(&stream, isLast ? LZMA_FINISH : LZMA_RUN)
        let outcome: Step.Outcome =
          switch result {
          case LZMA_OK: .goesOn
          case LZMA_STREAM_END: .ended
          case LZMA_BUF_ERROR: isLast ? .cut : .goesOn
          case LZMA_MEMLIMIT_ERROR: .damaged("it needs more than 256 MB to decode")
          case LZMA_FORMAT_ERROR: .damaged("not xz")
          default: .damaged("xz error \(result.rawValue)")
          }
        return Step(
          consumed: source.count - stream.avail_in, produced: target.count - stream.avail_out,
          outcome: outcome)
      }
    }
  }
}
