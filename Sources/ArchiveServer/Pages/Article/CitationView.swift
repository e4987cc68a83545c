internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The reference of an article in the formats of reference managers; the JSON form is CSL-JSON.
struct CitationView: View {
  private let visit: Visit
  private let article: StoredArticle

  init(_ visit: Visit) throws {
    self.visit = visit
    article = try ArticleView.article(visit)
  }

  private func text(_ format: any CitationFormat) -> String {
    format.opening + format.reference(to: Citation(article)) + format.closing
  }

  func page() throws -> Page {
    Page(
      title: "Reference",
      content: .group {
        Tag.p {
          Tag.a(.href(ArticleView.address(of: article.id))) {
            article.headline ?? article.id.description
          }
        }
        for (name, format) in [("BibTeX", BibTeX()), ("RIS", RIS())]
          as [(String, any CitationFormat)]
        {
          Tag.h2 { name }
          Tag.pre(.tabindex(0)) { text(format) }
        }
      }, command: visit.command("cite", options: [article.id.description, "--format", "bibtex"]),
      forms: [.ris, .bib, .json])
  }

  func response(as form: Request.Form) throws -> Response? {
    switch form {
    case .ris: Response(.ris, text: text(RIS())).saved(as: "\(article.id).ris")
    case .bib: Response(.bibtex, text: text(BibTeX())).saved(as: "\(article.id).bib")
    case .json: Response(.cslJSON, text: text(CSLJSON())).saved(as: "\(article.id).json")
    default: nil
    }
  }
}
