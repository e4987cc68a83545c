import NewsModel

extension Format {
  /// One mail message: a newsletter, a posting, what a press database sends.
  public static let mail = Format(
    name: "eml", summary: "a mail message: newsletters, news groups, ProQuest's mails",
    fileExtensions: ["eml"],
    sniff: { sample, isNamed in
      MailHead.fits(sample.bytes) ? .certain : isNamed ? .likely : .no
    },
    makeReader: { MailReader($0, isMailbox: false) })

  /// A mailbox of messages.
  public static let mailbox = Format(
    name: "mbox", summary: "a mailbox: messages one after the other", fileExtensions: ["mbox"],
    sniff: { sample, _ in
      guard sample.bytes.starts(with: Array("From ".utf8)),
        let end = sample.bytes.firstIndex(of: 0x0A)
      else { return .no }
      return MailHead.fits(sample.bytes[(end + 1)...]) ? .certain : .no
    },
    makeReader: { MailReader($0, isMailbox: true) })
}

/// The look of a message's beginning.
private enum MailHead {
  private static let names: Set<String> = [
    "from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path",
    "newsgroups", "path", "lines", "delivered-to", "content-type", "organization", "x-received",
    "references", "x-original-to", "cc", "reply-to", "sender", "dkim-signature",
    "snapshot-content-location", "nntp-posting-host", "authentication-results",
    "content-transfer-encoding",
  ]

  /// Whether bytes begin with header lines, at least two of which messages have.
  static func fits(_ bytes: some Collection<UInt8>) -> Bool {
    var known: Set<String> = []
    let text = repairedString(Array(bytes.prefix(4000)).span)
    let lines = lines(of: text).drop { $0.trimmedText.isEmpty }
    for line in lines.prefix(40) {
      if line.first == " " || line.first == "\t" { continue }
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }
      let name = line[..<colon].lowercased()
      if names.contains(name) { known.insert(name) }
    }
    let isMessage = !known.isDisjoint(with: [
      "from", "message-id", "received", "mime-version", "newsgroups", "return-path",
    ])
    return known.count >= 2 && isMessage
  }
}

/// Reads messages: a mailbox parts them by lines that begin `From `.
struct MailReader: RecordReader {
  private let isMailbox: Bool
  /// The newsgroup, where it is the folder's name.
  private let topic: String?
  private var lines = LineSplitter()
  private var message: [UInt8] = []
  private var messageLine = 1
  private var isTooLong = false
  private var wasBlank = true
  private var assembler: RecordAssembler
  private var count = 0

  init(_ context: ReaderContext, isMailbox: Bool) {
    assembler = RecordAssembler(context, readsMarkup: false)
    self.isMailbox = isMailbox
    topic = context.isNumberedFile && !context.folder.isEmpty ? context.folder : nil
  }

  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws {
    guard isMailbox else {
      keep(chunk)
      return
    }
    // Swapped out, since a copy would make it copy the line that it holds.
    var lines = LineSplitter()
    swap(&lines, &self.lines)
    defer { swap(&lines, &self.lines) }
    try lines.push(chunk) { try take($0, $1, $2, to: sink) }
  }

  mutating func finish(to sink: (RecordEvent) throws -> Void) throws {
    var lines = LineSplitter()
    swap(&lines, &self.lines)
    try lines.finish { try take($0, $1, $2, to: sink) }
    try giveMessage(to: sink)
  }

  private mutating func keep(_ bytes: Span<UInt8>) {
    if message.count + bytes.count > RecordLimit.bytes {
      isTooLong = true
    } else {
      message.append(contentsOf: bytes)
    }
  }

  private mutating func take(
    _ kind: LineSplitter.Line, _ number: Int, _ line: Span<UInt8>,
    to sink: (RecordEvent) throws -> Void
  ) throws {
    let isFrom = line.count > 5 && line.extracting(0..<5).elementsEqual("From ")
    if isFrom, wasBlank {
      try giveMessage(to: sink)
      messageLine = number
      wasBlank = false
      return
    }
    wasBlank = line.count == 0 || (line.count == 1 && line[0] == 0x0D)
    // `>From ` at the beginning of a line was `From ` before it was put into the mailbox.
    var start = 0
    while start < line.count, line[start] == UInt8(ascii: ">") { start += 1 }
    let isQuoted =
      start > 0 && line.count - start > 5
      && line.extracting(start..<start + 5).elementsEqual("From ")
    keep(isQuoted ? line.extracting(droppingFirst: 1) : line)
    message.append(0x0A)
  }

