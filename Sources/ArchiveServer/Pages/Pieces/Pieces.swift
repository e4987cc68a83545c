internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// Small things that many pages have.
enum Pieces {
  /// A text with marks on what was found.
  static func marked(_ text: MarkedText) -> HTML {
    var all = HTML()
    for (piece, isMarked) in text.pieces {
      all.append(isMarked ? Tag.mark { piece } : HTML(text: piece))
    }
    return all
  }

  /// A date, as precise as it is known.
  static func date(_ date: PartialDate?) -> HTML {
    guard let date else { return Tag.span(.class("none")) { "no date" } }
    return Tag.time(.datetime(date.description)) { date.withoutTime.description }
  }

  /// Facts in a row, those that are there.
  static func facts(_ facts: [HTML?]) -> HTML {
    Tag.ul(.class("facts")) {
      for case let fact? in facts { Tag.li { fact } }
    }
  }

  /// `1 article`, `1,234 articles`
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// A share as whole per cent; a little is never nothing.
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "< 1%" : "\(decimal(share * 100, places: 0))%"
  }

  /// A message that stands out.
  static func notice(_ kind: NoticeKind = .note, @HTML _ content: () throws -> HTML) rethrows
    -> HTML
  {
    try Tag.div(.class("notice", kind.rawValue), .role(kind == .problem ? "alert" : "note")) {
      try content()
    }
  }

  enum NoticeKind: String { case note, warning, problem }

  /// A link to an address of somebody else; the plain text where it is no address to be followed.
  static func elsewhere(_ text: String, _ label: String? = nil) -> HTML {
    guard let address = Address(elsewhere: text) else { return Tag.span { text } }
    return Tag.a(.href(address), .rel("noopener noreferrer nofollow"), .class("elsewhere")) {
      label ?? text
    }
  }
}

/// The pages of a listing: where one is, and links to the others.
struct Pager {
  let from: Int
  let size: Int
  let total: Int
  /// The address of the page that begins at a place.
  let address: (Int) -> Address

  var html: HTML {
    guard total > size || from > 0 else { return HTML() }
    let last = max(0, (total - 1) / size * size)
    return Tag.nav(.class("pager"), .ariaLabel("Pages of results")) {
      Tag.ul {
        link(from > 0 ? 0 : nil, "First")
        link(from > 0 ? max(0, from - size) : nil, "Previous", relation: "prev")
        Tag.li(.class("here")) {
          "\(grouped(min(from + 1, total)))–\(grouped(min(from + size, total))) of \(grouped(total))"
        }
        link(from + size < total ? from + size : nil, "Next", relation: "next")
        link(from < last ? last : nil, "Last")
      }
    }
  }

  private func link(_ start: Int?, _ text: String, relation: StaticString? = nil) -> HTML {
    Tag.li {
      if let start {
        Tag.a(.href(address(start)), relation.map { .rel($0) }) { text }
      } else {
        Tag.span(.class("off"), .ariaHidden) { text }
      }
    }
  }
}
