/// XML formats.
extension FormatSample {
  static let xmls: [FormatSample] = [
    FormatSample(
      format: "feed", fileName: "feed.xml",
      text: """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Coast Post</title><language>en-gb</language>
        <item><title>Harbour &amp; gate&nbsp;reopen</title><link>https://example.org/1</link>
        <pubDate>Sat, 28 Jan 2017 10:00:00 GMT</pubDate><dc:creator>Ann Example</dc:creator>
        <category>News</category><description>Short.</description>
        <content:encoded><![CDATA[<p>Ships waited.</p><p>Divers <b>looked</b>.</p>]]></content:encoded>
        </item>
        <item><title>Rock & roll</title><description>&lt;p&gt;At the gate.&lt;/p&gt;</description></item>
        </channel></rss>
        """,
      articles: [
        Article(
          headline: "Harbour & gate reopen", text: "Ships waited.\n\nDivers looked.",
          date: "2017-01-28T10:00:00Z", source: "Coast Post", author: "Ann Example",
          section: "News", language: "en-gb", url: "https://example.org/1"),
        Article(
          headline: "Rock & roll", text: "At the gate.", source: "Coast Post", language: "en-gb"),
      ]),
    FormatSample(
      format: "feed", fileName: "atom.xml",
      text: """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast Post</title>
        <entry><title type="html">Harbour &amp;lt;reopens&amp;gt;</title>
        <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
        <published>2017-01-28T10:00:00Z</published><updated>2017-01-29T10:00:00Z</updated>
        <author><name>Ann Example</name></author><category term="news" label="News"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ships waited.</p></div>
        </content></entry></feed>
        """,
      articles: [
        Article(
          headline: "Harbour <reopens>", text: "Ships waited.", date: "2017-01-28T10:00:00Z",
          source: "Coast Post", author: "Ann Example", section: "News", language: "en",
          url: "https://example.org/1")
      ]),
    FormatSample(
      format: "sitemap",
      text: """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://example.org/1?a=1&amp;b=2</loc><news:news><news:publication>
        <news:name>Coast Post</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2017-01-28</news:publication_date>
        <news:title>Harbour reopens</news:title></news:news></url>
        <url><loc>https://example.org/2</loc></url></urlset>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Harbour reopens", date: "2017-01-28",
          source: "Coast Post", language: "en", url: "https://example.org/1?a=1&b=2")
      ], rejects: 1),
    FormatSample(
      format: "nitf",
      text: """
        <?xml version="1.0"?>
        <!DOCTYPE nitf SYSTEM "nitf.dtd">
        <nitf><head><title>Harbour</title><docdata><date.issue norm="20170128T100000Z"/>
        <doc-id id-string="1"/></docdata><pubdata name="Coast Post" position.section="News"/></head>
        <body><body.head><hedline><hl1>Harbour reopens</hl1></hedline>
        <byline>By Ann Example<byttl>Staff</byttl></byline></body.head>
        <body.content><block class="lead_paragraph"><p>Ships waited.</p></block>
        <block class="full_text"><p>Ships waited.</p><p>Divers looked.</p></block></body.content>
        </body></nitf>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked.",
          date: "2017-01-28T10:00:00Z", source: "Coast Post", author: "Ann Example",
          section: "News")
      ]),
    FormatSample(
      format: "newsml",
      text: """
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
        <newsItem guid="1" version="2"><itemMeta><itemClass qcode="ninat:text"/>
        <provider literal="Coast Agency"/><versionCreated>2017-01-28T10:00:00Z</versionCreated>
        </itemMeta><contentMeta><by>Ann Example</by><language tag="en"/>
        <headline>Harbour reopens</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html
        xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
        <body><p>Ships waited.</p><p>Divers looked.</p></body></html></inlineXML></contentSet>
        </newsItem>
        <newsItem guid="2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet>
        <remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked.",
          date: "2017-01-28T10:00:00Z", source: "Coast Agency", author: "Ann Example",
          language: "en")
      ], rejects: 1),
    FormatSample(
      format: "rcv1",
      text: """
        <?xml version="1.0" encoding="iso-8859-1" ?>
        <newsitem itemid="1" date="1996-08-20" xml:lang="en"><title>PORT: Harbour reopens.</title>
        <headline>Harbour reopens.</headline><byline>Ann Example</byline>
        <text><p>Ships
        waited.</p><p>Divers looked.</p></text></newsitem>
        """,
      articles: [
        Article(
          headline: "Harbour reopens.", text: "Ships waited.\n\nDivers looked.",
          date: "1996-08-20", source: "Reuters", author: "Ann Example", language: "en")
      ]),
    FormatSample(
      format: "factiva-xml",
      text: """
        <PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticle>
        <article><accessionNo>A1</accessionNo><baseLanguage>EN</baseLanguage>
        <headline><paragraph>Harbour <hlt>reopens</hlt></paragraph></headline>
        <leadParagraph><paragraph>Ships <hlt>waited</hlt>.</paragraph></leadParagraph>
        <tailParagraphs><paragraph>Divers looked.</paragraph></tailParagraphs>
        <publicationDate><date>2017-01-28</date></publicationDate>
        <sourceName>Coast Post</sourceName><byline>Ann Example</byline></article>
        </ppsarticle></ppsArticleResponse></PPSResponse>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked.",
          date: "2017-01-28", source: "Coast Post", author: "Ann Example", language: "en")
      ]),
    FormatSample(
      format: "trafilatura-xml",
      text: """
        <doc sitename="Coast Post" title="Harbour reopens" author="Ann Example" date="2017-01-28"
        url="https://example.org/1" categories="News" fingerprint="1"><main><p>Ships waited.</p>
        <list><item>one</item></list></main><comments/></doc>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\none", date: "2017-01-28",
          source: "Coast Post", author: "Ann Example", section: "News",
          url: "https://example.org/1")
      ]),
    FormatSample(
      format: "tei",
      text: """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The
        Coast</title></titleStmt><sourceDesc><biblStruct><monogr><title>The Coast</title><imprint>
        <date when="1906-02-25"/></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>
        <text xml:lang="en"><body><div type="item" subtype="article"><head>Harbour</head>
        <p>Ships <lb/>waited.</p></div><div type="item"><head>Gate</head><p>Old.</p></div></body>
        </text></TEI>
        """,
      articles: [
        Article(
          headline: "Harbour", text: "Harbour\n\nShips waited.", date: "1906-02-25",
          source: "The Coast"),
        Article(headline: "Gate", text: "Gate\n\nOld.", date: "1906-02-25", source: "The Coast"),
      ]),
    FormatSample(
      format: "alto", fileName: "coast_1824-02-17_1.xml",
      text: """
        <alto><Layout><Page ID="P1"><PrintSpace><TextBlock ID="B1"><TextLine>
        <String CONTENT="Ships"/><SP/><String CONTENT="wai" SUBS_TYPE="HypPart1"
        SUBS_CONTENT="waited"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="ted"
        SUBS_TYPE="HypPart2" SUBS_CONTENT="waited"/><SP/><String CONTENT="long."/></TextLine>
        </TextBlock></PrintSpace></Page></Layout></alto>
        """,
      articles: [Article(text: "Ships waited long.", date: "1824-02-17")]),
    FormatSample(
      format: "mediawiki",
      text: """
        <mediawiki xml:lang="en"><siteinfo><sitename>Coastwiki</sitename></siteinfo>
        <page><title>Harbour reopens</title><ns>0</ns><id>1</id><revision>
        <timestamp>2019-01-04T12:00:00Z</timestamp><text>{{date|January 28, 2017}}
        '''Ships''' [[wait|waited]].{{x|y}}&lt;ref&gt;a&lt;/ref&gt;

        Divers looked [https://example.org at it].

        == Sources ==
        * {{source|url=x}}
        [[Category:Ports]]</text></revision></page>
        <page><title>Talk:Harbour</title><ns>1</ns><revision><text>No.</text></revision></page>
        </mediawiki>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked at it.",
          date: "2017-01-28", source: "Coastwiki", section: "Ports", language: "en")
      ]),
    FormatSample(
      format: "xml", fileName: "dump.xml",
      text: """
        <dump><article id="1"><title>Harbour reopens</title><date>2017-01-28</date>
        <body>Ships waited.</body></article><article><title>Gate</title><body>Old.</body></article>
        </dump>
        """,
      articles: [
        Article(headline: "Harbour reopens", text: "Ships waited.", date: "2017-01-28"),
        Article(headline: "Gate", text: "Old."),
      ]),
  ]
}
