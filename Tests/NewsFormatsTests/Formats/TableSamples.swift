/// Tables and JSON of databases and data sets.
extension FormatSample {
  static let tables: [FormatSample] = [
    FormatSample(
      format: "csv", fileName: "a.csv",
      text: "title,url,date\nHarbour reopens,https://example.org/1,2017-01-28\n",
      articles: [
        Article(
          headline: "Harbour reopens", text: "Harbour reopens", date: "2017-01-28",
          url: "https://example.org/1")
      ]),
    FormatSample(
      format: "csv", fileName: "test.csv",
      text: #""3","Harbour reopens","Ships\waited, the #36;10 prize""# + "\n"
        + #""1","Gate","It is old#39;s""# + "\n",
      articles: [
        Article(headline: "Harbour reopens", text: "Ships\nwaited, the $10 prize"),
        Article(headline: "Gate", text: "It is old's"),
      ]),
    FormatSample(
      format: "tsv", fileName: "news.tsv",
      text: "N1\tnews\tports\tHarbour reopens\tShips waited.\thttps://example.org/1\t[]\t[]\n",
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.", section: "news",
          url: "https://example.org/1")
      ]),
    FormatSample(
      format: "csv", fileName: "a.csv",
      text: "https://example.org/1\tnull\t0a1b\texample.org\tHarbour reopens\tnull\t2017-01-28\t"
        + "\"Ships waited.\nDivers looked.\"\tnull\tnull\tarticle\n",
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\nDivers looked.", date: "2017-01-28",
          source: "example.org", url: "https://example.org/1")
      ]),
    FormatSample(
      format: "csv", fileName: "a.csv",
      text: (1...3).map {
        "2017-01-0\($0);Harbour number \($0) reopens;"
          + String(repeating: "Ships waited at mole \($0). ", count: 6) + "\n"
      }.joined(),
      articles: (1...3).map {
        Article(
          headline: "Harbour number \($0) reopens",
          text: String(repeating: "Ships waited at mole \($0). ", count: 6),
          date: "2017-01-0\($0)")
      }),
    FormatSample(
      format: "json", fileName: "ninjs.json",
      text: """
        {"uri":"https://example.org/1","versioncreated":"2017-01-28T10:00:00Z","by":"By Ann Example",
        "headlines":[{"role":"main","value":"Harbour reopens"}],
        "bodies":[{"role":"main","contenttype":"text/html","value":"<p>x</p>"},
        {"role":"main","contenttype":"text/plain","value":"Ships waited."}]}
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.", date: "2017-01-28T10:00:00Z",
          author: "Ann Example", url: "https://example.org/1")
      ]),
    FormatSample(
      format: "json", fileName: "wrapped.json",
      text:
        #"{"data":{"meta":{},"item":{"headline":"Harbour","body_html":"<p>Ships<br>waited</p>"}}}"#,
      articles: [Article(headline: "Harbour", text: "Ships\nwaited")]),
    FormatSample(
      format: "json", fileName: "dictionary.json",
      text: #"{"a":{"title":"One","text":"Ships."},"b":{"title":"Two","text":"Gates."}}"#,
      articles: [
        Article(headline: "One", text: "Ships."), Article(headline: "Two", text: "Gates."),
      ]),
    FormatSample(
      format: "json", fileName: "impresso.json",
      text:
        #"{"id":"x-1900-06-25-a-i0001","d":"1900-06-25","lg":"fr","t":"Le port","ft":"Navires."}"#,
      articles: [
        Article(headline: "Le port", text: "Navires.", date: "1900-06-25", language: "fr")
      ]),
    FormatSample(
      format: "jsonl", fileName: "a.jsonl",
      text: #"{"title":"Harbour &amp; gate","content":"Ships <hlt>waited</hlt>\n at 1 < 2."}"#
        + "\n",
      articles: [Article(headline: "Harbour & gate", text: "Ships waited\n at 1 < 2.")]),
  ]
}
