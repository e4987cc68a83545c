/// HTML that press databases export, saved pages, and web archives.
extension FormatSample {
  static let pages: [FormatSample] = [
    FormatSample(
      format: "lexisnexis-html", fileName: "coast_2017-01-01_1.html",
      text: """
        <HTML><HEAD><STYLE>.c0 { text-align: center; } .c1 { text-align: center; margin: 0 }
        .c5 { text-align: left; }</STYLE></HEAD><BODY>
        <!-- Hide XML section from browser
        <DOC NUMBER=1>
        <DOCFULL> -->
        <BR><DIV CLASS="c0"><P CLASS="c1"><SPAN>1 of 1 DOCUMENTS</SPAN></P></DIV>
        <DIV CLASS="c0"><P CLASS="c1">Coast Post</P></DIV>
        <DIV CLASS="c0"><P CLASS="c1"><SPAN>January</SPAN><SPAN> 28, 2017 Saturday</SPAN></P></DIV>
        <DIV CLASS="c5"><P CLASS="c5">Harbour reopens</P></DIV>
        <DIV CLASS="c5"><P CLASS="c5"><SPAN>BYLINE: </SPAN>Ann Example</P></DIV>
        <DIV CLASS="c5"><P CLASS="c5">LENGTH: 5 words</P></DIV>
        <DIV CLASS="c5"><P CLASS="c5">&nbsp;</P><P CLASS="c5">Ships <B>waited</B>.</P>
        <P CLASS="c5">Gr&uuml;&szlig;e.</P></DIV>
        <DIV CLASS="c5"><P CLASS="c5">LANGUAGE: ENGLISH</P></DIV></BODY></HTML>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nGrüße.", date: "2017-01-28",
          source: "Coast Post", author: "Ann Example", language: "en")
      ]),
    FormatSample(
      format: "factiva-html",
      text: """
        <html><head><title>Factiva</title></head><body>
        <div id="article-COAST00020170128ed1s00001" class="article"><div class="article deArticle">
        <div>Magazin</div><div id="hd"><span class="deHeadline">Hafen offen</span></div>
        <div class="author">Ann Example</div><div>254 Wörter</div><div>28 Januar 2017</div>
        <div>Hafenzeitung</div><div>HAFZ</div><div>12</div><div>Deutsch</div>
        <div>Copyright 2017 Hafen</div><p class="articleParagraph dearticleParagraph">Schiffe
        <b>warten</b>.</p><p class="articleParagraph">Taucher sahen zu.</p>
        <p class="articleParagraph">Hafenverlag GmbH</p>
        <p>Dokument COAST00020170128ed1s00001</p></div></div></body></html>
        """,
      articles: [
        Article(
          headline: "Hafen offen", text: "Schiffe warten.\n\nTaucher sahen zu.",
          date: "2017-01-28", source: "Hafenzeitung", author: "Ann Example", section: "Magazin",
          language: "de")
      ]),
    FormatSample(
      format: "factiva-html",
      text: """
        <html><body><td class="factivalogo"></td><div class="article enArticle"><table>
        <tr><td class="index"><b>HD</b>&nbsp;</td><td><b>Harbour reopens</b></td></tr>
        <tr><td class="index"><b>PD</b>&nbsp;</td><td>28 January 2017</td></tr>
        <tr><td class="index"><b>SN</b>&nbsp;</td><td>Coast Post</td></tr>
        <tr><td class="index"><b>LA</b>&nbsp;</td><td>English</td></tr>
        <tr><td class="index"><p><b>LP</b>&nbsp;</p></td><td><p>Ships waited.</p></td></tr>
        <tr><td class="index"><p><b>TD</b>&nbsp;</p></td><td><p>Divers looked.</p></td></tr>
        </table></div></body></html>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked.",
          date: "2017-01-28", source: "Coast Post", language: "en")
      ]),
    FormatSample(
      format: "europresse-html",
      text: """
        <html><body><span class="DocPublicationName">La Côte</span><br><span
        class="DocHeader">Politique, </span><span class="DocHeader">samedi 28 janvier
        2017</span><br><span class="TitreArticleVisu">Le port rouvre</span><br><br>Les navires
        <mark>attendent</mark>.<p></p>Fin.<p></p>Numéro de document : news·20170128·LC·1<br>
        <table><tr><td>Ce certificat est émis à Q</td></tr></table></body></html>
        """,
      articles: [
        Article(
          headline: "Le port rouvre", text: "Les navires attendent.\n\nFin.", date: "2017-01-28",
          source: "La Côte", section: "Politique")
      ]),
    FormatSample(
      format: "europresse-html",
      text: """
        <html><body><article><header><div class="rdp__DocPublicationName"><span
        class="DocPublicationName">La Côte</span></div><span class="DocHeader">samedi 28 janvier
        2017, p. 3</span><div class="titreArticle"><p class="titreArticleVisu">Le port
        rouvre</p></div></header><section><div class="DocText"><p>Les navires attendent.</p></div>
        </section><footer>x</footer></article></body></html>
        """,
      articles: [
        Article(
          headline: "Le port rouvre", text: "Les navires attendent.", date: "2017-01-28",
          source: "La Côte")
      ]),
    FormatSample(
      format: "kikuzo-html",
      text: """
        <html><body><table class="topic-list"><tr><th>No.</th><th>発行日</th><th>面名</th></tr>
        <tr><td>00001</td><td><nobr>2017年</nobr><nobr>01月28日</nobr></td><td>１総</td></tr></table>
        <table class="topic-detail"><tr><td><span class="font002">港が<span>再開</span></span></td></tr>
        <tr><td><div class="detail001">船は待った。<br>門は古い。</div></td></tr></table></body></html>
        """,
      articles: [
        Article(
          headline: "港が再開", text: "船は待った。\n門は古い。", date: "2017-01-28", source: "朝日新聞",
          section: "１総", language: "ja")
      ]),
    FormatSample(
      format: "yomidasu-html",
      text: """
        <html><body><div id="heiseiDetailArea"><table class="contentsTable"><tr><th>1</th>
        <th>2017.01.28</th><th>港が再開</th><th>東京朝刊</th><th>社会</th></tr></table>
        <div id="heiseiDetailContents"><p>船は<span class="phrase">待った</span>。</p></div></div>
        </body></html>
        """,
      articles: [
        Article(
          headline: "港が再開", text: "船は待った。", date: "2017-01-28", source: "読売新聞",
          section: "社会", language: "ja")
      ]),
    FormatSample(
      format: "integrum-html",
      text: """
        <html><body><h3>Report 1</h3>1. <a href="#1">Порт</a> <small>Берег; 28.01.2017; 3;</small>
        <br><a name="1"></a><table><tr><td>^ИС: Берег<br>^РБ: Новости<br>^ДТ: 28.01.2017<br>^АВ: Анна
        <br></td></tr></table><h3>Порт открыт</h3><pre>  Суда ждали.
          Ворота <b>старые</b>.</pre></body></html>
        """,
      articles: [
        Article(
          headline: "Порт открыт", text: "Суда ждали.\n\nВорота старые.", date: "2017-01-28",
          source: "Берег", author: "Анна", section: "Новости")
      ]),
    FormatSample(
      format: "apa-defacto",
      text: """
        <html><body><div class="eintrag"><pre>"Hafenblatt" vom 28.01.2017 Seite: 1 Ressort: Chronik
        </pre><h3>Hafen offen</h3><p>Schiffe warten.</p></div></body></html>
        """,
      articles: [
        Article(
          headline: "Hafen offen", text: "Schiffe warten.", date: "2017-01-28",
          source: "Hafenblatt", section: "Chronik")
      ]),
    FormatSample(
      format: "bzk-html",
      text: """
        <html><body><span id="articleTitle">Haven open</span><span id="sourceTitle">Kustpost</span>
        <span id="articleDate">28-01-2017</span><span id="articleIntro">Schepen wachten.</span>
        </body></html>
        """,
      articles: [
        Article(
          headline: "Haven open", text: "Schepen wachten.", date: "2017-01-28", source: "Kustpost")
      ]),
  ]
}
