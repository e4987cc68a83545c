/// Text formats of databases, agencies and data sets.
extension FormatSample {
  static let texts: [FormatSample] = [
    FormatSample(
      format: "lexisnexis-txt", fileName: "export_2019-01-01.TXT",
      text: """
        Terms: (harbour)



                                       1 of 3 DOCUMENTS



                                 The Northport Observer

                              January 28, 2017 Saturday
                                    First Edition

        Harbour reopens after
        three weeks

        BYLINE: Ann Example

        SECTION: NEWS; Pg. 3

        LENGTH: 20 words

        Ships waited at the mole on Saturday
        while divers looked at the gate.

        NOTE: the gate is old.

        "We are glad," said the harbour master.

        LOAD-DATE: January 29, 2017

        LANGUAGE: ENGLISH

                          Copyright 2017 Northport Press
                               All Rights Reserved


                                       2 of 3 DOCUMENTS

                                  Hafenzeitung

                             Mittwoch 1. Februar 2017

        Der Hafen ist offen

        AUTOR: Bert Beispiel

        LÄNGE: 3 Wörter

        Schiffe warten nicht mehr.

        SPRACHE: GERMAN; DEUTSCH


                                       3 of 3 DOCUMENTS

                          Copyright 2017 Northport Press
        """,
      articles: [
        Article(
          headline: "Harbour reopens after three weeks",
          text: """
            Ships waited at the mole on Saturday while divers looked at the gate.

            NOTE: the gate is old.

            "We are glad," said the harbour master.
            """,
          date: "2017-01-28", source: "The Northport Observer", author: "Ann Example",
          section: "NEWS; Pg. 3", language: "en"),
        Article(
          headline: "Der Hafen ist offen", text: "Schiffe warten nicht mehr.", date: "2017-02-01",
          source: "Hafenzeitung", author: "Bert Beispiel", language: "de"),
      ], rejects: 1),
    FormatSample(
      format: "proquest-txt", fileName: "ProQuestDocuments.txt",
      text: """
        ____________________________________________________________

        Document 1 of 2

        Harbour reopens

        Author: Example, Ann

        Publication info: Northport Observer ; Northport [Northport]28 Jan 2017: A.1.

        Abstract: Ships waited.

        Full text: Ships waited at the mole.

        Divers looked at the gate.

        Title: Harbour reopens

        Publication title: Northport Observer; Northport

        Publication date: Jan 28, 2017

        Section: News

        Language of publication: English

        ProQuest document ID: 1

        Document URL: https://search.example/docview/1

        ____________________________________________________________

        Document 2 of 2

        The gate

        Publication info: Coast Post ; Wexley [Wexley]29 Jan 2017: B.2.

        Full text: The gate is old.

        ProQuest document ID: 2

        ____________________________________________________________

        Contact us at: https://about.example
        """,
      articles: [
        Article(
          headline: "Harbour reopens",
          text: "Ships waited at the mole.\n\nDivers looked at the gate.", date: "2017-01-28",
          source: "Northport Observer", author: "Example, Ann", section: "News", language: "en",
          url: "https://search.example/docview/1"),
        Article(
          headline: "The gate", text: "The gate is old.", date: "2017-01-29", source: "Coast Post"),
      ]),
    FormatSample(
      format: "mediargus", fileName: "export.txt",
      text: """
        1. De haven is open

        De Kustpost, zaterdag 28 januari 2017, p. 3, 12w.

        De schepen wachten niet


        2. De oude sluis

        De Kustpost, zondag 29 januari 2017, p. 4, 5w.

        De sluis is




        28-01-2017, p.3

        Kust

        De haven is open

        De schepen wachten niet meer.

        De sluis is oud.

        © Kustpers


        29-01-2017, p.4

        De oude sluis

        De sluis is oud.

        © Kustpers
        """,
      articles: [
        Article(
          headline: "De haven is open", text: "De schepen wachten niet meer.\n\nDe sluis is oud.",
          date: "2017-01-28", source: "De Kustpost"),
        Article(
          headline: "De oude sluis", text: "De sluis is oud.", date: "2017-01-29",
          source: "De Kustpost"),
      ]),
    FormatSample(
      format: "story", fileName: "0a1b.story",
      text: "Ships waited.\n\nDivers looked.\n\n@highlight\n\nThe harbour is open\n",
      articles: [Article(text: "Ships waited.\n\nDivers looked.")]),
    FormatSample(
      format: "markdown", fileName: "2017-01-28-harbour.md",
      text: """
        ---
        layout: post
        title: "Harbour reopens"
        date: 2017-01-28T10:00:00Z
        author: Ann Example
        from: https://example.org/harbour
        ---

        Ships *waited*.
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships *waited*.", date: "2017-01-28T10:00:00Z",
          author: "Ann Example", url: "https://example.org/harbour")
      ]),
    FormatSample(
      format: "markdown-collection", fileName: "all.md",
      text: """
        ---
        source: "Coast"
        ---

        # Harbour reopens

        **Published:** 2017-01-28

        **URL:** https://example.org/1

        Ships waited.

        ---

        # The gate

        **Published:** 2017-01-29

        The gate is old.

        ---
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.", date: "2017-01-28",
          url: "https://example.org/1"),
        Article(headline: "The gate", text: "The gate is old.", date: "2017-01-29"),
      ]),
    FormatSample(
      format: "markdown-collection", fileName: "all.txt",
      text: "Harbour reopens\n[2017-01-28]\nhttps://example.org/1\n\nShips waited.\n\n"
        + String(repeating: "-", count: 60) + "\n\nThe gate\n[2017-01-29]\n\nIt is old.\n",
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.", date: "2017-01-28",
          url: "https://example.org/1"),
        Article(headline: "The gate", text: "It is old.", date: "2017-01-29"),
      ]),
    FormatSample(
      format: "anpa", fileName: "wire.tst",
      text: "\u{16}\u{16}\u{1}W0001\u{1F}_x\r\nr a\u{13}\u{11} BC-Harbour   01-28 0010\r\n"
        + "\u{2}^BC-Harbour,10<\r\n^Harbour reopens<\r\n^By ANN EXAMPLE=\r\n"
        + "\t   NORTHPORT (AP) _ Ships waited\r\nat the mole.\r\n\t   Divers looked.\r\n"
        + "\t   \u{3}AP-WF-01-28-17 2350GMT<\r\n\u{4}",
      articles: [
        Article(
          headline: "Harbour reopens",
          text: "NORTHPORT (AP) _ Ships waited at the mole.\n\nDivers looked.",
          date: "2017-01-28T23:50:00Z", source: "Associated Press", author: "ANN EXAMPLE")
      ]),
    FormatSample(
      format: "anpa",
      text:
        "\u{1}abc001 4 i 20  dpa 001\r\n\r\nHarbour/\r\n\u{2}1ST LEAD\nHarbour reopens =\r\n\r\n"
        + "Northport (dpa) - Ships waited\r\nat the mole.\r\n\r\nDivers looked.\r\n"
        + "\u{3}281830 GMT Jan 17\r\n\u{4}",
      articles: [
        Article(
          headline: "Harbour reopens",
          text: "Northport (dpa) - Ships waited at the mole.\n\nDivers looked.",
          date: "2017-01-28T18:30:00Z", source: "dpa", section: "i")
      ]),
    FormatSample(
      format: "reuters-21578", fileName: "reut.sgm",
      text: """
        <!DOCTYPE lewis SYSTEM "lewis.dtd">
        <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="1" NEWID="7">
        <DATE>28-JAN-1987 15:01:01.79</DATE>
        <TOPICS><D>ship</D></TOPICS>
        <UNKNOWN>&#5;x</UNKNOWN>
        <TEXT>&#2;
        <TITLE>HARBOUR &lt;HBR> REOPENS</TITLE>
        <DATELINE>    NORTHPORT, Jan 28 - </DATELINE><BODY>Ships waited
        at the mole.
            Divers looked.
         REUTER
        &#3;</BODY></TEXT>
        </REUTERS>
        """,
      articles: [
        Article(
          headline: "HARBOUR <HBR> REOPENS", text: "Ships waited at the mole.\n\nDivers looked.",
          date: "1987-01-28", source: "Reuters")
      ]),
    FormatSample(
      format: "trec", fileName: "ft_1",
      text: """
        <DOC>
        <DOCNO> FT-1 </DOCNO>
        <DATE>170128</DATE>
        <HEADLINE>
        Harbour reopens
        </HEADLINE>
        <BYLINE>By ANN EXAMPLE</BYLINE>
        <TEXT>
        Ships waited.

        Divers looked.
        </TEXT>
        </DOC>
        <DOC id="NYT_ENG_20170129.0001" type="story">
        <TEXT>
        <P>
        The gate
        is old.
        </P>
        </TEXT>
        </DOC>
        """,
      articles: [
        Article(
          headline: "Harbour reopens", text: "Ships waited.\n\nDivers looked.", date: "2017-01-28",
          author: "ANN EXAMPLE"),
        Article(text: "The gate is old.", date: "2017-01-29"),
      ]),
    FormatSample(
      format: "rtf", fileName: "a.rtf",
      text:
        #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}Hafen \'f6ffnet\par\par "#
        + #"Schiffe \u8222\'84warten\u8220\'93.\par Taucher {\b sahen} zu.}"#,
      articles: [
        Article(headline: "Hafen öffnet", text: "Schiffe „warten“.\n\nTaucher sahen zu.")
      ]),
    FormatSample(
      format: "eml", fileName: "a.eml",
      text: """
        From: =?utf-8?Q?K=C3=BCstenpost?= <news@example.org>
        To: reader@example.org
        List-Unsubscribe: <mailto:x@example.org>
        Subject: =?utf-8?B?SGFmZW4gw7ZmZm5ldA==?=
        Date: Sat, 28 Jan 2017 10:00:00 +0100 (CET)
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>Schiffe =
        warten.</p><p>Gr=F6=DFe</p></body></html>
        --b--
        """,
      articles: [
        Article(
          headline: "Hafen öffnet", text: "Schiffe warten.\n\nGröße",
          date: "2017-01-28T09:00:00Z", source: "Küstenpost")
      ]),
    FormatSample(
      format: "mbox", fileName: "a.mbox",
      text: """
        From x Mon Jan  1 00:00:00 2017
        From: ann@example.org
        Subject: One
        Message-ID: <1@example.org>

        Ships.
        >From the mole.

        From x Mon Jan  2 00:00:00 2017
        From: ann@example.org
        Subject: Two
        Message-ID: <2@example.org>

        Gates.
        """,
      articles: [
        Article(headline: "One", text: "Ships.\nFrom the mole.", author: "ann@example.org"),
        Article(headline: "Two", text: "Gates.", author: "ann@example.org"),
      ]),
  ]
}
