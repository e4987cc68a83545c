internal import ArchiveStorage
internal import NewsFormats
internal import NewsModel
internal import NewsText

/// A record as it came from its reader, with what is needed to know whether the archive has it.
struct Arrival: Sendable {
  var draft: ArticleDraft
  /// SHA-256 of the text.
  var sha256: [UInt8]
  /// 64 bits of a hash of source, date, address, headline and text: what makes it this article.
  var identity: Int64

  init(_ draft: ArticleDraft) {
    self.draft = draft
    if self.draft.source == nil { self.draft.source = draft.url.flatMap(hostName) }
    sha256 = SHA256.digest(of: draft.text)
    let digits = Array("0123456789abcdef".utf8)
    let text = String(
      decoding: sha256.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    identity = SHA256.identity(of: [
      self.draft.source, draft.date?.description, draft.url, draft.headline, text,
    ])
  }

  /// The fields that a record of a known article may add to it.
  var fields: ArticleFields {
    ArticleFields(
      author: draft.author, section: draft.section, language: draft.language,
      metadata: jsonObject(of: draft.metadata))
  }
}

/// The host of an address without `www.` and port: the outlet where no field names one.
func hostName(of url: String) -> String? {
  let bytes = Array(url.utf8)
  guard
    let start = (0..<max(0, bytes.count - 2)).first(where: {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: "/")
        && bytes[$0 + 2] == UInt8(ascii: "/")
    }), start < 10
  else { return nil }
  let rest = bytes[(start + 3)...]
  var host = rest.prefix { !"/?#:".utf8.contains($0) }
  if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
  var name = String(decoding: host, as: UTF8.self).lowercased()
  if name.hasPrefix("www.") { name.removeFirst(4) }
  return name.utf8.contains(UInt8(ascii: ".")) ? name : nil
}
