/// A format in which dumps are written.
///
/// To add one, write a file with a ``RecordReader`` and a `Format` constant, and name the constant
/// in ``all``.
public struct Format: Sendable {
  /// How sure a format is that a file is written in it.
  package enum Confidence: Int, Comparable, Sendable {
    /// It is not.
    case no
    /// Nothing speaks against it: the last resort.
    case possible
    /// The name or the look of it says so.
    case likely
    /// The bytes can hardly mean anything else.
    case certain

    package static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }
  }

  /// The beginning of a file, and what it is called.
  package struct Sample: Sendable {
    /// The first bytes, decompressed and without byte order mark.
    package var bytes: [UInt8]
    /// Whether these are all.
    package var isWhole: Bool
    /// The file's name without folders and without `.gz`; empty for standard input.
    package var fileName: String

    /// The text in lower case where it begins like markup, else empty: several formats look into it.
    var markup = ""

    /// What stands behind the name's last dot, in lower case.
    var fileExtension: String {
      fileName.lastIndex(of: ".").map { fileName[$0...].dropFirst().lowercased() } ?? ""
    }
  }

  /// The name that `--format` takes.
  public let name: String
  /// What the format is, in a few words.
  public let summary: String
  /// Usual endings of file names, without the dot.
  public let fileExtensions: [String]
  /// Whether it holds files of other formats.
  let isContainer: Bool
  /// Whether it is text that declares no encoding.
  let isText: Bool
  /// Given the beginning of a file, and whether its name has one of the usual endings.
  let sniff: @Sendable (Sample, _ isNamed: Bool) -> Confidence
  let makeReader: @Sendable (ReaderContext) -> any RecordReader

  /// Every format, the more particular ones first: of two that are equally sure, the first is it.
  public static let all: [Format] = [
    .wordDocument, .workbook, .wacz, .tar, .zip, .sqlite, .warc, .mhtml, .mailbox, .mail, .rtf,
    .jsonLines, .json, .wire,
    .feed, .sitemap, .nitf, .newsML, .rcv1, .factivaXML, .trafilaturaXML, .tei, .alto, .mediaWiki,
    .lexisNexisHTML, .factivaHTML, .europresse, .kikuzo, .yomidasu, .integrum, .deFacto, .clippings,
    .recordXML, .html, .reuters21578, .trec, .lexisNexisText, .proQuestText, .mediargus, .story,
    .markdown, .markdownCollection, .tsv, .csv, .plainText,
  ]

  /// The format of a name that `--format` takes, in any letter case.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = format
  }

  init(
    name: String, summary: String, fileExtensions: [String], isContainer: Bool = false,
    isText: Bool = false,
    sniff: @escaping @Sendable (Sample, _ isNamed: Bool) -> Confidence,
    makeReader: @escaping @Sendable (ReaderContext) -> any RecordReader
  ) {
    self.name = name
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.isContainer = isContainer
    self.isText = isText
    self.sniff = sniff
    self.makeReader = makeReader
  }

  /// The format that is most sure of a file, or nil.
  package static func recognise(_ sample: Sample) -> Format? {
    var sample = sample
    if sample.bytes[...].trimmed.first == UInt8(ascii: "<") {
      sample.markup = DecodedText(sample.bytes.span).text.lowercased()
    }
    var best: (format: Format, confidence: Confidence)?
    for format in all {
      let isNamed = format.fileExtensions.contains(sample.fileExtension)
      let confidence = format.sniff(sample, isNamed)
      if confidence > best?.confidence ?? .no { best = (format, confidence) }
    }
    return best?.format
  }
}

/// What a reader knows besides the bytes.
package struct ReaderContext: Sendable {
  /// The file's name without folders and without `.gz`; empty for standard input.
  package var fileName: String
  /// The folder that the file lies in, without those above it; empty where it is not known.
  package var folder = ""
  /// How many containers the file lies in.
  package var depth = 0
  /// What the user said.
  package var options: ImportOptions
  /// The time of reading, in seconds since 1970: dates after it are remarked upon.
  package var now: Int

  /// Whether the file's name is a number, with or without an ending.
  var isNumberedFile: Bool {
    let stem = fileName.prefix { $0 != "." }
    return !stem.isEmpty && stem.utf8.allSatisfy(isDigit)
  }

  /// A context; `now` is given so that tests do not depend on the day they run.
  package init(fileName: String = "", options: ImportOptions = ImportOptions(), now: Int) {
    (self.fileName, self.options, self.now) = (fileName, options, now)
  }
}
