/// A web page as it was fetched.
struct FetchedPage {
  var html: [UInt8]
  var address: String?
  /// The encoding that the server declared.
  var charset: String?
  /// When it was fetched, which is not when it was published.
  var fetched: String?

  /// Gives the page's article to the assembler; returns why it is none.
  func give(to assembler: inout RecordAssembler) -> String? {
    let text = DecodedText(
      html.span, otherwise: charset.flatMap { LegacyEncoding(declared: $0) })
    if let remark = text.remark { assembler.remark(remark) }
    var page = text.text
    let body = page.withUTF8 { MarkupText.text(of: $0.span) }
    guard !body.isEmpty else { return "a page without text" }
    let title = page.firstRange(of: "<title>").flatMap { start -> String? in
      guard let end = page[start.upperBound...].firstRange(of: "</title>") else { return nil }
      return page[start.upperBound..<end.lowerBound].trimmedText
    }
    assembler.add(.headline, title.map { MarkupText.plain($0) ?? $0 })
    assembler.add(.url, address)
    assembler.addMetadata("crawled", fetched)
    assembler.add(.text, body)
    return nil
  }
}
