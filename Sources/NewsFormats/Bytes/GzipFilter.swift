import CZlib

/// Decompresses gzip, of any number of members one after the other.
struct GzipFilter: ByteFilter {
  private enum State {
    /// Inside a member.
    case member
    /// After a member: another one, padding with zeros, or the end may follow.
    case between
    /// What follows the last member is not gzip; it has been reported.
    case ended
  }

  /// Enough that a call of `inflate` is worth its while; the only memory that decoding takes.
  private static let outputBytes = 256 << 10

  private let inflater = Inflater()
  private var output = [UInt8](repeating: 0, count: outputBytes)
  private var state = State.member
  private var decoded = 0

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    var position = 0
    while position < chunk.count {
      switch state {
      case .ended: return
      case .between:
        if chunk[position] == 0 {
          position += 1
          continue
        }
        guard chunk[position] == 0x1F else {
          state = .ended
          throw DamagedInput(reason: "what follows the gzip data is not gzip; it was not read")
        }
        inflater.reset()
        state = .member
      case .member:
        let step = inflater.inflate(chunk.extracting(position..<chunk.count), into: &output)
        position += step.consumed
        decoded += step.produced
        if step.produced > 0 { try sink(output.span.extracting(0..<step.produced)) }
        switch step.outcome {
        case .goesOn: break
        case .memberEnded: state = .between
        case .damaged(let message):
          state = .ended
          throw DamagedInput(
            reason: "gzip data is damaged after \(decoded) decoded bytes (\(message)); "
              + "the rest was not read")
        }
      }
    }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    guard case .member = state else { return }
    throw DamagedInput(reason: "gzip data ends in the middle, after \(decoded) decoded bytes")
  }
}

/// Owns a zlib stream; a class, since the stream has one owner and must be given back.
final class Inflater {
  struct Step {
    enum Outcome {
      case goesOn, memberEnded
      case damaged(String)
    }

    var consumed: Int
    var produced: Int
    var outcome: Outcome
  }

  private var stream = z_stream()
  private let isReady: Bool

  /// - Parameter isRaw: Whether the data have no gzip or zlib header, as in zip archives.
  init(isRaw: Bool = false) {
    isReady =
      (isRaw ? backfile_inflate_init_raw(&stream) : backfile_inflate_init(&stream)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(&stream) }
  }

  func reset() { inflateReset(&stream) }

  /// Decodes as much of `input` as fits into `output`.
  func inflate(_ input: Span<UInt8>, into output: inout [UInt8]) -> Step {
    guard isReady else {
      return Step(consumed: 0, produced: 0, outcome: .damaged("no memory for zlib"))
    }
    return input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        // zlib does not write through next_in; its declaration only lacks the const.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        let result = CZlib.inflate(&stream, Z_NO_FLUSH)
        let outcome: Step.Outcome =
          switch result {
          case Z_OK, Z_BUF_ERROR: .goesOn
          case Z_STREAM_END: .memberEnded
          default: .damaged(stream.msg.map { String(cString: $0) } ?? "zlib error \(result)")
          }
        return Step(
          consumed: source.count - Int(stream.avail_in),
          produced: target.count - Int(stream.avail_out), outcome: outcome)
      }
    }
  }
}
