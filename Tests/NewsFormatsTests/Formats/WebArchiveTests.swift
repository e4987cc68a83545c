import NewsModel
import Testing

@testable import NewsFormats

struct WebArchiveTests {
  private static let page =
    "<html><head><title>Harbour reopens</title><meta property=\"article:published_time\" "
    + "content=\"2017-01-28T10:00:00Z\"></head><body><article><h1>Harbour reopens</h1>"
    + String(
      repeating:
        "<p>Ships waited at the mole for three days, the harbour master said on Saturday.</p>",
      count: 6) + "</article></body></html>"

  private func response(_ headers: String, _ body: String, status: String = "200 OK") -> String {
    "HTTP/1.1 \(status)\r\n\(headers)\r\n\(body)"
  }

  private func archive(_ blocks: [String], _ address: String = "https://example.org/1") -> [UInt8] {
    let records = blocks.map {
      Archives.warc(
        "response", $0,
        fields:
          "WARC-Target-URI: \(address)\r\nContent-Type: application/http; msgtype=response\r\n")
    }
    return Array(
      (Archives.warc("warcinfo", "software: x\r\n")
        + Archives.warc("request", "GET / HTTP/1.1\r\n\r\n")
        + records.joined()).utf8)
  }

  @Test func responsesThatArePagesAreArticles() throws {
    let html = "Content-Type: text/html; charset=utf-8\r\n"
    let chunked =
      "\(String(Self.page.utf8.count, radix: 16))\r\n\(Self.page)\r\n0\r\n\r\n"
    let bytes = archive([
      response(html, Self.page), response("Content-Type: image/png\r\n", "x"),
      response(html, "gone", status: "404 Not Found"),
      response(html + "Transfer-Encoding: chunked\r\n", chunked),
      response(html + "Transfer-Encoding: chunked\r\n", Self.page),
    ])
    for pieceBytes in [1, 77, 100_000] {
      let (format, events) = try storedEvents(
        bytes, fileName: "CC-NEWS-20190801000000.warc", pieceBytes: pieceBytes)
      #expect(format?.name == "warc")
      #expect(events.count == 3)
      for event in events {
        let article = event.article
        #expect(article?.headline == "Harbour reopens")
        #expect(article?.date?.description == "2017-01-28T10:00:00Z")
        #expect(article?.url == "https://example.org/1")
        #expect(article?.text.hasPrefix("Ships waited at the mole") == true)
      }
    }
  }

  @Test func aResponsePackedByTheServerIsUnpacked() throws {
    let head = response("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", "")
    let block = Array(head.utf8) + gzipMember(Array(Self.page.utf8))
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
      + "Content-Length: \(block.count)\r\n\r\n"
    let (_, events) = try storedEvents(Array(record.utf8) + block + Array("\r\n\r\n".utf8))
    #expect(events.map(\.article?.headline) == ["Harbour reopens"])
  }

  @Test func membersOfGzipAreRecords() throws {
    let bytes = archive([response("Content-Type: text/html\r\n", Self.page)])
    let half = bytes.count / 2
    let (_, events) = try storedEvents(
      gzipMember(Array(bytes[..<half])) + gzipMember(Array(bytes[half...])), fileName: "a.warc.gz")
    #expect(events.map(\.article?.headline) == ["Harbour reopens"])
  }

  @Test func wrongLengthsLoseNoMoreThanTheirRecord() throws {
    let good = Archives.warc(
      "response", response("Content-Type: text/html\r\n", Self.page),
      fields: "Content-Type: application/http\r\n")
    let bad = "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 3\r\n\r\nabcdefgh\r\n\r\n"
    let (_, events) = try storedEvents(Array((bad + good).utf8))
    #expect(events.first?.reason == "a record's length is wrong: something may be missing")
    #expect(events.last?.article?.headline == "Harbour reopens")
  }

  @Test func textOfCommonCrawlIsAnArticle() throws {
    let wet = Archives.warc(
      "conversion", "Harbour reopens\nShips wait.\n",
      fields: "WARC-Target-URI: https://example.org/1\r\nContent-Type: text/plain\r\n")
    let article = try storedEvents(Array(wet.utf8)).events.first?.article
    #expect(article?.headline == "Harbour reopens")
    #expect(article?.text == "Ships wait.\n")
    #expect(article?.date == nil)
  }

  @Test func arcRecordsAreRead() throws {
    let block = response("Content-Type: text/html\r\n", Self.page)
    let arc =
      "filedesc://a.arc 0.0.0.0 20170128000000 text/plain 4\n1 0\n\n"
      + "https://example.org/a b 192.0.2.1 20170128000000 text/html \(block.utf8.count)\n\(block)\n"
    let article = try storedEvents(Array(arc.utf8)).events.first?.article
    #expect(article?.headline == "Harbour reopens")
    #expect(article?.url == "https://example.org/a b")
  }

  @Test func waczIsTheArchivesInIt() throws {
    let bytes = archive([response("Content-Type: text/html\r\n", Self.page)])
    let packed = Archives.zip([
      ("archive/data.warc.gz", gzipMember(bytes)), ("indexes/index.cdx", Array("x".utf8)),
      ("pages/pages.jsonl", Array("{\"title\":\"x\",\"url\":\"https://example.org\"}".utf8)),
    ])
    let (format, events) = try storedEvents(packed, fileName: "a.wacz")
    #expect(format?.name == "wacz")
    #expect(events.map(\.article?.headline) == ["Harbour reopens"])
  }

  @Test func aSavedPageIsAnArticle() throws {
    let mhtml =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\n"
      + "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
      + "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + Self.page.split(separator: "=", omittingEmptySubsequences: false).joined(separator: "=3D")
      + "\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    let (format, events) = try storedEvents(Array(mhtml.utf8), fileName: "a.mhtml")
    #expect(format?.name == "mhtml")
    #expect(events.map(\.article?.headline) == ["Harbour reopens"])
    #expect(events.first?.article?.url == "https://example.org/1")
  }

  @Test func damagedArchivesAreSurvived() throws {
    let bytes = archive([response("Content-Type: text/html\r\n", "<p>Ships wait.</p>")])
    var generator = SeededGenerator(state: 9)
    for round in 0..<400 {
      let damaged = mutated(bytes, by: &generator)
      let cut = Int.random(in: 0...damaged.count, using: &generator)
      let whole = try Outcome { try events(damaged, format: .warc) }
      let parts = try Outcome { try events(damaged, format: .warc, cuts: [cut]) }
      #expect(whole == parts, "round \(round), cut at \(cut)")
    }
  }
}
