import NewsModel

/// The value of a dump's field.
enum FieldValue {
  /// A text: a JSON string, a cell of a table.
  case text(String)
  /// Anything else, as JSON text, and what it reads as where it stands for one of our fields.
  case json(String, reading: String?)

  /// What it reads as.
  var reading: String? {
    switch self {
    case .text(let text): text
    case .json(_, let reading): reading
    }
  }

  /// The value as JSON text.
  var json: String {
    switch self {
    case .text(let text): jsonString(text)
    case .json(let json, _): json
    }
  }
}

/// Makes an article of a record's fields: format readers give it the fields in order, and it knows
/// which of them are used, what their values mean and what stays metadata.
struct RecordAssembler: Sendable {
  private struct Candidate {
    var name: String
    var value: FieldValue
    var rank: Int
    var order: Int
  }

  private let context: ReaderContext
  private let readsMarkup: Bool
  private var map: FieldMap
  private let constants: (source: String?, language: String?)

  private var candidates: [[Candidate]] = Array(repeating: [], count: Field.allCases.count + 1)
  private var unused: [(order: Int, field: MetadataField)] = []
  private var names: [String] = []
  private var remarks: [String] = []

  /// - Parameters:
  ///   - context: What is known besides the record.
  ///   - readsMarkup: Whether a text that looks like HTML is HTML; it is not where a file is plain
  ///     text, or where the format's own markup has been read already.
  init(_ context: ReaderContext, readsMarkup: Bool = true) {
    self.context = context
    self.readsMarkup = readsMarkup && !context.options.isPlainText
    map = FieldMap(context.options.mapping)
    constants = (context.options.source, context.options.language.map(languageTag))
  }

  /// What a field of this name is used for, and whether its members must be looked into.
  mutating func resolve(_ name: String) -> FieldMap.Resolution { map.resolve(name) }

  /// Takes the record's next field.
  mutating func add(_ name: String, _ value: FieldValue, use: FieldUse?) {
    let order = names.count
    names.append(name)
    guard var use, let reading = value.reading, isGiven(reading) else {
      keep(name, value, order: order)
      return
    }
    // trafilatura's JSON calls the address "source", Kaggle's tables an outlet's home page.
    if use.role == .field(.source), use.rank >= 0, isAddress(reading) {
      use = FieldUse(role: .field(.url), rank: 100)
    }
    let candidate = Candidate(name: name, value: value, rank: use.rank, order: order)
    candidates[Self.slot(use.role)].append(candidate)
  }

  /// Takes a field's member that is used: the field itself is given to ``add(_:_:use:)`` too.
  mutating func addMember(_ name: String, _ reading: String, use: FieldUse) {
    guard isGiven(reading) else { return }
    candidates[Self.slot(use.role)].append(
      Candidate(name: name, value: .text(reading), rank: use.rank, order: -1))
  }

  /// Notes something odd about the record.
  mutating func remark(_ text: String) {
    if !remarks.contains(text) { remarks.append(text) }
  }

  /// Forgets the fields given so far.
  mutating func reset() {
    for slot in candidates.indices { candidates[slot].removeAll(keepingCapacity: true) }
    unused.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
  }

  /// Makes the record of the fields given since the last reset, and forgets them; `record` is its
  /// raw form, of which the beginning is kept if it is rejected.
  mutating func finish(
    _ position: RecordPosition, record: Span<UInt8>
  ) -> RecordEvent {
    defer { reset() }
    let isCited = [Field.headline, .date, .url].contains {
      !candidates[Self.slot(.field($0))].isEmpty
    }
    let text = take(.field(.text)).map(plainText)
    let summary = take(.summary, unlessUsed: text != nil).map(plainText)
    let headline = take(.field(.headline)).map(plainText)
    var draft = ArticleDraft(headline: headline, text: text ?? "")
    draft.source = take(.field(.source)) ?? constants.source
    draft.url = take(.field(.url))
    draft.author = take(.field(.author)).map(withoutBy)
    draft.section = take(.field(.section))
    draft.language = take(.field(.language)).map(languageTag) ?? constants.language
    takeDate(into: &draft)
    if text == nil {
      let isKnown = draft.url ?? draft.source ?? draft.author ?? draft.section != nil
      if let summary, isCited {
        draft.text = summary
        remark(Remark.summaryOnly)
      } else if let headline, isKnown || draft.dateOrigin == .field {
        draft.text = headline
        remark(Remark.headlineOnly)
      }
    }
    guard isGiven(draft.text) else {
      let seen =
        names.isEmpty
        ? "no fields at all" : "fields: \(shortened(names.joined(separator: ", "), 500))"
      return .rejected(position, reason: "no text (\(seen))", excerpt: excerpt(of: record))
    }
    guard draft.text.utf8.count <= RecordLimit.textBytes else {
      return .rejected(
        position, reason: "a text longer than \(RecordLimit.textBytes >> 20) MB",
        excerpt: excerpt(of: record))
    }
    if let cut = degradation(of: draft.text) { remark(cut) }
    unused.sort { $0.order < $1.order }
    draft.metadata = unused.map(\.field)
    draft.remarks = remarks
    return .article(draft, position)
  }

