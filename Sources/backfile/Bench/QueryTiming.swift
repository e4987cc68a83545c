import ArchiveExport
import ArchiveQuery
import Glibc

/// How long one query takes.
struct QueryTiming {
  static let columns = ["kind", "query", "hits", "milliseconds"]

  let kind: QuerySample.Kind
  let query: String
  /// All hits for totals and facets, else those that were listed.
  let hits: Int
  /// Of each run.
  let milliseconds: [Double]

  /// Times a query, after one run that is not counted.
  init(kind: QuerySample.Kind, query: String, in reader: ArchiveReader, repetitions: Int) throws {
    (self.kind, self.query) = (kind, query)
    var hits = 0
    var milliseconds: [Double] = []
    let clock = ContinuousClock()
    for run in 0...repetitions {
      let time = try clock.measure { hits = try Self.ask(kind, query, in: reader) }
      if run > 0 { milliseconds.append(time / .milliseconds(1)) }
    }
    (self.hits, self.milliseconds) = (hits, milliseconds)
  }

  private static func ask(
    _ kind: QuerySample.Kind, _ query: String, in reader: ArchiveReader
  ) throws -> Int {
    let search = try ArticleSearch(QueryInput.read(query), in: reader)
    switch kind {
    case .count: return try search.total()
    case .facet:
      let years = try search.facets(by: .year)
      return try search.facets(by: .source).isEmpty ? 0 : years.reduce(0) { $0 + $1.count }
    case .recent: return try search.hits(order: .newest, limit: 10).count
    case _ where kind.isConstruct:
      _ = try search.hits(order: .newest, limit: 10)
      return try search.total()
    default: return try search.hits(order: .relevance, limit: 10).count
    }
  }

  var row: [Cell] {
    [
      .text(kind.rawValue), .text(query), .integer(hits),
      .text(milliseconds.map { String($0) }.joined(separator: " ")),
    ]
  }

  /// The median and the 99th percentile of each kind, as a table for people.
  static func summary(of timings: [QueryTiming]) -> String {
    var lines = ["kind             queries   median ms      p99 ms"]
    func line(_ name: String, _ timings: [QueryTiming]) {
      // Of each query the least: what disturbs a run only makes it longer.
      let times = timings.compactMap { $0.milliseconds.min() }.sorted()
      guard !times.isEmpty else { return }
      let (median, p99) = (
        times[times.count / 2], times[min(times.count - 1, times.count * 99 / 100)]
      )
      lines.append(
        pad(name, 17, isLeft: true) + pad(String(times.count), 7) + pad(decimal(median), 12)
          + pad(decimal(p99), 12))
    }
    for kind in QuerySample.Kind.allCases {
      line(kind.rawValue, timings.filter { $0.kind == kind })
    }
    line("all", timings)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pad(_ text: String, _ width: Int, isLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.utf8.count))
    return isLeft ? text + spaces : spaces + text
  }

  /// With two decimals.
  private static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension QuerySample {
  /// Reads queries, one a line: its kind, a tab, the query.
  init(file path: String) throws {
    guard let file = fopen(path, "r") else {
      throw CommandFailure(
        message: "\(path): \(String(cString: strerror(errno)))", status: .failure)
    }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      text += buffer[..<count]
    }
    self.init(
      try text.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
        let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1).map(
          String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else {
          throw CommandFailure(
            message: "\(path), line \(number + 1): a kind, a tab and a query are wanted, where the"
              + " kind is one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
            status: .usage)
        }
        return (kind, parts[1])
      })
  }
}
