import NewsModel
import Testing

@testable import NewsFormats

struct RecordAssemblerTests {
  private func article(
    _ json: String, options: ImportOptions = ImportOptions(), fileName: String = ""
  ) throws -> ArticleDraft? {
    try events(Array(json.utf8), format: .json, options: options, fileName: fileName)
      .first?.article
  }

  /// The names of tools, databases and interfaces; each record as they write it.
  @Test(arguments: [
    #"{"headline":"H","body":"T","published":"2017-01-28","source":"S","author":"A"}"#,
    #"{"TITLE":"H","Main_Text":"T","Publish-Date":"2017-01-28","Outlet":"S","By":"A"}"#,
    #"{"title":"H","maintext":"T","date_publish":"2017-01-28","source_domain":"S","authors":["A"]}"#,
    #"{"webTitle":"H","fields":{"body":"T","byline":"A"},"webPublicationDate":"2017-01-28","publication":"S"}"#,
    #"{"headline":{"main":"H"},"text":"T","pub_date":"2017-01-28","byline":{"original":"A"},"source":"S"}"#,
    #"{"title":"H","content":"T","publishedAt":"2017-01-28","source":{"id":null,"name":"S"},"author":"A"}"#,
    #"{"title":"H","body":"T","dateTimePub":"2017-01-28","source":{"uri":"s.example","title":"S"},"authors":[{"uri":"a@s.example","name":"A"}]}"#,
    #"{"thread":{"site":"s","site_full":"S"},"title":"H","text":"T","published":"2017-01-28","author":"A"}"#,
    #"{"title":"H","text":["T"],"date":{"$date":"2017-01-28"},"site_name":"S","author":"A"}"#,
  ])
  func fieldsAreKnownByTheirNames(json: String) throws {
    let article = try #require(try article(json))
    #expect(article.headline == "H")
    #expect(article.text == "T")
    #expect(article.date == PartialDate(year: 2017, month: 1, day: 28))
    #expect(article.source == "S")
    #expect(article.author == "A")
  }

