internal import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Splits articles anew that were written before a paragraph of theirs was known as boilerplate.
///
/// All of them are gone through once, in the order in which they stand in the archive.
struct RepeatRevision {
  let archive: Archive
  let writer: BatchWriter
  let repeats: RepeatMemory
  let folding: WordFolding

  /// How much text is looked at in one go.
  private static let batchBytes = 8 << 20

  /// An article that may hold a paragraph which is boilerplate now.
  private struct Suspect: Sendable {
    let arrival: Int64
    let body: String
    /// The paragraphs that its source has learnt.
    let learnt: Set<UInt64>
  }

  /// Goes through the sources that have learnt something.
  ///
  /// - Returns: How many articles were split anew; nil where the task was cancelled. What was done stays,
  ///   and the same import goes through them again.
  func run() async throws -> Int? {
    let connection = try archive.connectForReading()
    let learnt = try repeats.learnt()
    var arrivals = try arrivals(of: learnt, connection)[...]
    let paragraphs = Dictionary(uniqueKeysWithValues: learnt.map { ($0.source, $0.paragraphs) })
    var revised = 0
    while !arrivals.isEmpty {
      if Task.isCancelled { return nil }
      var suspects: [Suspect] = []
      var size = 0
      while size < Self.batchBytes, let arrival = arrivals.popFirst() {
        let article = try connection.sourceAndBody(ofArrival: arrival)
        guard let article, let learnt = article.source.flatMap({ paragraphs[$0] }) else { continue }
        suspects.append(Suspect(arrival: arrival, body: article.body, learnt: learnt))
        size += article.body.utf8.count
      }
      revised += try await revise(suspects, connection)
    }
    return revised
  }

  /// The arrivals of the articles that may hold what was learnt, ascending.
  private func arrivals(
    of learnt: [RepeatMemory.Learnt], _ connection: Connection
  ) throws -> [Int64] {
    var arrivals: [Int64] = []
    for source in learnt {
      if let articles = source.articles {
        arrivals += try articles.flatMap { try connection.arrivals(identity: $0) }
      } else if let number = try RepeatStore(connection).sourceID(of: source.source) {
        arrivals += try connection.arrivals(ofSource: number)
      }
    }
    arrivals.sort()
    var unique: [Int64] = []
    unique.reserveCapacity(arrivals.count)
    for arrival in arrivals where arrival != unique.last { unique.append(arrival) }
    return unique
  }

  private func revise(_ suspects: [Suspect], _ connection: Connection) async throws -> Int {
    let portions = suspects.portions(of: 1 << 19) { $0.body.utf8.count }
    let holders = await concurrentMap(portions: portions) { portion in
      portion.filter { suspect in
        paragraphKeys(of: suspect.body).contains { suspect.learnt.contains($0.hash) }
      }.map(\.arrival)
    }
    let texts = try holders.joined().compactMap { try connection.storedText(ofArrival: $0) }
    return try await TextRevision.revise(
      texts, repeats.learner, repeats.kept, folding, by: writer)
  }
}
