import NewsModel

extension Format {
  /// ProQuest, as it exports text.
  public static let proQuestText = Format(
    name: "proquest-txt", summary: "ProQuest text: `Full text:` and other labels, `____` between",
    fileExtensions: ["txt"], isText: true,
    sniff: { sample, _ in
      let lines = sample.bytes.split(separator: 0x0A).map { repairedString(Array($0).span) }
      let hasRule = lines.contains { ProQuestGrammar.isRule(Array($0.utf8).span) }
      let labels = Set(lines.compactMap { ProQuestLabel($0)?.name })
      let isProQuest = labels.contains { $0.hasPrefix("proquest") } || labels.contains("fulltext")
      return hasRule && isProQuest && labels.count > 2 ? .certain : .no
    },
    makeReader: { TextReader<ProQuestGrammar>($0) })
}

/// A line of underscores between the articles; in each, the headline, and labels, of which `Full
/// text` has the text behind it, over many lines.
struct ProQuestGrammar: TextGrammar {
  init() {}

  mutating func boundary(_ line: Span<UInt8>) -> TextBoundary {
    Self.isRule(line) ? .between : .none
  }

  static func isRule(_ line: Span<UInt8>) -> Bool {
    var count = 0
    for index in line.indices {
      if line[index] == UInt8(ascii: "_") { count += 1 } else if line[index] > 0x20 { return false }
    }
    return count >= 40
  }

  mutating func read(
    _ block: TextBlock, into assembler: inout RecordAssembler
  ) -> TextReading {
    ProQuestRecord(block.lines).give(to: &assembler)
  }
}

/// The fields of a ProQuest record, whatever it came in: text, or the HTML of a mail.
struct ProQuestRecord {
  private var headline: String?
  private var fields: [(label: ProQuestLabel, value: String)] = []

  init(_ lines: [String]) {
    var current: (label: ProQuestLabel, lines: [String])?
    func value(_ lines: [String]) -> String {
      var lines = lines[...]
      while lines.first?.isEmpty == true { lines.removeFirst() }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines.joined(separator: "\n")
    }
    for line in lines {
      let text = line.trimmedText
      if let label = ProQuestLabel(text), current?.label.isOpen != true || label.endsText {
        if let (label, lines) = current { fields.append((label, value(lines))) }
        current = (label, [label.value])
      } else if current != nil {
        current?.lines.append(text)
      } else if headline == nil, !text.isEmpty, !Self.isCounter(text) {
        headline = text
      }
    }
    if let (label, lines) = current { fields.append((label, value(lines))) }
  }

  /// `Document 1 of 15`, in any language.
  private static func isCounter(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 4 && Int(words[1]) != nil && Int(words[3]) != nil
  }

  /// Gives the fields to the assembler.
  func give(to assembler: inout RecordAssembler) -> TextReading {
    func first(_ names: String...) -> String? {
      for name in names {
        if let field = fields.first(where: { $0.label.name == name && !$0.value.isEmpty }) {
          return field.value
        }
      }
      return nil
    }
    let text = first("fulltext")
    let summary = first("abstract")
    guard text != nil || summary != nil || first("proquestdocumentid", "title") != nil else {
      return .nothing
    }
    let info = first("publicationinfo").map(PublicationInfo.init)
    assembler.add(.headline, first("title") ?? headline)
    // A remnant of the page that the text was.
    assembler.add(.text, text.map { $0.hasPrefix("html>") ? $0.dropFirst(5).trimmedText : $0 })
    if text == nil, let summary {
      assembler.add("abstract", .text(summary), use: FieldUse(role: .summary, rank: -1))
    }
    assembler.add(.author, first("author", "byline"))
    // `Los Angeles Times; Los Angeles, Calif.`
    let title = first("publicationtitle").map { $0.prefix { $0 != ";" }.trimmedText }
    assembler.add(.source, title ?? info?.source)
    let dates = [first("publicationdate"), info?.date, first("publicationyear")].compactMap { $0 }
    let readable = dates.first { date in
      if case .date = readDate(date) { return true }
      return false
    }
    assembler.add(.date, readable ?? dates.first)
    assembler.add(.section, first("section"))
    assembler.add(.language, first("languageofpublication", "language"))
    assembler.add(.url, first("documenturl", "links"))
    let used: Set = [
      "title", "fulltext", "author", "publicationtitle", "publicationdate", "section",
      "languageofpublication", "documenturl",
    ]
    for (label, value) in fields where !used.contains(label.name) {
      if label.name != "abstract" || text != nil { assembler.addMetadata(label.written, value) }
    }
    return .article
  }
}

/// `Los Angeles Times ; Los Angeles, Calif. [Los Angeles, Calif]08 May 2010: AA.2.`
private struct PublicationInfo {
  var source: String?
  var date: String?

  init(_ text: String) {
    let parts = text.split(separator: ";", maxSplits: 1)
    source = parts.first?.split(separator: "[").first?.trimmedText
    if let bracket = text.lastIndex(of: "]") {
      let rest = text[text.index(after: bracket)...]
      date = rest.split(separator: ":").first?.trimmedText
    }
  }
}

/// A label of ProQuest: `Publication date: Sep 29, 2014`.
struct ProQuestLabel {
  /// In lower case and without spaces: `Publicationdate` occurs too.
  var name: String
  var written: String
  var value: String
  /// Whether what follows goes on over many lines with anything in them.
  var isOpen: Bool
  /// Whether it may stand behind the text: labels that are words of prose do not end it.
  var endsText: Bool

  init?(_ line: String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), line[..<colon].utf8.count < 40
    else { return nil }
    written = line[..<colon].trimmedText
    name = written.lowercased().filter { $0 != " " }
    guard let role = Self.known[name] else { return nil }
    isOpen = name == "fulltext"
    endsText = role
    value = line[line.index(after: colon)...].trimmedText
  }

  /// Labels as ten public readers of this format list them, and whether they end a text.
  private static let known: [String: Bool] = {
    var known: [String: Bool] = [:]
    let ending = """
      subject,location,people,company/organization,companyorganization,title,publicationtitle,
      publicationdate,publicationyear,pages,firstpage,numberofpages,section,publisher,
      placeofpublication,countryofpublication,issn,isbn,sourcetype,languageofpublication,
      documenttype,documentfeature,proquestdocumentid,documenturl,copyright,lastupdated,database,
      publicationsubject,identifier/keyword,identifierskeywords,volume,issue,dateline,column,
      e-issn,coden,dissertation/thesisnumber,alternatetitle,fulltext,classification,personalname,
      startpage,edition,ambiguous,creditline,subjectterm
      """
    for name in ending.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      known[name.trimmedText] = true
    }
    for name in ["author", "abstract", "links", "publicationinfo", "language", "byline"] {
      known[name] = false
    }
    return known
  }()
}
