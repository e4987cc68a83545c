import ArchiveQuery
import ArchiveStorage
import FullTextIndex
import NewsModel
import NewsText
import TestSupport

/// An article as a test writes it.
struct Sample: Sendable {
  var headline: String?
  var body: String
  var date: String?
  var source: String?
  var author: String?
  var section: String?
  var language: String?
  var url: String?
  var quotes: [SampleQuote] = []
  var boilerplate: [(kind: BoilerplateKind, text: String)] = []
}

/// A quote of a sample: its text stands in the body.
struct SampleQuote: Sendable {
  var text: String
  var speakers: [String] = []
  var kind = QuoteKind.direct
  var cue: String?
}

/// The file of an archive with some samples, written by the storage module. Any number of tests
/// can read it.
struct SampleFile: Sendable {
  private let folder = TemporaryFolder()
  /// The ids of the samples, by their index.
  let ids: [ArticleID]

  var path: String { folder.file("sample.backfile") }

  /// Writes samples, so many in one transaction and one segment of the index, and then gives other
  /// bodies to some of them, by their index.
  init(_ samples: [Sample], batch: Int = .max, revised: [Int: String] = [:]) throws {
    let connection = try Archive(path: folder.file("sample.backfile")).connectForWriting()
    connection.permitIndexPages()
    let store = ArticleStore(connection)
    let books = ImportRunStore(connection)
    let run = try books.beginRun(version: "0", arguments: "[]", signature: "s")
    let file = try books.fileID(of: "samples", run: run)
    let folding = try Self.folding.get()
    var ids: [ArticleID] = []
    for start in stride(from: 0, to: samples.count, by: min(batch, samples.count)) {
      let builder = PostingsBuilder(folding)
      try connection.transaction {
        var its: [ArticleID] = []
        for (index, sample) in samples[start...].prefix(batch).enumerated() {
          let row = Self.row(of: sample, builder)
          let id = try store.nextID(for: row.date)
          try store.insert(
            row, id: id, file: file, position: RecordPosition(record: start + index + 1))
          its.append(id)
        }
        store.index(builder.finish(), articles: its)
        try store.finishBatch()
        ids += its
      }
    }
    self.ids = ids
    if !revised.isEmpty { try revise(samples, revised, connection) }
  }

  /// Gives other bodies to some samples, by their index.
  func revise(_ samples: [Sample], _ bodies: [Int: String]) throws {
    let connection = try Archive(path: path).connectForWriting()
    connection.permitIndexPages()
    try revise(samples, bodies, connection)
  }

  private func revise(
    _ samples: [Sample], _ bodies: [Int: String], _ connection: Connection
  ) throws {
    let store = ArticleStore(connection)
    let builder = PostingsBuilder(try Self.folding.get())
    try connection.transaction {
      for (index, body) in bodies.sorted(by: { $0.key < $1.key }) {
        var sample = samples[index]
        sample.body = body
        let row = Self.row(of: sample, builder, replacing: samples[index])
        try store.replaceText(of: ids[index], with: row.text)
      }
      store.index(builder.finish(), articles: bodies.keys.sorted().map { ids[$0] })
      try store.finishBatch()
    }
  }

  /// What SQLite makes of each character: asked once for all tests.
  private static let folding = Result {
    let folder = TemporaryFolder()
    return try Tokenizer(Connection(path: folder.file("empty.db"), mode: .create)).folding
  }

  private static func row(
    of sample: Sample, _ builder: PostingsBuilder, replacing former: Sample? = nil
  ) -> ArticleRow {
    let (indexBody, indexHeadline) = (
      segmentedForIndex(sample.body), sample.headline.flatMap { segmentedForIndex($0) }
    )
    let indexed = builder.add(
      [indexBody ?? sample.body, indexHeadline ?? sample.headline],
      replacing: former.map { [$0.body, $0.headline] } ?? [])
    let tokens = TokenRanges(
      of: sample.body, indexedAs: indexBody, starts: indexed.tokenStarts)
    var text = TextRow(
      body: sample.body, layout: nil, words: countWords(in: sample.body), indexBody: indexBody,
      indexHeadline: indexHeadline,
      blocks: sample.boilerplate.map {
        BlockRow(
          kind: $0.kind, rule: "words:test", start: 0, text: $0.text,
          indexText: segmentedForIndex($0.text))
      },
      quotes: sample.quotes.map { row(of: $0, in: sample.body, tokens) })
    text.tokenCounts = indexed.tokenCounts
    return ArticleRow(
      source: sample.source, date: sample.date.flatMap { PartialDate(iso8601: $0) },
      dateOrigin: sample.date == nil ? nil : .field, headline: sample.headline,
      author: sample.author, url: sample.url, section: sample.section, language: sample.language,
      metadata: nil, remarks: nil, fingerprint: [],
      identity: SHA256.identity(of: [sample.headline, sample.body]),
      sha256: SHA256.digest(of: sample.body),
      text: text)
  }

  private static func row(
    of quote: SampleQuote, in body: String, _ tokens: TokenRanges
  ) -> QuoteRow {
    let bytes = body.utf8.firstRange(of: quote.text.utf8)
    let start = bytes.map { body[..<$0.lowerBound].unicodeScalars.count } ?? 0
    var row = QuoteRow(
      kind: quote.kind, start: start, length: quote.text.unicodeScalars.count,
      speakers: quote.speakers.map { name in
        let place = body.utf8.firstRange(of: name.utf8)
        return QuoteRow.Speaker(
          name: name, kind: .person, text: name,
          start: place.map { body[..<$0.lowerBound].unicodeScalars.count } ?? 0,
          length: place == nil ? 0 : name.unicodeScalars.count)
      }, cue: quote.cue, rule: "test", confidence: 0.9)
    if let bytes {
      let start = body.utf8.distance(from: body.startIndex, to: bytes.lowerBound)
      row.tokens = tokens.inside(start..<start + quote.text.utf8.count)
    }
    return row
  }
}

/// A reader of a sample file, for one test.
struct SampleArchive {
  let file: SampleFile
  let reader: ArchiveReader

  init(_ file: SampleFile) throws {
    self.file = file
    reader = try ArchiveReader(Archive(path: file.path))
  }

  /// The indexes of the samples that a query finds, in their order.
  func found(_ query: String) throws -> [Int] {
    let search = try ArticleSearch(Query(parsing: query), in: reader)
    var found: [ArticleID] = []
    try search.forEachID {
      found.append($0)
      return true
    }
    return found.compactMap { file.ids.firstIndex(of: $0) }.sorted()
  }

  /// The texts of the quotes that a query finds, sorted.
  func quotes(_ query: String) throws -> [String] {
    try QuoteSearch(Query(parsing: query), in: reader).hits(limit: 100).map(\.text.text).sorted()
  }
}
