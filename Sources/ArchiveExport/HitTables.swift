public import ArchiveQuery
internal import NewsModel

/// Articles as rows of a table.
public enum ArticleTable {
  /// The columns of a listing of hits.
  public static let hitColumns = [
    "id", "date", "source", "headline", "author", "section", "language", "words", "url", "snippet",
    "score",
  ]

  /// The row of a hit.
  public static func row(of hit: ArticleHit) -> [Cell] {
    [
      .text(hit.id.description), .text(hit.date?.description), .text(hit.source),
      .text(hit.headline?.text), .text(hit.author), .text(hit.section), .text(hit.language),
      .integer(hit.words), .text(hit.url), .text(hit.snippet?.text),
      hit.score.map { .real($0) } ?? .missing,
    ]
  }

  /// The columns of whole articles.
  public static let columns = codebook.map(\.name)

  /// What the columns of whole articles are.
  public static let codebook = [
    Column("id", .text, "the article's id in the archive; it begins with its date"),
    Column("date", .text, "when it was published, ISO 8601, as precise as the input was"),
    Column("date_origin", .text, "where the date was read: field, url, page, file name"),
    Column("source", .text, "the outlet"),
    Column("headline", .text, "the headline"),
    Column("author", .text, "the byline's names, joined by ; where there are several"),
    Column("section", .text, "the section or category"),
    Column("language", .text, "the language, a BCP 47 tag in lower case"),
    Column("url", .text, "the article's address"),
    Column("words", .integer, "words in the body"),
    Column(
      "body", .text, "the text without boilerplate; paragraphs have a blank line between",
      isText: true),
    Column("metadata", .text, "the record's other fields, a JSON object", isText: true),
    Column("file", .text, "the file it was imported from"),
    Column("record", .integer, "its number in that file, from 1"),
    Column("sha256", .text, "the SHA-256 of the text as it was imported, in hexadecimal digits"),
  ]

  /// The row of a whole article.
  public static func row(of article: StoredArticle) -> [Cell] {
    [
      .text(article.id.description), .text(article.date?.description),
      .text(article.dateOrigin?.rawValue), .text(article.source), .text(article.headline),
      .text(article.author), .text(article.section), .text(article.language),
      .text(article.url), .integer(article.words), .text(article.body), .text(article.metadata),
      .text(article.file), .integer(article.position.record), .text(article.sha256.hexadecimal),
    ]
  }
}

/// Quotes as rows of a table.
public enum QuoteTable {
  /// The columns of a listing of hits.
  public static let hitColumns = [
    "date", "source", "speaker", "speaker_text", "other_speakers", "cue", "kind", "text",
    "article_id", "headline", "url", "start", "length", "context", "confidence",
  ]

  /// The row of a hit.
  public static func row(of hit: QuoteHit) -> [Cell] {
    [
      .text(hit.date?.description), .text(hit.source), .text(hit.speaker), .text(hit.speakerText),
      hit.coSpeakers.isEmpty ? .missing : .text(hit.coSpeakers.joined(separator: "; ")),
      .text(hit.cue), .text(hit.kind.rawValue), .text(hit.text.text),
      .text(hit.article.description), .text(hit.headline), .text(hit.url), .integer(hit.start),
      .integer(hit.length), .text(hit.context.text), .real(hit.confidence),
    ]
  }

  /// The columns of a listing of quotes that several outlets printed: a row a printing.
  public static let variantColumns = ["quote", "outlets", "wording"] + hitColumns

  /// The row of a printing.
  ///
  /// - Parameters:
  ///   - hit: The printing.
  ///   - quote: The number of the quote in the listing, from 1.
  ///   - outlets: How many outlets printed it.
  ///   - wording: The number of the wording among those of the quote, from 1.
  /// - Returns: The cells.
  public static func row(
    of hit: QuoteHit, quote: Int, outlets: Int, wording: Int
  ) -> [Cell] {
    [.integer(quote), .integer(outlets), .integer(wording)] + row(of: hit)
  }