  private mutating func giveMessage(to sink: (RecordEvent) throws -> Void) throws {
    let whole = message
    message = []
    guard whole.contains(where: { $0 > 0x20 }) else { return }
    let start = whole.firstIndex { $0 > 0x20 } ?? 0
    let position = RecordPosition(record: count + 1, line: messageLine)
    if isTooLong {
      isTooLong = false
      count += 1
      return try sink(
        .rejected(position, reason: tooLong("message"), excerpt: excerpt(of: whole.span)))
    }
    let message = MIMEPart(whole[start...])
    if let export = ProQuestMail(message) {
      for record in export.records {
        guard case .article = record.give(to: &assembler) else {
          assembler.reset()
          continue
        }
        count += 1
        let position = RecordPosition(record: count, line: messageLine)
        try sink(assembler.finish(position, record: whole.span))
      }
      return
    }
    count += 1
    give(message)
    try sink(assembler.finish(position, record: whole.span))
  }

  /// Mail has CR LF at the ends of its lines, whatever the text had.
  private func withoutReturns(_ text: String) -> String {
    text.utf8.contains(0x0D) ? NewsFormats.lines(of: text).joined(separator: "\n") : text
  }

  private mutating func give(_ message: MIMEPart) {
    assembler.add(.headline, message["subject"])
    assembler.add(.date, message["date"].map(withoutComment))
    if let from = message["from"].map(Address.init) {
      // A newsletter's sender is an outlet, a posting's an author.
      let isList = message["list-id"] != nil || message["list-unsubscribe"] != nil
      assembler.add(isList ? .source : .author, from.name)
      assembler.addMetadata("from", message["from"])
    }
    assembler.add(.section, message["newsgroups"] ?? topic)
    assembler.add(.language, message["content-language"])
    for name in ["message-id", "list-id", "to", "reply-to", "organization"] {
      assembler.addMetadata(name, message[name])
    }
    let leaves = message.leaves.filter { !$0.isAttachment }
    let plain = leaves.filter { $0.type == "text/plain" }.map(\.text)
    let plainText = withoutReturns(plain.map(\.text).joined(separator: "\n")).trimmedText
    let html = leaves.first { $0.type == "text/html" }
    // Some newsletters say no more in their plain part than that there is another one.
    if let html, plainText.utf8.count < 200 {
      let text = html.text
      if let remark = text.remark { assembler.remark(remark) }
      var page = text.text
      let body = page.withUTF8 { MarkupText.text(of: $0.span) }
      assembler.add(.text, body.utf8.count > plainText.utf8.count ? body : plainText)
    } else {
      if let remark = plain.lazy.compactMap(\.remark).first { assembler.remark(remark) }
      assembler.add(.text, plainText)
    }
  }

  /// `Wed, 24 Apr 2019 10:05:02 +0200 (CEST)`
  private func withoutComment(_ date: String) -> String {
    date.prefix { $0 != "(" }.trimmedText
  }
}

/// Who sent a message: `"New York Times" <newsletter@nytimes.com>`, `a@b (A. Name)`.
private struct Address {
  var name: String

  init(_ text: String) {
    let text = text.trimmedText
    if let open = text.firstIndex(of: "<"), open > text.startIndex {
      let name = text[..<open].trimmedText
      self.name = name.filter { $0 != "\"" }
    } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      name = text[text.index(after: open)...].dropLast().trimmedText
    } else {
      name = text.filter { $0 != "<" && $0 != ">" }
    }
  }
}

/// The articles that ProQuest sends in one message, as HTML.
struct ProQuestMail {
  private(set) var records: [ProQuestRecord]

  /// The articles, or nil where the message is none of ProQuest's.
  init?(_ message: MIMEPart) {
    let pages = message.leaves.filter { $0.type == "text/html" }.map { $0.text.text }
    guard let page = pages.first(where: { $0.contains("Full text:") && $0.contains("ProQuest") })
    else { return nil }
    // Each article is named by an anchor; without one the page is one article.
    let parts = page.split(separator: "name=\"DocID_", omittingEmptySubsequences: false)
    let chunks = parts.count > 1 ? parts.dropFirst().map { "<a \"" + $0 } : [page]
    records = chunks.map { chunk in
      var chunk = chunk
      let text = chunk.withUTF8 { MarkupText.text(of: $0.span) }
      return ProQuestRecord(lines(of: text))
    }
  }
}
