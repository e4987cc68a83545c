import CSQLite
import NewsModel
import Testing

@testable import NewsFormats

/// Documents of offices, and databases.
struct DocumentTests {
  private func article(_ bytes: [UInt8], _ fileName: String) throws -> [FormatSample.Article] {
    let whole = try storedEvents(bytes, fileName: fileName).events
    let pieces = try storedEvents(bytes, fileName: fileName, pieceBytes: 3).events
    #expect(whole == pieces)
    return whole.compactMap(FormatSample.Article.init)
  }

  @Test func aWordDocumentIsOneArticle() throws {
    let found = try article(
      Archives.word(["", "Harbour &amp; gate", "Ships wait.", "Long."]), "a.docx")
    #expect(found == [.init(headline: "Harbour & gate", text: "Ships wait.\n\nLong.")])
  }

  @Test func nexisPutsManyArticlesIntoOne() throws {
    let space = "\u{A0}"
    let found = try article(
      Archives.word([
        "Date and Time: Friday, 5. July 2019", "Job Number: 1", "Documents (2)",
        "1. Harbour reopens", "Client/Matter: -None-", "News", "", "Harbour reopens", "Coast Post.",
        "January 28, 2017 Saturday", "", "Copyright 2017 Coast Press",
        "Section:\(space)NEWS; Pg. 3",
        "Length:\(space)20 words", "Byline:\(space)Ann Example", "Body", "", "Ships waited: long.",
        "Divers looked.", "Classification", "Language:\(space)ENGLISH",
        "Load-Date:\(space)January 29, 2017", "", "End of Document", "", "Gate", "Hafenzeitung",
        "June 13, 2005, Monday 20:00:00 - 21:00:00 Eastern Time", "Length:\(space)2 words", "Body",
        "ABSTRACT", "Short.", "FULL TEXT", "It is old.", "Load-Date:\(space)x", "End of Document",
        "",
      ]), "a.DOCX")
    #expect(
      found == [
        .init(
          headline: "Harbour reopens", text: "Ships waited: long.\n\nDivers looked.",
          date: "2017-01-28", source: "Coast Post", author: "Ann Example", section: "NEWS; Pg. 3",
          language: "en"),
        .init(headline: "Gate", text: "It is old.", date: "2005-06-13", source: "Hafenzeitung"),
      ])
  }

  @Test func apaPutsManyArticlesIntoOne() throws {
    let rtf =
      #"{\rtf1\ansi "Hafen.at" gefunden am 28.01.2017 10:36 Uhr\par\par Hafen offen\par Schiffe warten.\par "#
      + #"____\par "Tor.at" gefunden am 29.01.2017 11:00 Uhr\par Tor alt\par Es ist alt.\par}"#
    let found = try article(Array(rtf.utf8), "a.rtf")
    #expect(
      found == [
        .init(
          headline: "Hafen offen", text: "Schiffe warten.", date: "2017-01-28T10:36:00Z",
          source: "Hafen.at"),
        .init(
          headline: "Tor alt", text: "Es ist alt.", date: "2017-01-29T11:00:00Z", source: "Tor.at"),
      ])
  }

  @Test func sheetsAreTables() throws {
    let strings =
      "<sst><si><t>title</t></si><si><t>text</t></si><si><t>date</t></si>"
      + "<si><r><t>Harbour, </t></r><r><t>\"open\"</t></r></si></sst>"
    let styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy-mm-dd\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
    let sheet =
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      + "<c r=\"D1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c>"
      + "<c r=\"B2\" t=\"inlineStr\"><is><t>Ships wait.</t></is></c><c r=\"D2\" s=\"1\"><v>42763</v></c>"
      + "</row></sheetData></worksheet>"
    let workbook = Archives.zip([
      ("[Content_Types].xml", Array("<x/>".utf8)), ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
      ("xl/sharedStrings.xml", Array(strings.utf8)), ("xl/styles.xml", Array(styles.utf8)),
    ])
    #expect(
      try article(workbook, "a.xlsx")
        == [.init(headline: "Harbour, \"open\"", text: "Ships wait.", date: "2017-01-28")])
  }

  @Test func tablesOfADatabaseAreRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.db"
    var database: OpaquePointer?
    #expect(sqlite3_open(path, &database) == SQLITE_OK)
    sqlite3_exec(
      database,
      """
      CREATE TABLE newsdata(id TEXT, date TEXT, source TEXT, title TEXT, content TEXT, published_utc INTEGER);
      INSERT INTO newsdata VALUES('1', '2017-01-28', 'coast', 'Harbour', 'Ships wait.', 1485561600);
      INSERT INTO newsdata VALUES('2', '2017-01-29', 'coast', 'Gate', NULL, 1485648000);
      CREATE TABLE tweet(id INTEGER, embedded_tweet TEXT);
      INSERT INTO tweet VALUES(1, 'x');
      CREATE VIEW news AS SELECT title, content AS text FROM newsdata;
      """, nil, nil, nil)
    sqlite3_close(database)
    let bytes = try contents(of: path)
    #expect(
      try article(bytes, "a.db")
        == [
          .init(
            headline: "Harbour", text: "Ships wait.", date: "2017-01-28", source: "coast"),
          .init(headline: "Gate", text: "Gate", date: "2017-01-29", source: "coast"),
        ])
    var generator = SeededGenerator(state: 5)
    for _ in 0..<60 { _ = try? storedEvents(mutated(bytes, by: &generator)) }
  }
}