  @Test func theMostTellingNameWinsAndTheOthersAreKept() throws {
    let article = try #require(
      try article(
        #"{"content":"C","text":"T","domain":"d.example","source":"S","title_rss":null,"title":""}"#
      ))
    #expect(article.text == "T")
    #expect(article.source == "S")
    #expect(article.headline == nil)
    #expect(
      article.metadata == [
        MetadataField(name: "content", json: "\"C\""),
        MetadataField(name: "domain", json: "\"d.example\""),
      ])
  }

  @Test func everythingElseIsKeptAsItStands() throws {
    let article = try #require(
      try article(#"{"text":"T","a":"x\u0041","b":{"c": [1]},"d":1.50,"e":true,"f":null,"g":""}"#))
    #expect(
      article.metadata == [
        MetadataField(name: "a", json: #""x\u0041""#),
        MetadataField(name: "b", json: #"{"c": [1]}"#),
        MetadataField(name: "d", json: "1.50"), MetadataField(name: "e", json: "true"),
      ])
  }

  @Test(arguments: ["summary", "description", "abstract", "lead_paragraph", "snippet"])
  func aSummaryIsTextWhereThereIsNoOther(name: String) throws {
    let alone = try #require(try article("{\"title\":\"H\",\"\(name)\":\"S\"}"))
    #expect(alone.text == "S")
    #expect(alone.remarks == ["text is the summary only"])
    let beside = try #require(try article("{\"text\":\"T\",\"\(name)\":\"S\"}"))
    #expect(beside.text == "T")
    #expect(beside.metadata == [MetadataField(name: name, json: "\"S\"")])
    #expect(beside.remarks.isEmpty)
  }

  @Test(arguments: ["null", "\"\"", "\"  \"", "\"null\"", "\"NaN\"", "\"None\"", "[]", "true"])
  func missingValuesAreNotGiven(value: String) throws {
    let article = try #require(
      try article("{\"text\":\"T\",\"author\":\(value),\"byline\":\"B\"}"))
    #expect(article.author == "B")
  }

  @Test func anAddressIsNoSource() throws {
    let article = try #require(
      try article(#"{"text":"T","source":"https://s.example/a","hostname":"s.example"}"#))
    #expect(article.source == "s.example")
    #expect(article.url == "https://s.example/a")
  }

  @Test func mappingsReachIntoObjects() throws {
    let options = ImportOptions(mapping: ["meta.Label.text": .section, "dossier": .headline])
    let article = try #require(
      try article(
        #"{"text":"T","section":"x","dossier":"D","title":"H","meta":{"label":{"text":"Sea"}}}"#,
        options: options))
    #expect(article.section == "Sea")
    #expect(article.headline == "D")
    #expect(article.metadata.map(\.name) == ["section", "title", "meta"])
  }

  @Test func constantsStandInForWhatIsMissing() throws {
    let options = ImportOptions(source: "S", language: "de_AT")
    #expect(try article(#"{"text":"T"}"#, options: options)?.source == "S")
    #expect(try article(#"{"text":"T"}"#, options: options)?.language == "de-at")
    #expect(try article(#"{"text":"T","outlet":"O"}"#, options: options)?.source == "O")
    #expect(try article(#"{"text":"T","lang":"eng"}"#, options: options)?.language == "en")
  }

  @Test func datesComeFromTheBestFieldThatHasOne() throws {
    let article = try #require(
      try article(#"{"text":"T","date":"2017-01-28","published":"soon","created":"2016"}"#))
    #expect(article.date == PartialDate(year: 2017, month: 1, day: 28))
    #expect(article.dateOrigin == .field)
    #expect(article.remarks == ["date not understood: soon"])
    #expect(article.metadata.map(\.name) == ["published", "created"])
  }

  @Test func datesOfOtherOrigin() throws {
    let url = #"{"text":"T","url":"https://s.example/2017/01/28/a"}"#
    #expect(try article(url, fileName: "20160101.json")?.dateOrigin == .url)
    #expect(try article(#"{"text":"T"}"#, fileName: "20160101.json")?.dateOrigin == .fileName)
    #expect(try article(#"{"text":"T"}"#)?.dateOrigin == nil)
  }

  @Test func oddDatesAreRemarkedUponAndKept() throws {
    let ambiguous = try article(#"{"text":"T","date":"01/02/2017"}"#)
    #expect(ambiguous?.date == nil)
    #expect(ambiguous?.remarks == ["ambiguous date: 01/02/2017; say --date-order"])
    #expect(ambiguous?.metadata == [MetadataField(name: "date", json: "\"01/02/2017\"")])
    let future = try article(#"{"text":"T","date":"2031-05-01"}"#)
    #expect(future?.date == PartialDate(year: 2031, month: 5, day: 1))
    #expect(future?.remarks == ["implausible date: 2031-05-01 is in the future"])
    let epoch = try article(#"{"text":"T","timestamp":1485626700}"#)
    #expect(epoch?.date?.description == "2017-01-28T18:05:00Z")
  }

  @Test func recordsWithoutTextSayWhatTheyHad() throws {
    let events = try events(Array(#"{"id":1,"title":"H","text":""}"#.utf8), format: .json)
    #expect(events.map(\.reason) == ["no text (fields: id, title, text)"])
    #expect(try reasons("{}") == ["no text (no fields at all)"])
  }

  @Test(arguments: [
    ("en", "en"), ("English", "en"), ("eng", "en"), ("en_US", "en-us"), ("EN-gb", "en-gb"),
    ("ger", "de"), ("Deutsch", "de"), ("zh-Hans", "zh-hans"), ("Français", "fr"),
    ("русский", "ru"), ("por_BR", "pt-br"), ("pcm", "pcm"), ("Klingon", "klingon"),
    ("Tiếng Việt", "vi"),
  ])
  func languagesAreTags(name: String, tag: String) {
    #expect(languageTag(name) == tag)
  }
}

/// Why the records of a JSON text were rejected.
private func reasons(_ json: String) throws -> [String?] {
  try events(Array(json.utf8), format: .json).map(\.reason)
}

struct HostileRecordTests {
  private func event(_ record: String, _ options: ImportOptions = .init()) throws -> RecordEvent? {
    var events: [RecordEvent] = []
    var stream = RecordStream(ReaderContext(fileName: "d.jsonl", options: options, now: testNow))
    let bytes = Array((record + "\n").utf8)
    try stream.push(bytes.span) { events.append($0) }
    try stream.finish { events.append($0) }
    return events.first
  }

  @Test func plainTextKeepsWhatLooksLikeMarkup() throws {
    let record = #"{"title":"a <b>b</b>","text":"Say <em>no</em> to <script>x</script>."}"#
    #expect(try event(record)?.article?.text == "Say no to .")
    var options = ImportOptions()
    options.isPlainText = true
    let article = try event(record, options)?.article
    #expect(article?.text == "Say <em>no</em> to <script>x</script>.")
    #expect(article?.headline == "a <b>b</b>")
  }

  @Test func aTextOfManyMegabytesIsNoArticle() throws {
    let text = String(repeating: "word ", count: RecordLimit.textBytes / 5 + 1)
    let found = try event(#"{"title":"Long","text":"\#(text)"}"#)
    #expect(found?.article == nil && found?.reason == "a text longer than 16 MB")
  }
}
