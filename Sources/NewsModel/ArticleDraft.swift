/// An article as a dump gave it: fields mapped to their columns, the text whole.
///
/// The text still has its boilerplate and its own white space; nothing in it has been thrown away.
public struct ArticleDraft: Sendable, Equatable {
  /// The name of the outlet.
  public var source: String?
  /// The headline.
  public var headline: String?
  /// When it was published, as precise as the input was.
  public var date: PartialDate?
  /// Where the date was read.
  public var dateOrigin: DateOrigin?
  /// The byline's names, as given; several are joined by "; ".
  public var author: String?
  /// The article's address.
  public var url: String?
  /// The section or category.
  public var section: String?
  /// The language, as a BCP 47 tag in lower case (`en`, `pt-br`).
  public var language: String?
  /// The whole text as imported, boilerplate included.
  public var text: String
  /// Every field of the record that has no column, in order: its name, and its value as JSON text.
  public var metadata: [MetadataField]
  /// Whether the text is what was chosen of a web page: its paragraphs have been judged once, by more
  /// than their words.
  public var isOfPage = false
  /// What was odd about the record, in words for the import's report ("date not understood: …").
  public var remarks: [String]

  /// A draft with the given parts; what is left out is unknown.
  public init(
    source: String? = nil, headline: String? = nil, date: PartialDate? = nil,
    dateOrigin: DateOrigin? = nil, author: String? = nil, url: String? = nil,
    section: String? = nil, language: String? = nil, text: String,
    metadata: [MetadataField] = [], remarks: [String] = []
  ) {
    self.source = source
    self.headline = headline
    self.date = date
    self.dateOrigin = dateOrigin
    self.author = author
    self.url = url
    self.section = section
    self.language = language
    self.text = text
    self.metadata = metadata
    self.remarks = remarks
  }
}

/// A field of a record that has no column of its own.
public struct MetadataField: Sendable, Equatable {
  /// The field's name, as the dump wrote it.
  public var name: String
  /// The value as JSON text (`"a string"`, `12`, `["a","b"]`).
  public var json: String

  /// A field with a value in JSON text.
  public init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}

/// Where in a dump a record stands.
public struct RecordPosition: Sendable, Hashable {
  /// The record's number in its file, counted from 1.
  public var record: Int
  /// The line on which it begins, counted from 1, where the format has lines.
  public var line: Int?

  /// A position by record number, and by line where there is one.
  public init(record: Int, line: Int? = nil) {
    self.record = record
    self.line = line
  }
}
