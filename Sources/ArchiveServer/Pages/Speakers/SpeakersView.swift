internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// Who is quoted, those who are quoted most first.
struct SpeakersView: View {
  private let visit: Visit
  private let text: String
  private let kind: SpeakerKind?
  private let from: Int
  private let size: Int
  private let speakers: [SpeakerSummary]

  private static let usualSize = 50

  init(_ visit: Visit) throws {
    self.visit = visit
    text = visit.query["q"] ?? ""
    kind = try visit.choice("kind", else: Kind.all).kind
    from = try visit.number("from", else: 0)
    size = try visit.number("limit", else: Self.usualSize, in: 1...500)
    let filter = try SpeakerFilter(
      having: text.split(whereSeparator: \.isWhitespace).prefix(20).map(String.init), kind: kind,
      in: visit.reader)
    speakers = try CompletionView.speakers(visit.site, visit.reader).filter(filter.isMet)
  }

  /// The kinds that can be asked for.
  private enum Kind: String, CaseIterable {
    case all, person, group, organisation, document
    var kind: SpeakerKind? { SpeakerKind(rawValue: rawValue) }
  }

  private var shown: ArraySlice<SpeakerSummary> { speakers.dropFirst(from).prefix(size) }

  private func address(kind: SpeakerKind?, from: Int) -> Address {
    Address(
      ["speakers"],
      query: [
        ("q", text.isEmpty ? nil : text), ("kind", kind?.rawValue),
        ("from", from == 0 ? nil : String(from)),
        ("limit", size == Self.usualSize ? nil : String(size)),
      ])
  }

  func page() throws -> Page {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let command = visit.command(
      "speakers", options: (kind.map { ["--kind", $0.rawValue] } ?? []) + words)
    return Page(
      title: "Speakers", part: .speakers,
      content: .group {
        form
        Tag.div(.class("summary")) {
          Tag.p(.class("total")) { Tag.strong { Pieces.count(speakers.count, "speaker") } }
          ChoiceLinks(
            label: "Kind",
            choices: Kind.allCases.map {
              ($0.rawValue, $0.kind == kind, address(kind: $0.kind, from: 0))
            }
          ).html
        }
        if !shown.isEmpty { listing }
        Pager(from: from, size: size, total: speakers.count) {
          address(kind: kind, from: $0)
        }.html
      }, command: command, forms: [.json, .csv])
  }

  private var form: HTML {
    Tag.form(.class("box", "short"), .role("search"), .action(Address(["speakers"]))) {
      Tag.label(.for("name")) { "Words of the name, or of another name" }
      Tag.div(.class("row")) {
        Tag.input(
          .id("name"), .type("search"), .name("q"), .value(text), .spellcheckOff,
          .autocomplete("off"), .maxLength(400))
        if let kind { Tag.input(.type("hidden"), .name("kind"), .value(kind.rawValue)) }
        Tag.button(.type("submit")) { "Filter" }
      }
    }
  }

  private var listing: HTML {
    let most = Double(speakers.first?.quotes ?? 1)
    return TableSection(
      label: "Speakers",
      heads: [
        .text("Speaker"), .text("Kind"), .number("Quotes"), .text(""), .number("Articles"),
        .text("From, to"),
      ]
    ).html {
      for speaker in shown {
        Tag.tr {
          Tag.th(.scope("row"), .dir(.auto)) {
            Tag.a(.href(SpeakerAddress.address(of: speaker.name))) { speaker.name }
            if !speaker.aliases.isEmpty {
              Tag.small { " also \(speaker.aliases.joined(separator: ", "))" }
            }
          }
          Tag.td { speaker.kind?.rawValue ?? "" }
          TableSection.number(speaker.quotes)
          TableSection.bar(Double(speaker.quotes), of: most)
          TableSection.number(speaker.articles)
          TableSection.span(speaker.first?.description, speaker.last?.description)
        }
      }
    }
  }

  func json() throws -> JSON {
    [
      "total": .integer(speakers.count), "from": .integer(from), "limit": .integer(size),
      "next_from": from + size < speakers.count ? .integer(from + size) : .null,
      "speakers": .array(
        shown.map { JSON(columns: SpeakerTable.columns, row: SpeakerTable.row(of: $0)) }),
    ]
  }

  func table() throws -> ViewTable? {
    let speakers = speakers
    return ViewTable(name: "speakers", columns: SpeakerTable.columns) { write in
      for speaker in speakers { try write(SpeakerTable.row(of: speaker)) }
    }
  }
}

/// Where a speaker's page is.
enum SpeakerAddress {
  static func address(
    of name: String, tab: SpeakerTab = .quotes, from: Int = 0
  ) -> Address {
    Address(
      ["speaker", name],
      query: [
        ("tab", tab == .quotes ? nil : tab.rawValue), ("from", from == 0 ? nil : String(from)),
      ])
  }
}

/// What a speaker's page lists.
enum SpeakerTab: String, CaseIterable {
  /// The quotes, one by one.
  case quotes
  /// The same quote as several outlets printed it.
  case outlets

  var title: String {
    switch self {
    case .quotes: "Quotes"
    case .outlets: "The same quote across outlets"
    }
  }
}
