import TestSupport
import Testing

@testable import ArchiveServer

/// Text of others cannot become markup, and links lead nowhere else than they say.
struct HTMLTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test func elementsAreNested() {
    let html = Tag.p(.class("a", nil, "b"), .hidden) {
      "one & "
      Tag.em { "two" }
      Tag.br()
    }
    #expect(text(html) == #"<p class="a b" hidden>one &amp; <em>two</em><br></p>"#)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onmouseover='x", "&quot; onmouseover=&#39;x"), ("a\u{0}b", "a\u{FFFD}b"),
    ("\u{202E}gnp.exe", "\u{FFFD}gnp.exe"), ("港口", "港口"), ("&lt;", "&amp;lt;"),
  ])
  func textIsEscaped(text given: String, escaped: String) {
    #expect(text(Tag.p { given }) == "<p>\(escaped)</p>")
    #expect(text(Tag.p(.title(given))) == "<p title=\"\(escaped)\"></p>")
  }

  /// Whatever is in a text, there is no markup in what comes of it but ours.
  @Test func randomTextIsEscaped() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "<", ">", "\"", "'", "&", "a", " ", "/", "=", "script", "\u{0}", "\u{2028}", "é", "--",
    ]
    for _ in 0..<2000 {
      let given = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let inside = text(Tag.p(.title(given)) { given })
      #expect(inside.utf8.count { $0 == UInt8(ascii: "<") } == 2)
      #expect(inside.utf8.count { $0 == UInt8(ascii: "\"") } == 2)
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "//evil.example", "https:evil", "https:///evil", "ftp://a.example", "http://a.example/\nx",
    "http://a.example/\u{0}", "https://\\evil", "", "http://", "vbscript:x", "http://a\"b",
  ])
  func onlyPlainAddressesAreLinks(text: String) { #expect(Address(elsewhere: text) == nil) }

  @Test(arguments: ["https://a.example/b?c=d&e=f#g", "HTTP://A.example", "http://[::1]:80/"])
  func plainAddressesAreLinks(text: String) { #expect(Address(elsewhere: text)?.text == text) }

  @Test func pathsAreCoded() {
    let address = Address(
      ["article", "a/../b"], query: [("q", "a b&c=\"d\""), ("none", nil)], fragment: "q1")
    #expect(address.text == "/article/a%2F..%2Fb?q=a%20b%26c%3D%22d%22#q1")
    #expect(Address([]).text == "/")
  }
}
