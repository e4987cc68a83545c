import Testing

@testable import NewsFormats

/// A gzip member with its content stored: what compression does is zlib's to test.
func gzipMember(_ content: [UInt8]) -> [UInt8] {
  func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  let size = UInt32(content.count)
  let block = [1] + littleEndian(size, 2) + littleEndian(~size, 2) + content
  return header + block + littleEndian(checksum(content), 4) + littleEndian(size, 4)
}

/// CRC-32 as RFC 1952 has it.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
}

/// A text in UTF-16 with its byte order mark.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in [0xFEFF] + Array(text.utf16) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    bytes += bigEndian ? [high, low] : [low, high]
  }
  return bytes
}

struct ByteFilterTests {
  /// What a filter gives, and what it says of damage.
  private func output(
    of filter: any ByteFilter, _ bytes: [UInt8], cut: Int
  ) throws -> (bytes: [UInt8], damage: String?) {
    var filter = filter
    var output: [UInt8] = []
    do {
      try filter.push(bytes.span.extracting(0..<cut)) { output.append(contentsOf: $0) }
      try filter.push(bytes.span.extracting(droppingFirst: cut)) { output.append(contentsOf: $0) }
      try filter.finish { output.append(contentsOf: $0) }
    } catch let damage as DamagedInput {
      return (output, damage.reason)
    }
    return (output, nil)
  }

  private let content = Array("Ships wait in the harbour.".utf8)

  @Test func gzipMembersAreReadOneAfterTheOther() throws {
    let stored = gzipMember(content) + gzipMember([]) + gzipMember(content) + [0, 0, 0]
    for cut in stored.indices {
      let (bytes, damage) = try output(of: GzipFilter(), stored, cut: cut)
      #expect(bytes == content + content, "cut at \(cut)")
      #expect(damage == nil)
    }
  }

  @Test func whatWasDecodedBeforeTheDamageIsKept() throws {
    let member = gzipMember(content)
    for length in 1..<member.count {
      let (bytes, damage) = try output(
        of: GzipFilter(), Array((member + member).prefix(member.count + length)), cut: length)
      #expect(bytes.starts(with: content))
      #expect(content.count * 2 >= bytes.count)
      #expect(damage?.hasPrefix("gzip data ends in the middle") == true)
    }
    var broken = member + member
    broken[member.count + 20] ^= 1
    let (bytes, damage) = try output(of: GzipFilter(), broken, cut: 7)
    #expect(bytes.starts(with: content))
    #expect(damage?.contains("incorrect data check") == true)
  }

  @Test func whatFollowsTheMembersIsReported() throws {
    let (bytes, damage) = try output(
      of: GzipFilter(), gzipMember(content) + Array("x".utf8), cut: 3)
    #expect(bytes == content)
    #expect(damage == "what follows the gzip data is not gzip; it was not read")
  }

  @Test func utf16IsDecodedInBothOrders() throws {
    let text = "é中😀\u{0}\r\n"
    for isBig in [false, true] {
      let bytes = utf16(text, bigEndian: isBig)
      for cut in bytes.indices {
        let decoded = try output(of: UTF16Filter(bigEndian: isBig), bytes, cut: cut)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
      }
    }
  }

  @Test(arguments: [
    ([0xD8, 0x3D, 0x00, 0x41] as [UInt8], "\u{FFFD}A"), ([0xDE, 0x00, 0x00, 0x41], "\u{FFFD}A"),
    ([0xD8, 0x3D], "\u{FFFD}"), ([0x00, 0x41, 0x00], "A\u{FFFD}"),
    ([0xD8, 0x3D, 0xD8, 0x3D, 0xDE, 0x00], "\u{FFFD}😀"),
  ])
  func brokenUTF16IsRepaired(bytes: [UInt8], expected: String) throws {
    for cut in 0..<bytes.count {
      let decoded = try output(
        of: UTF16Filter(bigEndian: true), [0xFE, 0xFF] + bytes, cut: cut)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == expected)
    }
  }
}