  /// The columns of an article's quotes.
  public static let columns = codebook.map(\.name)

  /// What the columns of an article's quotes are.
  public static let codebook = [
    Column("article_id", .text, "the article, as in articles.csv"),
    Column("date", .text, "the article's date"),
    Column("source", .text, "the article's outlet"),
    Column("speaker", .text, "who said it, by the name that the article resolves to"),
    Column("speaker_text", .text, "how the article names the speaker there"),
    Column("cue", .text, "the reporting word"),
    Column(
      "kind", .text,
      "direct, mixed (a quoted fragment in reported speech), indirect, or scare (quotes nobody)"),
    Column("text", .text, "the words quoted", isText: true),
    Column("start", .integer, "where they begin in the body, in Unicode code points from 0"),
    Column("length", .integer, "their length in code points"),
    Column("rule", .text, "the rule that found it"),
    Column("confidence", .real, "how sure the rule is, 0 to 1"),
  ]

  /// The row of a quote of an article.
  public static func row(of quote: StoredArticle.Quote, in article: StoredArticle) -> [Cell] {
    [
      .text(article.id.description), .text(article.date?.description), .text(article.source),
      .text(quote.speaker), .text(quote.speakerText), .text(quote.cue),
      .text(quote.kind.rawValue), .text(quote.text), .integer(quote.start),
      .integer(quote.length), .text(quote.rule), .real(quote.confidence),
    ]
  }
}

/// Blocks of boilerplate as rows of a table.
public enum BoilerplateTable {
  /// The columns of a listing of hits.
  public static let hitColumns = ["kind", "source", "seen", "text"]

  /// The row of a hit.
  public static func row(of hit: BoilerplateHit) -> [Cell] {
    [.text(hit.kind.rawValue), .text(hit.source), .integer(hit.seen), .text(hit.text.text)]
  }

  /// The columns of an article's boilerplate.
  public static let columns = codebook.map(\.name)

  /// What the columns of an article's boilerplate are.
  public static let codebook = [
    Column("article_id", .text, "the article, as in articles.csv"),
    Column("place", .integer, "first, second… block of the article"),
    Column("kind", .text, "newsletter, about, republish, copyright, credit, related…"),
    Column("rule", .text, "what set it apart: a rule on its words, or that it repeats"),
    Column("start", .integer, "where in the body it stood, in Unicode code points"),
    Column("text", .text, "the block", isText: true),
  ]

  /// The row of a block of an article.
  public static func row(
    of block: StoredArticle.Block, place: Int, in article: StoredArticle
  ) -> [Cell] {
    [
      .text(article.id.description), .integer(place), .text(block.kind.rawValue),
      .text(block.rule), .integer(block.start), .text(block.text),
    ]
  }
}

/// Outlets as rows of a table.
public enum SourceTable {
  /// The columns.
  public static let columns = [
    "source", "articles", "first", "last", "quotes", "words", "boilerplate_share",
  ]

  /// The row of an outlet.
  public static func row(of source: SourceSummary) -> [Cell] {
    [
      .text(source.name), .integer(source.articles), .text(source.first?.description),
      .text(source.last?.description), .integer(source.quotes), .integer(source.words),
      .real(rounded(source.boilerplateShare, places: 4)),
    ]
  }
}

/// Speakers as rows of a table.
public enum SpeakerTable {
  /// The columns.
  public static let columns = [
    "speaker", "kind", "quotes", "articles", "first", "last", "aliases",
  ]

  /// The row of a speaker.
  public static func row(of speaker: SpeakerSummary) -> [Cell] {
    [
      .text(speaker.name), .text(speaker.kind?.rawValue), .integer(speaker.quotes),
      .integer(speaker.articles), .text(speaker.first?.description),
      .text(speaker.last?.description),
      speaker.aliases.isEmpty ? .missing : .text(speaker.aliases.joined(separator: "; ")),
    ]
  }
}
