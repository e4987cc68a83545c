internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The copies of an article, and what one of them has otherwise.
struct CopiesPiece {
  let cluster: CopyCluster
  let clusters: CopyClusters
  let article: ArticleID
  /// The id of the copy whose differences are wanted.
  let compared: String?

  /// Words of what is the same that are shown beside what is not.
  private static let context = 8

  var html: HTML {
    get throws {
      let difference = try difference
      return Tag.section(.class("copies"), .id("copies"), .ariaLabelledBy("copies-heading")) {
        Tag.h2(.id("copies-heading")) {
          "The same text, \(Pieces.count(cluster.members.count, "time"))"
        }
        Tag.ol { for member in cluster.members { Tag.li { html(of: member) } } }
        difference
      }
    }
  }

  private func html(of member: CopyCluster.Member) -> HTML {
    .group {
      if member.id == article {
        Tag.strong { member.source ?? "(no source)" }
      } else {
        Tag.a(.href(ArticleView.address(of: member.id))) { member.source ?? "(no source)" }
      }
      " "
      Tag.small {
        Pieces.date(member.date)
        ", \(Pieces.count(member.words, "word"))"
        if let share = member.containment {
          ", \(decimal(share * 100, places: 0))% in common "
          Tag.a(
            .href(
              Address(
                ["article", article.description], query: [("copy", member.id.description)],
                fragment: "copies"))
          ) { "what differs" }
        } else {
          ", the first"
        }
      }
    }
  }

  private var difference: HTML {
    get throws {
      guard let compared,
        let copy = cluster.copies.first(where: { $0.id.description == compared })
      else { return HTML() }
      let pieces = try clusters.differences(from: cluster.original, to: copy)
      return Tag.div(.class("difference"), .role("region"), .ariaLabel("Differences")) {
        Tag.p(.class("hint")) {
          "From \(cluster.original.source ?? "the first") to \(copy.source ?? "the copy"): "
          Tag.del { "left out" }
          ", "
          Tag.ins { "added" }
        }
        Tag.p {
          for (index, piece) in pieces.enumerated() {
            Self.html(of: piece, isFirst: index == 0, isLast: index == pieces.count - 1)
            " "
          }
        }
      }
    }
  }

  private static func html(of piece: TextDifference, isFirst: Bool, isLast: Bool) -> HTML {
    switch piece {
    case .removed(let words): Tag.del { words.joined(separator: " ") }
    case .added(let words): Tag.ins { words.joined(separator: " ") }
    case .same(let words):
      HTML(text: excerpt(words, isFirst: isFirst, isLast: isLast).joined(separator: " "))
    }
  }

  private static func excerpt(_ words: [String], isFirst: Bool, isLast: Bool) -> [String] {
    guard words.count > 2 * context else { return words }
    return (isFirst ? [] : words.prefix(context)) + ["…"] + (isLast ? [] : words.suffix(context))
  }
}
