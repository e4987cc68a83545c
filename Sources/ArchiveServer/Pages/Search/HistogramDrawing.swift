internal import ArchiveQuery

/// The hits over time, drawn: each bar is a link to its period, and a range can be dragged.
struct HistogramDrawing {
  let histogram: Histogram
  let question: SearchQuestion

  var html: HTML {
    guard let query = question.query else { return HTML() }
    return TimelineDrawing(histogram, of: "article", brush: query.withoutDates) { bar in
      question.address.asking(query.narrowed(by: bar.condition, replacingDates: true)).address
    }.html
  }
}
