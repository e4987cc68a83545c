/// A chart as an SVG file: a line chart of time, bars of anything else.
///
/// It has a title and a description for those who hear it (SVG 1.1, section 5.4; WAI-ARIA `img`), no
/// script and nothing from elsewhere, and colours that the colour-blind tell apart (Okabe and Ito,
/// "Color universal design", 2008). No series is told by its colour alone: where there are several, each
/// has a number and a pattern of dashes.
public struct SVGChart {
  private let chart: Chart
  private let width = 960.0
  private let left = 70.0
  private let right = 34.0
  private var top: Double { 38 + 20 * Double(legendRows.count) }

  /// A drawing of a chart.
  public init(_ chart: Chart) { self.chart = chart }

  /// The file.
  public var text: String {
    let height = chart.isTime ? 460.0 : barsHeight
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" \
      width="\(number(width))" height="\(number(height))" role="img" \
      aria-labelledby="chart-title chart-description" font-family="sans-serif" font-size="12">
      """,
      "<title id=\"chart-title\">\(escaped(chart.title))</title>",
      "<desc id=\"chart-description\">\(escaped(description))</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
    ]
    lines += legend
    lines += chart.isTime ? curves(height) : bars
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the picture shows, in words: for each series the range and the peak.
  private var description: String {
    let range =
      chart.labels.first.map { first in
        " \(chart.labels.count) values from \(first) to \(chart.labels.last ?? first)."
      } ?? " No values."
    let peaks = chart.series.map { series -> String in
      let known = zip(chart.labels, series.values).compactMap { label, value in
        value.map { (label: label, value: $0) }
      }
      guard let most = known.max(by: { $0.value < $1.value }) else { return "" }
      return " \(series.name): most in \(most.label), \(Chart.label(most.value))."
    }
    return "In \(chart.unit).\(range)\(peaks.joined())"
  }

  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000",
  ]

  private func colour(_ series: Int) -> String { Self.colours[series % Self.colours.count] }

  /// Patterns of dashes, of which the first is none.
  private static let dashes = ["", "8 3", "2 3", "10 3 2 3", "5 5", "12 2 2 2 2 2", "3 8"]

  /// The pattern of a series; where colours come again, it is another one.
  private func dash(_ series: Int) -> String {
    let pattern = Self.dashes[(series + series / Self.colours.count) % Self.dashes.count]
    return pattern.isEmpty ? "" : " stroke-dasharray=\"\(pattern)\""
  }

  /// The name of a series, with its number where there are several.
  private func label(_ series: Int) -> String {
    let name = shortened(chart.series[series].name, to: 40)
    return chart.series.count > 1 ? "\(series + 1) \(name)" : name
  }

  /// The series of each row of the legend, and where they begin.
  private var legendRows: [[(series: Int, x: Double)]] {
    var rows: [[(series: Int, x: Double)]] = [[]]
    var x = left
    for index in chart.series.indices {
      let room = 44 + 7 * Double(label(index).unicodeScalars.count)
      if x > left, x + room > width {
        rows.append([])
        x = left
      }
      rows[rows.count - 1].append((index, x))
      x += room
    }
    return rows
  }

  private var legend: [String] {
    var lines = [
      "<text x=\"\(number(left))\" y=\"18\" font-weight=\"bold\">\(escaped(chart.unit))</text>"
    ]
    for (row, entries) in legendRows.enumerated() {
      let y = 36 + 20 * Double(row)
      for (series, x) in entries {
        lines.append(
          "<line x1=\"\(number(x))\" y1=\"\(number(y))\" x2=\"\(number(x + 18))\" y2=\"\(number(y))\" "
            + "stroke=\"\(colour(series))\" stroke-width=\"3\"\(chart.isTime ? dash(series) : "")/>"
            + "<text x=\"\(number(x + 24))\" y=\"\(number(y + 4))\">\(escaped(label(series)))</text>"
        )
      }
    }
    return lines
  }

  // MARK: Time

  private func curves(_ height: Double) -> [String] {
    let bottom = height - 50
    let step = (width - left - right) / Double(max(1, chart.labels.count - 1))
    let scale = Self.niceTop(chart.largest)
    func x(_ index: Int) -> Double { left + Double(index) * step }
    func y(_ value: Double) -> Double { bottom - value / scale * (bottom - top) }
    var lines: [String] = []
    for tick in 0...4 {
      let value = scale * Double(tick) / 4
      lines.append(
        "<line x1=\"\(number(left))\" y1=\"\(number(y(value)))\" x2=\"\(number(width - right))\" "
          + "y2=\"\(number(y(value)))\" stroke=\"#dddddd\"/>"
          + "<text x=\"\(number(left - 8))\" y=\"\(number(y(value) + 4))\" "
          + "text-anchor=\"end\">\(Chart.label(value))</text>")
    }
    // As many labels as have room.
    let every = max(1, (chart.labels.count + 11) / 12)
    for index in stride(from: 0, to: chart.labels.count, by: every) {
      lines.append(
        "<text x=\"\(number(x(index)))\" y=\"\(number(bottom + 20))\" text-anchor=\"middle\">"
          + "\(escaped(chart.labels[index]))</text>")
    }
    for (index, series) in chart.series.enumerated() {
      // A line ends where nothing is known, and another begins behind.
      let places = series.values.enumerated().map { place, value in
        value.map { (x: number(x(place)), y: number(y($0))) }
      }
      for run in places.split(whereSeparator: { $0 == nil }) {
        let points = run.compactMap { $0 }
        if points.count == 1, let point = points.first {
          lines.append(
            "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"3\" fill=\"\(colour(index))\"/>")
        } else {
          lines.append(
            "<polyline fill=\"none\" stroke=\"\(colour(index))\" stroke-width=\"2\"\(dash(index)) "
              + "points=\"\(points.map { "\($0.x),\($0.y)" }.joined(separator: " "))\"/>")
        }
      }
    }
    return lines + ends(y)
  }

  /// The number of each series at the end of its line, so far from the next that both can be read.
  private func ends(_ y: (Double) -> Double) -> [String] {
    guard chart.series.count > 1 else { return [] }
    let ends = chart.series.enumerated().compactMap { index, series in
      series.values.last { $0 != nil }.flatMap { $0 }.map { (series: index, y: y($0)) }
    }.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    var lines: [String] = []
    // From below, as there is most room above.
    var limit = Double.infinity
    for end in ends.reversed() {
      let place = min(end.y, limit - 12)
      limit = place
      lines.append(
        "<text x=\"\(number(width - right + 8))\" y=\"\(number(place + 4))\" font-weight=\"bold\" "
          + "fill=\"\(colour(end.series))\">\(end.series + 1)</text>")
    }
    return lines
  }

  // MARK: Names

  private let barHeight = 16.0

  private var barsHeight: Double {
    top + Double(chart.labels.count) * (Double(chart.series.count) * barHeight + 8) + 20
  }

  private var bars: [String] {
    let start = 260.0
    let room = width - start - 100
    let several = chart.series.count > 1
    var y = top
    var lines: [String] = []
    for (index, label) in chart.labels.enumerated() {
      lines.append(
        "<text x=\"\(number(start - 8))\" y=\"\(number(y + 12))\" text-anchor=\"end\">"
          + "\(escaped(shortened(label, to: 36)))</text>")
      for (which, series) in chart.series.enumerated() {
        let value = series.values[index]
        let length = (value ?? 0) / chart.largest * room
        lines.append(
          "<rect x=\"\(number(start))\" y=\"\(number(y))\" width=\"\(number(length))\" "
            + "height=\"\(number(barHeight - 2))\" fill=\"\(colour(which))\"/>"
            + "<text x=\"\(number(start + length + 6))\" y=\"\(number(y + 12))\">"
            + "\(value.map(Chart.label) ?? "–")\(several ? " (\(which + 1))" : "")</text>")
        y += barHeight
      }
      y += 8
    }
    return lines
  }

  // MARK: Text

  /// The next number whose quarters are round.
  private static func niceTop(_ value: Double) -> Double {
    var power = 1.0
    while power < value { power *= 10 }
    while power / 10 >= value, power > 1e-12 { power /= 10 }
    for part in [0.1, 0.12, 0.16, 0.2, 0.24, 0.32, 0.4, 0.6, 0.8, 1] where power * part >= value {
      return power * part
    }
    return power
  }

  private func number(_ value: Double) -> String {
    let value = rounded(value, places: 1)
    return value == value.rounded() ? String(Int(value)) : String(value)
  }

  private func shortened(_ text: String, to limit: Int) -> String {
    text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  private func escaped(_ text: String) -> String { text.escapedForXML }
}
