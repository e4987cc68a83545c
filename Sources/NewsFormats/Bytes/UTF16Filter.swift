/// Turns UTF-16 with a byte order mark into UTF-8; a lone surrogate becomes U+FFFD.
struct UTF16Filter: ByteFilter {
  private let bigEndian: Bool
  private var isAtMark = true
  private var firstByte: UInt8?
  private var highSurrogate: UInt16?

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  mutating func push(_ chunk: Span<UInt8>, to sink: (Span<UInt8>) throws -> Void) throws {
    var output: [UInt8] = []
    output.reserveCapacity(chunk.count * 3 / 2 + 4)
    for index in chunk.indices {
      guard let first = firstByte else {
        firstByte = chunk[index]
        continue
      }
      firstByte = nil
      let (high, low) = bigEndian ? (first, chunk[index]) : (chunk[index], first)
      append(unit: UInt16(high) << 8 | UInt16(low), to: &output)
    }
    if !output.isEmpty { try sink(output.span) }
  }

  mutating func finish(to sink: (Span<UInt8>) throws -> Void) throws {
    guard firstByte != nil || highSurrogate != nil else { return }
    var output: [UInt8] = []
    appendUTF8(of: replacementScalar, to: &output)
    try sink(output.span)
  }

  private mutating func append(unit: UInt16, to output: inout [UInt8]) {
    if isAtMark {
      isAtMark = false
      return
    }
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        appendUTF8(of: scalar(high: high, low: unit), to: &output)
        return
      }
      appendUTF8(of: replacementScalar, to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      appendUTF8(of: Unicode.Scalar(unit) ?? replacementScalar, to: &output)
    }
  }
}

/// U+FFFD, what stands for something that cannot be decoded.
let replacementScalar: Unicode.Scalar = "\u{FFFD}"

/// The character of a surrogate pair; the caller has checked that it is one.
func scalar(high: UInt16, low: UInt16) -> Unicode.Scalar {
  Unicode.Scalar(0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(low) & 0x3FF)
    ?? replacementScalar
}

/// Appends the UTF-8 form of a character.
func appendUTF8(of scalar: Unicode.Scalar, to output: inout [UInt8]) {
  output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}
