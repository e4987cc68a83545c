internal import ArchiveExport

/// A table that may be wider than the screen.
struct TableSection {
  /// A heading of a column.
  struct Head {
    let text: String
    var isNumber = false

    static func text(_ text: String) -> Head { Head(text: text) }
    static func number(_ text: String) -> Head { Head(text: text, isNumber: true) }
  }

  /// What it is called by those who hear the page.
  let label: String
  let heads: [Head]

  /// The table with its rows.
  func html(@HTML _ rows: () throws -> HTML) rethrows -> HTML {
    try Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel(label)) {
      try Tag.table {
        Tag.thead {
          Tag.tr {
            for head in heads {
              Tag.th(.scope("col"), head.isNumber ? .class("number") : nil) {
                if head.text.isEmpty {
                  Tag.span(.class("unseen")) { "Drawn" }
                } else {
                  head.text
                }
              }
            }
          }
        }
        try Tag.tbody { try rows() }
      }
    }
  }

  /// A cell with a whole number.
  static func number(_ number: Int) -> HTML { Tag.td(.class("number")) { grouped(number) } }

  /// A cell with a number and what part of all it is; nothing odd is dim.
  static func part(_ number: Int?, of all: Int) -> HTML {
    guard let number else { return Tag.td(.class("number", "none")) { "not known" } }
    guard number > 0 else { return Tag.td(.class("number", "none")) { "0" } }
    return Tag.td(.class("number")) {
      grouped(number)
      " "
      Tag.small { Pieces.percent(Double(number) / Double(max(1, all))) }
    }
  }

  /// A cell with a bar as long as a number is large.
  static func bar(_ number: Double, of largest: Double) -> HTML {
    Tag.td(.class("drawn")) {
      Tag.svg(.viewBox(100, 8), .stretched, .ariaHidden) {
        Tag.rect(
          .class("bar"), .x(0), .y(0), .rectWidth(number / max(largest, 1e-9) * 100),
          .rectHeight(8))
      }
    }
  }

  /// What runs from one date to another.
  static func span(_ first: String?, _ last: String?) -> HTML {
    Tag.td(.class("when")) {
      if let first, let last { first == last ? first : "\(first) – \(last)" }
    }
  }
}

/// Links to the same view with another choice.
struct ChoiceLinks {
  let label: String
  /// The names, which of them is shown, and where the others are.
  let choices: [(name: String, isShown: Bool, address: Address)]

  var html: HTML {
    Tag.ul(.class("choices"), .ariaLabel(label)) {
      for choice in choices {
        Tag.li {
          Tag.a(.href(choice.address), choice.isShown ? .ariaCurrent("true") : nil) {
            choice.name
          }
        }
      }
    }
  }
}
