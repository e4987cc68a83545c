internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The hits over time, drawn: each bar is a link to its period, and a range can be dragged.
struct HistogramDrawing {
  let histogram: Histogram
  let question: SearchQuestion

  private let width = 720.0
  private let height = 72.0

  var html: HTML {
    guard let query = question.query, histogram.bars.count > 1 else { return HTML() }
    let bars = histogram.bars
    let step = width / Double(bars.count)
    return Tag.figure(.class("histogram")) {
      Tag.svg(
        .viewBox(width, height), .stretched, .role("group"),
        .ariaLabel("Articles by \(histogram.length.rawValue)"), .data(.brush, "bars"),
        .data(.query, query.withoutDates)
      ) {
        for (index, bar) in bars.enumerated() {
          Tag.a(
            .href(
              question.address.asking(
                query.narrowed(by: bar.condition, replacingDates: true)
              ).address),
            .ariaLabel("\(bar.name): \(Pieces.count(bar.count, "article"))"),
            .data(.first, bar.first.description), .data(.last, bar.last.description),
            // The keyboard has the table of years beside this: hundreds of stops help nobody.
            .tabindex(-1)
          ) {
            Tag.title { "\(bar.name): \(Pieces.count(bar.count, "article"))" }
            Tag.rect(
              .class("ground"), .x(Double(index) * step), .y(0), .rectWidth(step),
              .rectHeight(height))
            let size = Double(bar.count) / Double(histogram.largest) * (height - 4)
            let shown = bar.count == 0 ? 0 : max(1.5, size)
            Tag.rect(
              .class("bar"), .x(Double(index) * step + step * 0.08), .y(height - shown),
              .rectWidth(step * 0.84), .rectHeight(shown))
          }
        }
      }
      Tag.figcaption {
        Tag.span { bars.first?.name ?? "" }
        Tag.span(.class("what")) {
          "by \(histogram.length.rawValue), at most \(grouped(histogram.largest))"
            + (histogram.others > 0
              ? "; \(grouped(histogram.others)) with no such date are not shown" : "")
        }
        Tag.span { bars.last?.name ?? "" }
      }
    }
  }
}
