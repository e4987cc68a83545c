/// Says of articles whether each is an original or a copy, and of what.
///
/// A copy is an article that has at least half of its five-word sequences, or of the original's if that is
/// the shorter one, in common with an original that was published before
/// (``WordSequences/containmentOfCopies(with:)``). It is a copy of the earliest such original. So every copy has been compared with its original word by word, and two stories are not one
/// because a round-up printed both.
///
/// What an article is follows from the originals before it alone. So the articles are gone through in the
/// order in which they were published, and what has been found before is found again only where
/// something changed before it: the outcome is that of going through all of them.
package struct CopyAssignment {
  /// What an article is.
  package enum Kind: Sendable, Equatable {
    case original
    case copy(of: Int, containment: Double)
  }

  /// A hash that more originals share is some notice that was not set apart, and no sign of a copy.
  private static let mostSharing = 4096
  /// With how many originals an article is compared.
  private static let mostCompared = 50

  /// By the number of the article; nil for those that were not known and not asked for.
  package private(set) var kinds: [Kind?]
  /// The articles that were decided, ascending.
  package private(set) var decided: [Int] = []

  private var shared: SharedHashes
  private var oldCopies: SharedHashes
  private var copies: [Int: [Int]] = [:]
  private var isWaiting: [Bool]
  private let containment: (Int, Int) throws -> Double?

  /// Decides.
  ///
  /// - Parameters:
  ///   - fingerprints: Of the articles, in the order of their publication.
  ///   - known: What has been found of them before; nil for those that are new.
  ///   - containment: Compares an article with an original (``WordSequences/containmentOfCopies(with:)``).
  /// - Throws: What `containment` throws.
  package init(
    _ fingerprints: [Fingerprint], known: [Kind?],
    containment: @escaping (_ article: Int, _ original: Int) throws -> Double?
  ) throws {
    (kinds, self.containment) = (known, containment)
    shared = SharedHashes(fingerprints)
    oldCopies = shared
    isWaiting = known.map { $0 == nil }
    for (article, kind) in known.enumerated() {
      switch kind {
      case .original: shared.enter(article)
      case .copy(let original, _):
        oldCopies.enter(article)
        copies[original, default: []].append(article)
      case nil: break
      }
    }
    var counts = [UInt16](repeating: 0, count: fingerprints.count)
    for article in known.indices where isWaiting[article] {
      try decide(article, &counts)
    }
  }

  private mutating func decide(_ article: Int, _ counts: inout [UInt16]) throws {
    let before = kinds[article]
    let now = try kind(of: article, &counts)
    kinds[article] = now
    decided.append(article)
    guard before != now else { return }
    if now == .original {
      shared.enter(article)
      // Later articles may be copies of this one now.
      for key in shared.keys(of: article) {
        for later in shared.entries(of: key) where later > article {
          isWaiting[Int(later)] = true
        }
        for later in oldCopies.entries(of: key) where later > article {
          if case .copy(let original, _) = kinds[Int(later)], original > article {
            isWaiting[Int(later)] = true
          }
        }
      }
    } else if before == .original {
      for copy in copies[article] ?? [] { isWaiting[copy] = true }
    }
  }

  private func kind(of article: Int, _ counts: inout [UInt16]) throws -> Kind {
    var touched: [Int] = []
    for key in shared.keys(of: article) {
      let entries = shared.entries(of: key)
      guard entries.count <= Self.mostSharing else { continue }
      for other in entries {
        let other = Int(other)
        guard other < article, kinds[other] == .original else { continue }
        if counts[other] == 0 { touched.append(other) }
        counts[other] += 1
      }
    }
    var candidates: [(article: Int, share: Double)] = []
    for other in touched {
      let common = Int(counts[other])
      counts[other] = 0
      if shared.isPromising(common, article, other) {
        candidates.append((other, shared.share(common, article, other)))
      }
    }
    guard !candidates.isEmpty else { return .original }
    if candidates.count > Self.mostCompared {
      candidates.sort { ($1.share, $0.article) < ($0.share, $1.article) }
      candidates.removeLast(candidates.count - Self.mostCompared)
    }
    for other in candidates.map(\.article).sorted() {
      if let containment = try containment(article, other) {
        return .copy(of: other, containment: containment)
      }
    }
    return .original
  }
}
