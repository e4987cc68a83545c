import Glibc

/// Turns a legacy encoding into UTF-8 as the bytes come.
struct TranscodingFilter {
  private let converter: Converter
  private var pending: [UInt8] = []

  /// A filter, or nil where the system does not know the encoding.
  init?(_ encoding: LegacyEncoding) {
    guard let converter = Converter(encoding.name) else { return nil }
    self.converter = converter
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) -> Void) {
    pending.append(contentsOf: chunk)
    let (text, consumed) = converter.convert(pending.span, isLast: false)
    pending.removeFirst(consumed)
    if !text.isEmpty { sink(text.span) }
  }

  mutating func finish(to sink: (Span<UInt8>) -> Void) {
    let (text, _) = converter.convert(pending.span, isLast: true)
    pending = []
    if !text.isEmpty { sink(text.span) }
  }
}

/// Owns an iconv descriptor.
private final class Converter: @unchecked Sendable {
  // One owner, the filter, which is moved between threads whole.
  private let handle: iconv_t

  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts as much as is whole; what means nothing becomes U+FFFD.
  func convert(_ bytes: Span<UInt8>, isLast: Bool) -> (text: [UInt8], consumed: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var buffer = [CChar](repeating: 0, count: 16 << 10)
    let left = bytes.withUnsafeBufferPointer { source -> Int in
      guard let base = source.baseAddress else { return 0 }
      // iconv does not write through its input; its declaration only lacks the const.
      var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
        .assumingMemoryBound(to: CChar.self)
      var inputLeft = source.count
      while inputLeft > 0 {
        let (result, code) = buffer.withUnsafeMutableBufferPointer { target in
          var next = target.baseAddress
          var room = target.count
          let result = iconv(handle, &input, &inputLeft, &next, &room)
          let code = errno
          output.append(
            contentsOf: UnsafeRawBufferPointer(
              rebasing: UnsafeRawBufferPointer(target)[0..<target.count - room]))
          return (result, code)
        }
        guard result == -1, code != E2BIG else { continue }
        if code == EINVAL, !isLast { return inputLeft }
        appendUTF8(of: replacementScalar, to: &output)
        input = input.map { $0 + 1 }
        inputLeft -= 1
      }
      return 0
    }
    return (output, bytes.count - left)
  }
}
