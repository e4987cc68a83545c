public import ArchiveQuery
internal import NewsModel

/// Articles and their copies as rows of a table.
public enum CopyTable {
  /// The columns of a listing of clusters: a row an article.
  public static let columns = [
    "cluster", "role", "id", "date", "source", "headline", "words", "containment", "url", "own_id",
  ]

  /// The rows of a cluster, by its number in the listing.
  public static func rows(of cluster: CopyCluster, number: Int) -> [[Cell]] {
    cluster.members.map { member in
      [
        .integer(number), .text(member.containment == nil ? "original" : "copy"),
        .text(member.id.description), .text(member.date?.description), .text(member.source),
        .text(member.headline), .integer(member.words),
        member.containment.map { .real(rounded($0, places: 4)) } ?? .missing, .text(member.url),
        .text(member.ownID),
      ]
    }
  }

  /// The columns of a listing of pairs.
  public static let pairColumns = ["a", "b", "containment", "a_own_id", "b_own_id"]

  /// The row of a pair.
  public static func row(
    of a: CopyCluster.Member, and b: CopyCluster.Member, containment: Double
  ) -> [Cell] {
    [
      .text(a.id.description), .text(b.id.description), .real(rounded(containment, places: 4)),
      .text(a.ownID), .text(b.ownID),
    ]
  }
}
