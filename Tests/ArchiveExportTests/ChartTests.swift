import Testing

@testable import ArchiveExport

struct ChartTests {
  /// Small rates are not all nought, and no label has more digits than one reads.
  @Test(arguments: [
    (0, "0"), (0.0004, "0.0004"), (0.0125, "0.0125"), (0.04, "0.04"), (0.25, "0.25"),
    (2.0 / 3, "0.667"), (2.5, "2.5"), (9.996, "10"), (41.6667, "41.7"), (166.6667, "167"),
    (1234.5, "1235"), (1_000_000, "1000000"), (.infinity, "inf"),
  ])
  func labelsHaveThreeDigits(value: Double, label: String) {
    #expect(Chart.label(value) == label)
  }

  /// The lines across a chart of small rates have labels of their own each.
  @Test(arguments: [0.0003, 0.004, 0.011, 0.07, 1.1, 7, 450, 0.6])
  func everyLineHasItsOwnLabel(largest: Double) {
    let chart = Chart(
      title: "", unit: "", labels: ["2019", "2020"],
      series: [Chart.Series(name: "", values: [0, largest])], isTime: true)
    let labels = SVGChart(chart).text.split(separator: "\n").compactMap { line -> Substring? in
      guard line.contains("text-anchor=\"end\">") else { return nil }
      return line.dropLast("</text>".count).split(separator: ">").last
    }
    #expect(labels.count == 5 && Set(labels).count == 5, "\(labels)")
    let numbers = labels.compactMap { Double($0) }
    let step = numbers.last.map { $0 / 4 } ?? 0
    for (index, number) in numbers.enumerated() {
      #expect(abs(number - Double(index) * step) < step / 1000)
    }
  }
}
