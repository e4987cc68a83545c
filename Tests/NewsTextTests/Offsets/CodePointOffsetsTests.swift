import Testing

@testable import NewsText

struct CodePointOffsetsTests {
  @Test(arguments: [
    "", "plain", "naïve — “quoted” 中国新闻 \u{1F4F0}", String(repeating: "aé中\u{1F4F0}", count: 300),
    String(repeating: "é", count: 128), String(repeating: "é", count: 129),
  ])
  func everyOffsetGoesThereAndBack(text: String) {
    let offsets = CodePointOffsets(text)
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.codePoint(atByte: byte) == number)
      #expect(offsets.byte(ofCodePoint: number) == byte)
      byte += scalar.utf8.count
    }
    #expect(offsets.codePoint(atByte: byte) == text.unicodeScalars.count)
    #expect(offsets.byte(ofCodePoint: text.unicodeScalars.count) == byte)
  }
}
