import ArchiveExport
import ArchiveQuery
import NewsModel

/// Prints articles with their copies for people to read.
struct CopyPrinter {
  private let sink: ByteSink
  private let hasDifferences: Bool
  /// Words of what is the same that are shown beside what is not.
  private let context = 6

  init(to sink: ByteSink, hasDifferences: Bool) {
    (self.sink, self.hasDifferences) = (sink, hasDifferences)
  }

  func print(_ clusters: CopyClusters, offset: Int, limit: Int) throws {
    var shown = 0
    try clusters.forEach(from: offset) { cluster in
      try print(cluster, of: clusters)
      shown += 1
      return shown < limit
    }
    let copies = "\(grouped(clusters.copies)) copies"
    try HitPrinter(to: sink).printTotal(
      clusters.total, shown: shown, offset: offset, of: "articles with copies (\(copies) in all)")
  }

  private func print(_ cluster: CopyCluster, of clusters: CopyClusters) throws {
    try sink.write(
      Style.bold(Console.safe(cluster.original.headline ?? "(no headline)")) + "\n")
    for member in cluster.members {
      let share = member.containment.map { "\(decimal($0 * 100, places: 0))%" } ?? "original"
      let facts = [
        member.date?.description, member.source, member.id.description,
        "\(grouped(member.words)) words", share,
      ]
      let line = Console.safe(facts.compactMap { $0 }.joined(separator: "  "))
      try sink.write("  " + Style.dim(line))
      if let headline = member.headline, headline != cluster.original.headline {
        try sink.write("  " + Console.safe(headline))
      }
      try sink.write("\n")
      if hasDifferences, member.containment != nil {
        let pieces = try clusters.differences(from: cluster.original, to: member)
        try sink.write("    " + text(of: pieces) + "\n")
      }
    }
    try sink.write("\n")
  }

  /// `… the »ferry« [-sank-] {+sailed+} on Monday …`
  private func text(of pieces: [TextDifference]) -> String {
    let shown = pieces.enumerated().map { index, piece -> String in
      switch piece {
      case .removed(let words): "[-" + Console.safe(words.joined(separator: " ")) + "-]"
      case .added(let words): "{+" + Console.safe(words.joined(separator: " ")) + "+}"
      case .same(let words):
        Console.safe(excerpt(words, isFirst: index == 0, isLast: index == pieces.count - 1))
      }
    }
    return shown.joined(separator: " ")
  }

  private func excerpt(_ words: [String], isFirst: Bool, isLast: Bool) -> String {
    guard words.count > 2 * context else { return words.joined(separator: " ") }
    let start = isFirst ? [] : words.prefix(context)
    let end = isLast ? [] : words.suffix(context)
    return (start + ["…"] + end).joined(separator: " ")
  }
}
