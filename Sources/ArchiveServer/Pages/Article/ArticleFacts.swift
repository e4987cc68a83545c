internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// What an article's record says, and where that came from.
struct ArticleFacts {
  let article: StoredArticle

  var html: HTML {
    Tag.section(.ariaLabelledBy("record")) {
      Tag.h2(.id("record")) { "Record" }
      Tag.dl {
        fact("Id", HTML(text: article.id.description))
        fact("Source", article.source.map { HTML(text: $0) })
        fact(
          "Date",
          article.date.map { date in
            .group {
              date.description
              Tag.small { " from the \(article.dateOrigin?.rawValue ?? "record")" }
            }
          })
        fact("Author", article.author.map { HTML(text: $0) })
        fact("Section", article.section.map { HTML(text: $0) })
        fact("Language", article.language.map { HTML(text: $0) })
        fact("Address", article.url.map { Pieces.elsewhere($0) })
        fact("Imported", imported)
        fact("SHA-256", Tag.code(.class("hash")) { article.sha256.map(Self.hexadecimal).joined() })
        fact(
          "Text",
          Tag.a(
            .href(
              Address(["article", article.id.description], query: [("view", "raw")]))
          ) { "as it was imported" })
      }
      if let remarks = article.remarks {
        Tag.details {
          Tag.summary { "What was odd" }
          Tag.pre { remarks }
        }
      }
      if let metadata = article.metadata {
        Tag.details {
          Tag.summary { "Other fields" }
          Tag.pre { metadata }
        }
      }
    }
  }

  private var imported: HTML {
    .group {
      "run "
      Tag.a(.href(SearchAddress.articles("import:\(article.importRun)"))) {
        String(article.importRun)
      }
      Tag.small {
        " " + (article.file.split(separator: "/").last.map(String.init) ?? article.file)
          + ", record \(article.position.record)"
          + (article.position.line.map { ", line \($0)" } ?? "")
      }
    }
  }

  private func fact(_ name: String, _ value: HTML?) -> HTML {
    guard let value else { return HTML() }
    return .group {
      Tag.dt { name }
      Tag.dd(.dir(.auto)) { value }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}
