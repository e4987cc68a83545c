internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// One quote as several outlets printed it: each wording with those who have it.
struct SharedQuotePiece {
  /// Its number in the listing, from 1.
  let number: Int
  let outlets: Int
  /// The printings of each wording.
  let wordings: [[QuoteHit]]

  var html: HTML {
    Tag.article(.class("hit", "quote"), .dir(.auto)) {
      Tag.h3 {
        Pieces.count(outlets, "outlet")
        wordings.count > 1 ? ", \(wordings.count) wordings" : ", one wording"
      }
      for printings in wordings {
        if let first = printings.first {
          Tag.blockquote { Tag.p { first.text.text } }
          Tag.ul(.class("facts")) {
            for hit in printings {
              Tag.li {
                Tag.a(.href(ArticleView.address(of: hit.article, fragment: "q\(hit.id)"))) {
                  hit.source ?? hit.headline ?? hit.article.description
                }
                " "
                Pieces.date(hit.date)
              }
            }
          }
        }
      }
    }
  }

  /// A row a printing.
  var rows: [[Cell]] {
    wordings.enumerated().flatMap { index, printings in
      printings.map {
        QuoteTable.row(of: $0, quote: number, outlets: outlets, wording: index + 1)
      }
    }
  }
}

/// How many quotes have something in common, the most frequent first.
struct CountsPiece {
  let heading: String
  let id: String
  let noun: String
  let counts: [SpeakerProfile.Count]
  /// What is said of those that have none.
  let none: String
  /// The query that finds those of a value; nil where there is none.
  let query: (String) -> String?

  private static let shown = 8

  var html: HTML {
    Tag.section(.ariaLabelledBy(id)) {
      Tag.h2(.id(id)) { heading }
      table(of: counts.prefix(Self.shown))
      if counts.count > Self.shown {
        Tag.details {
          Tag.summary { Pieces.count(counts.count - Self.shown, "more \(noun)") }
          table(of: counts.dropFirst(Self.shown).prefix(500))
        }
      }
    }
  }

  private func table(of counts: ArraySlice<SpeakerProfile.Count>) -> HTML {
    let most = Double(self.counts.map(\.quotes).max() ?? 1)
    return TableSection(
      label: heading,
      heads: [.text(noun.prefix(1).uppercased() + noun.dropFirst()), .number("Quotes"), .text("")]
    ).html {
      for count in counts {
        Tag.tr {
          Tag.th(.scope("row"), .dir(.auto)) {
            if let value = count.value {
              if let query = query(value) {
                Tag.a(
                  .href(SearchAddress().asking(query).with { $0.tab = .quotes }.address)
                ) { value }
              } else {
                value
              }
            } else {
              Tag.span(.class("none")) { none }
            }
          }
          TableSection.number(count.quotes)
          TableSection.bar(Double(count.quotes), of: most)
        }
      }
    }
  }
}
