internal import FullTextIndex

/// Where the tokens of a text begin: where ``Tokenizer/forEachToken(of:_:)`` has them, at many times its
/// speed.
///
/// Thousands of texts are read for one answer, of each for a few of its tokens: a text is cut as far as it
/// is asked, and tokens are counted eight bytes at a time.
package struct TokenStarts {
  /// The bytes from one mark that is kept to the next.
  private static let step = 256

  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private var marks = [Mark()]
  private var last = Mark()

  /// The tokens of a text.
  package init(in bytes: [UInt8], _ tokenizer: Tokenizer) {
    (self.bytes, self.tokenizer) = (bytes, tokenizer)
  }

  /// The byte at which a token begins; nil where there are not so many.
  package mutating func start(of token: Int) -> Int? {
    guard token >= 0 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      if token < last.tokens {
        var mark = marks[marks.partitioningIndex { $0.tokens > token } - 1]
        return mark.move(to: token, before: bytes.count, in: bytes, tokenizer)
      }
      while last.offset < bytes.count {
        let end = marks.count * Self.step
        if let start = last.move(to: token, before: end, in: bytes, tokenizer) { return start }
        marks.append(last)
      }
      return nil
    }
  }
}

/// How far a text was cut.
private struct Mark {
  var offset = 0
  /// Those that begin in front of the offset.
  var tokens = 0
  /// Whether what stands there may go on with a token.
  var isInside = false

  /// Moves towards a token, not beyond it and hardly beyond a limit; gives the byte at which it begins, if
  /// it was met.
  mutating func move(
    to token: Int, before limit: Int, in bytes: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer
  ) -> Int? {
    var (offset, tokens, isInside) = (offset, tokens, isInside)
    defer { (self.offset, self.tokens, self.isInside) = (offset, tokens, isInside) }
    let end = min(limit, bytes.count)
    while offset < end {
      if let letters = Self.letters(in: bytes, at: offset) {
        var begun = letters & ~(letters << 8 | (isInside ? 0x80 : 0))
        // A one in each byte with which a token begins, summed up in the highest byte.
        let count = Int((begun >> 7 &* 0x0101_0101_0101_0101) >> 56)
        if tokens + count > token {
          for _ in tokens..<token { begun &= begun - 1 }
          return offset + begun.trailingZeroBitCount >> 3
        }
        tokens += count
        isInside = letters >> 63 != 0
        offset += 8
        continue
      }
      let (kind, length) = tokenizer.kind(bytes, at: offset)
      if kind == .letter, !isInside {
        if tokens == token { return offset }
        tokens += 1
      }
      isInside = kind == .letter || kind == .mark && isInside
      offset += length
    }
    return nil
  }

  /// The high bit of each of eight bytes that is an ASCII letter or digit; nil where one is not ASCII, or
  /// the text ends.
  @inline(__always)
  private static func letters(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64? {
    guard offset + 8 <= text.count else { return nil }
    let bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    guard bytes & high == 0 else { return nil }
    // Adding `0x80 - x` to a byte below 0x80 sets its high bit if the byte is `x` or more.
    let small = bytes | ones << 5
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x7F - 0x7A))
    let digits = (bytes &+ ones &* (0x80 - 0x30)) & ~(bytes &+ ones &* (0x7F - 0x39))
    return (letters | digits) & high
  }
}
