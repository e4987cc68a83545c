import NewsModel

/// A web page as it was fetched.
struct FetchedPage {
  var html: [UInt8]
  var address: String?
  /// The encoding that the server declared.
  var charset: String?
  /// When it was fetched, which is not when it was published.
  var fetched: String?

  /// Makes the record of the page's article.
  func record(
    at position: RecordPosition, by assembler: inout RecordAssembler
  ) -> RecordEvent {
    let page = WebPage(html, charset: charset)
    if page.url == nil {
      assembler.add(.url, address)
    } else {
      assembler.addMetadata("address", address)
    }
    assembler.addMetadata("crawled", fetched)
    let event = assembler.finish(page, at: position, source: html.span)
    guard case .rejected(let position, let reason, let excerpt) = event, let address else {
      return event
    }
    return .rejected(position, reason: "\(address): \(reason)", excerpt: excerpt)
  }
}
