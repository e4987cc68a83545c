internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The body of an article as it is read: quotes in the tone of their speaker, boilerplate folded away in its
/// place.
struct ArticleBody {
  let article: StoredArticle
  let text: ArticleText
  let legend: SpeakerLegend

  init(_ article: StoredArticle, marks: [Range<Int>]) {
    self.article = article
    text = ArticleText(article, marks: marks)
    legend = SpeakerLegend(article.quotes)
  }

  var html: HTML {
    var anchored: Set<Int> = []
    return Tag.div(
      .class("body"), article.language.map { .lang($0) }, .dir(.auto)
    ) {
      for part in text.parts {
        switch part {
        case .paragraph(let runs): Tag.p { paragraph(runs, &anchored) }
        case .block(let index): block(article.boilerplate[index], isOpen: text.isAllBoilerplate)
        }
      }
    }
  }

  /// Runs of one quote next to each other are one element; the first has the quote's anchor.
  private func paragraph(_ runs: [ArticleText.Run], _ anchored: inout Set<Int>) -> HTML {
    var all = HTML()
    var index = 0
    while index < runs.count {
      var end = index + 1
      while end < runs.count, runs[end].role == runs[index].role { end += 1 }
      let next = end < runs.count ? runs[end].role : nil
      all.append(stretch(Array(runs[index..<end]), before: next, &anchored))
      index = end
    }
    return all
  }

  /// The number that stands behind a stretch of a quote; none where the same speaker goes on.
  private func label(behind quote: Int, before next: ArticleText.Role?) -> Int? {
    let number = legend.number(of: quote)
    if case .quote(let other) = next, legend.number(of: other) == number { return nil }
    return number
  }

  private func stretch(
    _ runs: [ArticleText.Run], before next: ArticleText.Role?, _ anchored: inout Set<Int>
  ) -> HTML {
    let content = HTML.group {
      for run in runs { run.isMarked ? Tag.mark { run.text } : HTML(text: run.text) }
    }
    switch runs.first?.role ?? .plain {
    case .plain: return content
    case .speaker(let quote):
      return Tag.span(.class("speaker", tone(of: quote)), .title("speaker")) { content }
    case .cue(let quote):
      return Tag.span(.class("cue", tone(of: quote)), .title("reporting word")) { content }
    case .quote(let index):
      let quote = article.quotes[index]
      let isFirst = anchored.insert(index).inserted
      return Tag.span(
        .class("quoted", quote.kind.rawValue, tone(of: index)),
        isFirst ? .id("q\(quote.id)") : nil, .title(Self.title(of: quote))
      ) {
        content
        if let number = label(behind: index, before: next) {
          Tag.a(
            .class("who"), .href(Address(fragment: "speaker-\(number)")),
            .ariaLabel("said by \(legend.speakers[number - 1].name ?? "somebody unknown")")
          ) { String(number) }
        }
      }
    }
  }

  private func tone(of quote: Int) -> String? {
    legend.number(of: quote).map(SpeakerLegend.tone)
  }

  private static func title(of quote: StoredArticle.Quote) -> String {
    guard quote.kind != .scare else { return "quote marks that quote nobody" }
    let speaker = quote.speaker ?? quote.speakerText ?? "unknown speaker"
    return "\(speaker), \(quote.kind.rawValue); \(quote.rule), "
      + "confidence \(decimal(quote.confidence, places: 2))"
  }

  private func block(_ block: StoredArticle.Block, isOpen: Bool) -> HTML {
    Tag.details(.class("boilerplate"), isOpen ? .open : nil) {
      Tag.summary {
        Tag.span(.class("kind")) { block.kind.rawValue }
        " "
        Tag.span(.class("rule")) { block.rule }
      }
      Tag.p { block.text }
    }
  }

  /// Who speaks.
  var speakers: HTML {
    guard !legend.speakers.isEmpty else { return HTML() }
    return Tag.section(.class("speakers"), .ariaLabelledBy("who-speaks")) {
      Tag.h2(.id("who-speaks")) { "Who speaks" }
      Tag.ol {
        for (index, speaker) in legend.speakers.enumerated() {
          Tag.li(.id("speaker-\(index + 1)"), .class(SpeakerLegend.tone(index + 1))) {
            Tag.span(.class("who")) { String(index + 1) }
            " "
            if let name = speaker.name, !speaker.hasPage {
              Tag.span(.class("who-text"), .dir(.auto)) { name }
            } else if let name = speaker.name {
              Tag.a(.href(SpeakerAddress.address(of: name))) { name }
            } else {
              Tag.span(.class("none")) { "not named" }
            }
            Tag.ul {
              for quote in speaker.quotes {
                Tag.li {
                  Tag.a(.href(Address(fragment: "q\(article.quotes[quote].id)"))) {
                    Self.beginning(of: article.quotes[quote].text)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func beginning(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.prefix(7).joined(separator: " ") + (words.count > 7 ? "…" : "")
  }
}
