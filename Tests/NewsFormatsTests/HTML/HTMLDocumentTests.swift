import Testing

@testable import NewsFormats

/// A tree in one line: `p(a("x") "y")`.
private func tree(_ html: String) -> String {
  let document = HTMLDocument(Array(html.utf8))
  func describe(_ node: Int) -> String {
    if document.nodes[node].isText { return "\"" + document.text(of: node) + "\"" }
    var children: [String] = []
    var index = node + 1
    while index < Int(document.nodes[node].end) {
      children.append(describe(index))
      index = Int(document.nodes[index].end)
    }
    let tag = document.nodes[node].tag
    let name =
      tag == .other
      ? String(decoding: document.bytes[document.nodes[node].range], as: UTF8.self) : tag.name
    return children.isEmpty ? name : "\(name)(\(children.joined(separator: " ")))"
  }
  return describe(0)
}

struct HTMLDocumentTests {
  @Test(arguments: [
    // Ends that are implied.
    ("<p>a<p>b", #"html(p("a") p("b"))"#),
    ("<p>a<div>b</div>c", #"html(p("a") div("b") "c")"#),
    ("<ul><li>a<li>b</ul>c", #"html(ul(li("a") li("b")) "c")"#),
    ("<dl><dt>a<dd>b<dt>c</dl>", #"html(dl(dt("a") dd("b") dt("c")))"#),
    ("<table><tr><td>a<td>b<tr><td>c</table>", #"html(table(tr(td("a") td("b")) tr(td("c"))))"#),
    ("<h1>a<h2>b</h1>c", #"html(h1("a") h2("b") "c")"#),
    ("<a>x<a>y</a>", #"html(a("x") a("y"))"#),
    ("<button>a<button>b", #"html(button("a") button("b"))"#),
    // What is not open cannot be closed; what stands open in a scope stays open.
    ("a</div>b</p>c", #"html("a" "b" "c")"#),
    ("<div><span>a</div>b", #"html(div(span("a")) "b")"#),
    ("<b><p>a</b>b", #"html(b(p("a" "b")))"#),
    ("<p><table><tr><td></p>a</table>b", #"html(p table(tr(td("a"))) "b")"#),
    ("<td>a", #"html("a")"#),
    // Void and raw elements.
    ("a<br>b</br>c<hr/>", #"html("a" br "b" br "c" hr)"#),
    ("<script>a<b>'</p></script>b", #"html(script("a<b>'</p>") "b")"#),
    (
      "<script><!--<script></script>--></script>b", #"html(script("<!--<script></script>-->") "b")"#
    ),
    ("<title>a &amp; <b></title>", #"html(title("a & <b>"))"#),
    ("<style>a", #"html(style("a"))"#),
    // The head ends where the body's elements or text begin.
    ("<head><meta><p>a", #"html(head(meta) p("a"))"#),
    ("<html><head></head><body>a</body></html>b", #"html(head body("a" "b"))"#),
    // Comments, declarations and what only looks like markup.
    ("<!doctype html>a<!-- <p> -->b<!x>c<?y>d</ z>e", #"html("a" "b" "c" "d" "e")"#),
    ("a<!-->b<!--->c<!--d--!>e", #"html("a" "b" "c" "e")"#),
    ("a < b <3 </", #"html("a < b <3 </")"#),
    ("<p a='>' b=\">\" c=> d", #"html(p(" d"))"#),
    ("</></>a", #"html("a")"#),
    // SVG and MathML.
    ("<svg><title>a</title><p>b", #"html(svg(title("a")) p("b"))"#),
    ("<svg><path/><![CDATA[<x>]]></svg>a", #"html(svg(path "<x>") "a")"#),
    ("<my-tag>a</MY-TAG>b", #"html(my-tag("a") "b")"#),
  ])
  func elementsNest(html: String, expected: String) { #expect(tree(html) == expected) }

  @Test(arguments: [
    ("&amp;&lt;&copy;&nbsp;", "&<©\u{A0}"), ("&#8212;&#x2014;&#X2014", "———"),
    ("&ampx &notit; &notin; &copy2", "&x ¬it; ∉ ©2"), ("&#128;&#0;&#xD800;", "€\u{FFFD}\u{FFFD}"),
    ("&unknown; & &; &#; &#x;", "&unknown; & &; &#; &#x;"), ("&#99999999999999;", "\u{FFFD}"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&NotEqualTilde;", "≂̸"),
  ])
  func referencesAreResolved(text: String, expected: String) {
    #expect(resolvedReferences(text) == expected)
  }

  @Test func referencesInAddressesStay() {
    let document = HTMLDocument(Array("<a href='?a=1&copy=2&lt;&amp'>x</a>".utf8))
    #expect(document.value(.href, of: 1) == "?a=1&copy=2<&")
  }

  @Test func theFirstOfTwoAttributesCounts() {
    let document = HTMLDocument(Array("<p class=a CLASS=b id = 'c' hidden>x".utf8))
    #expect(document.value(.class, of: 1) == "a")
    #expect(document.value(.id, of: 1) == "c")
    #expect(document.value(.hidden, of: 1) == "")
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000), String(repeating: "<b><p>", count: 50_000),
    String(repeating: "<a href=x><table><td>", count: 30_000),
    String(repeating: "</p>", count: 100_000), String(repeating: "<script><!--<", count: 50_000),
    String(repeating: "<svg><p></svg>", count: 30_000), String(repeating: "</>", count: 200_000),
    String(repeating: "<!--", count: 100_000), "<" + String(repeating: "a ", count: 200_000),
    String(repeating: "&", count: 300_000), String(repeating: "<li></p><p>", count: 50_000),
  ])
  func hostilePagesAreReadInTime(html: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let document = HTMLDocument(Array(html.utf8))
      #expect(document.nodes.count < html.utf8.count + 2)
      _ = PageBlocks(document)
    }
    // A quadratic reading would take minutes.
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    ("<meta charset=windows-1251>", [0xCF, 0xF0, 0xE8] as [UInt8], "При"),
    (
      "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", [0xF0, 0xD2, 0xC9],
      "При"
    ),
    ("<meta charset=iso-8859-7>", [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
    ("<meta charset=iso-8859-1>", [0x93, 0x61, 0x94], "“a”"),
    ("<meta charset='gb2312'>", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
    ("<meta charset=big5>", [0xA4, 0xA4, 0xB0, 0xEA], "中國"),
    ("<meta charset=shift_jis>", [0x93, 0xFA, 0x96, 0x7B], "日本"),
    ("<meta charset=euc-jp>", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("<meta charset=euc-kr>", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
    // UTF-8 is not doubted, whatever is declared.
    ("<meta charset=iso-8859-1>", Array("Zürich".utf8), "Zürich"),
    ("<script charset=koi8-r></script>", [0x93, 0x61, 0x94], "“a”"),
  ])
  func encodingsAreFound(head: String, body: [UInt8], expected: String) {
    let page = DecodedPage(Array(head.utf8) + body)
    #expect(String(decoding: page.bytes, as: UTF8.self) == head + expected)
  }

  @Test func aCharsetOfTheHeaderGoesBeforeThePages() {
    let page = DecodedPage([0xCF], declared: "windows-1251")
    #expect(page.bytes == Array("П".utf8))
  }
}
