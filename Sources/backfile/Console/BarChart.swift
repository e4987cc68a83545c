import ArchiveExport

/// A chart in a terminal: a bar for each value, of block elements, an eighth of a column exact.
struct BarChart {
  private let chart: Chart
  private let width = Console.outputIsTerminal ? Console.width : 100
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  init(_ chart: Chart) { self.chart = chart }

  func write(to sink: ByteSink) throws {
    let labels = chart.labels.map { cut(Console.safeLine($0), toColumns: 30) }
    let labelWidth = labels.map { columnWidth($0) }.max() ?? 0
    let room = max(10, width - labelWidth - 12)
    for series in chart.series {
      try sink.write(
        Style.bold(Console.safeLine(series.name)) + Style.dim("  \(chart.unit)") + "\n")
      for (label, value) in zip(labels, series.values) {
        let padding = String(repeating: " ", count: labelWidth - columnWidth(label))
        try sink.write(
          label + padding + " " + bar((value ?? 0) / chart.largest, columns: room) + " "
            + (value.map(Chart.label) ?? "–") + "\n")
      }
      try sink.write("\n")
    }
    try sink.flush()
  }

  private func bar(_ share: Double, columns: Int) -> String {
    let eighths = Int((share * Double(columns * 8)).rounded())
    return String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
  }
}