  /// A text that may be HTML as plain text.
  private func plainText(_ text: String) -> String {
    readsMarkup ? MarkupText.plain(text) ?? text : text
  }

  private static func slot(_ role: FieldUse.Role) -> Int {
    switch role {
    case .field(let field): Field.allCases.firstIndex(of: field) ?? 0
    case .summary: Field.allCases.count
    }
  }

  private mutating func keep(_ name: String, _ value: FieldValue, order: Int) {
    let json = value.json
    guard order >= 0, json != "null", json != "\"\"" else { return }
    unused.append((order, MetadataField(name: name, json: json)))
  }

  /// The best candidate for a role; the others become metadata.
  private mutating func take(_ role: FieldUse.Role, unlessUsed isUsed: Bool = false) -> String? {
    let slot = Self.slot(role)
    var best: Int?
    for index in candidates[slot].indices
    where !isUsed && (best.map { candidates[slot][index].rank < candidates[slot][$0].rank } ?? true)
    {
      best = index
    }
    for (index, candidate) in candidates[slot].enumerated() where index != best {
      keep(candidate.name, candidate.value, order: candidate.order)
    }
    return best.flatMap { candidates[slot][$0].value.reading }
  }

  /// The first candidate that can be read as a date; else the address; else the file's name.
  ///
  /// What was not used stays in the metadata, and so does what could not be read.
  private mutating func takeDate(into draft: inout ArticleDraft) {
    let slot = Self.slot(.field(.date))
    candidates[slot].sort { ($0.rank, $0.order) < ($1.rank, $1.order) }
    for candidate in candidates[slot] {
      if draft.date == nil, let reading = candidate.value.reading {
        switch readDate(reading, order: context.options.dateOrder) {
        case .date(let date):
          draft.date = date
          draft.dateOrigin = .field
          continue
        case .ambiguous: remark("ambiguous date: \(shortened(reading)); say --date-order")
        case .notUnderstood: remark("date not understood: \(shortened(reading))")
        }
      }
      keep(candidate.name, candidate.value, order: candidate.order)
    }
    if draft.date == nil, let url = draft.url, let date = dateInAddress(url) {
      (draft.date, draft.dateOrigin) = (date, .url)
    }
    if draft.date == nil, let date = dateInFileName(context.fileName) {
      (draft.date, draft.dateOrigin) = (date, .fileName)
    }
    if let date = draft.date, let oddity = oddity(of: date, now: context.now) { remark(oddity) }
  }
}

/// Whether a text says anything: tables write a missing value as `null`, `None` or `nan`.
private func isGiven(_ text: String) -> Bool {
  guard text.utf8.contains(where: { $0 > 0x20 }) else { return false }
  return text.utf8.count > 4 || !["null", "none", "nan", "n/a"].contains(text.lowercased())
}

/// Whether a text is an address of the web.
func isAddress(_ text: String) -> Bool {
  text.hasPrefix("http://") || text.hasPrefix("https://")
}

/// A value as remarks and messages quote it.
func shortened(_ text: String, _ characters: Int = 60) -> String {
  text.utf8.count <= characters ? text : text.prefix(characters) + "…"
}

/// A byline without its "By".
private func withoutBy(_ author: String) -> String {
  let name = author.drop { $0 == " " }
  guard name.count > 3, name.prefix(3).lowercased() == "by " else { return author }
  return String(name.dropFirst(3))
}
