internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// Numbers over time, drawn: each bar is a link to its period, which says its number.
struct TimelineDrawing {
  let timeline: Histogram
  /// What is counted: one of it.
  let noun: String
  /// The query without dates, if a range of dates can be dragged.
  var brush: String?
  let address: (Histogram.Bar) -> Address

  private let width = 720.0
  private let height = 72.0

  init(
    _ timeline: Histogram, of noun: String, brush: String? = nil,
    address: @escaping (Histogram.Bar) -> Address
  ) {
    (self.timeline, self.noun, self.brush, self.address) = (timeline, noun, brush, address)
  }

  var html: HTML {
    let bars = timeline.bars
    guard bars.count > 1 else { return HTML() }
    let step = width / Double(bars.count)
    return Tag.figure(.class("histogram")) {
      Tag.svg(
        .viewBox(width, height), .stretched, .role("group"),
        .ariaLabel(
          "\(noun.prefix(1).uppercased() + noun.dropFirst())s by \(timeline.length.rawValue)"),
        brush.map { _ in .data(.brush, "bars") }, brush.map { .data(.query, $0) }
      ) {
        for (index, bar) in bars.enumerated() {
          let label = "\(bar.name): \(Pieces.count(bar.count, noun))"
          Tag.a(
            .href(address(bar)), .ariaLabel(label), .data(.first, bar.first.description),
            .data(.last, bar.last.description),
            // The keyboard has a table of periods beside this: hundreds of stops help nobody.
            .tabindex(-1)
          ) {
            Tag.title { label }
            Tag.rect(
              .class("ground"), .x(Double(index) * step), .y(0), .rectWidth(step),
              .rectHeight(height))
            let size = Double(bar.count) / Double(timeline.largest) * (height - 4)
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
          "by \(timeline.length.rawValue), at most \(grouped(timeline.largest))"
            + (timeline.others > 0
              ? "; \(grouped(timeline.others)) with no such date are not shown" : "")
        }
        Tag.span { bars.last?.name ?? "" }
      }
    }
  }
}

/// Numbers over time, drawn and as a table.
struct TimelinePiece {
  let timeline: Histogram
  let noun: String
  let address: (Histogram.Bar) -> Address

  var html: HTML {
    let bars = timeline.bars.filter { $0.count > 0 }
    guard !bars.isEmpty else { return HTML() }
    return Tag.section(.ariaLabelledBy("over-time")) {
      Tag.h2(.id("over-time")) { "Over time" }
      TimelineDrawing(timeline, of: noun, address: address).html
      Tag.details {
        Tag.summary { "The numbers" }
        TableSection(
          label: "Over time",
          heads: [
            .text(
              timeline.length.rawValue.prefix(1).uppercased() + timeline.length.rawValue.dropFirst()
            ),
            .number(noun.prefix(1).uppercased() + noun.dropFirst() + "s"), .text(""),
          ]
        ).html {
          for bar in bars {
            Tag.tr {
              Tag.th(.scope("row")) { Tag.a(.href(address(bar))) { bar.name } }
              TableSection.number(bar.count)
              TableSection.bar(Double(bar.count), of: Double(timeline.largest))
            }
          }
        }
      }
    }
  }
}
