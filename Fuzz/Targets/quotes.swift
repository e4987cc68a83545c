import NewsModel
import NewsText

private let languages = [
  "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "ru", "cs", "ar", "zh",
]
private let extractor = QuoteExtractor()

/// Quotes and speakers: each offset lies in the text and between two characters.
func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard let first = bytes.first else { return }
  // The first byte chooses the language, so that a mutation can change it.
  let language = languages[Int(first) % languages.count]
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let utf8 = Array(text.utf8)
  func check(_ range: Range<Int>) {
    precondition(!range.isEmpty && range.upperBound <= utf8.count, "outside the text: \(range)")
    for offset in [range.lowerBound, range.upperBound] where offset < utf8.count {
      precondition(utf8[offset] & 0xC0 != 0x80, "inside a character: \(offset)")
    }
  }
  var last = 0
  for quote in extractor.quotes(in: text, language: language) {
    check(quote.range)
    precondition(quote.range.lowerBound >= last, "out of order")
    last = quote.range.lowerBound
    for speaker in quote.speakers { check(speaker.range) }
    if let cue = quote.cue { check(cue) }
  }
}
