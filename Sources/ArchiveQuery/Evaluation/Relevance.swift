internal import FullTextIndex
internal import Glibc

/// Relevance as FTS5 has it: BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework", 2009), a word in the headline counted as four in the body.
struct Relevance {
  private static let k1 = 1.2
  private static let b = 0.75

  private let matches: TextMatches
  private let lengths: [UInt16]
  private let averageLength: Double
  /// How much each phrase says: its inverse document frequency.
  private let weights: [Double]

  /// The relevance of what was found, by the lengths of all articles in tokens and the totals of the
  /// index.
  init(_ matches: TextMatches, lengths: [UInt16], totals: IndexTotals) {
    (self.matches, self.lengths) = (matches, lengths)
    let articles = Double(totals.articles)
    averageLength = Double(totals.tokens.reduce(0, +)) / max(articles, 1)
    weights = matches.plan.phrases.indices.map { phrase in
      let having = Double(matches.parts.reduce(0) { $0 + $1.phrases[phrase].numbers.count })
      let weight = log((articles - having + 0.5) / (having + 0.5))
      // What is in more than half of the articles says little, but never the opposite.
      return weight > 0 ? weight : 1e-6
    }
  }

  /// The scores of the rows of a part, in their order: more is better.
  func scores(ofPart index: Int) -> [Double] {
    let part = matches.parts[index]
    var scores = [Double](repeating: 0, count: part.numbers.count)
    for (phrase, weight) in zip(part.phrases, weights) {
      var place = 0
      for (row, number) in part.numbers.enumerated() {
        place = phrase.numbers.gallop(to: number, from: place)
        guard place < phrase.numbers.count else { break }
        guard phrase.numbers[place] == number else { continue }
        let frequency = Double(phrase.weight(at: place))
        let length = Double(lengths[Int(number)]) / averageLength
        scores[row] +=
          weight * frequency * (Self.k1 + 1)
          / (frequency + Self.k1 * (1 - Self.b + Self.b * length))
      }
    }
    return scores
  }

  /// The rows with the highest scores, and of equal ones the newest first; all without a limit.
  func best(_ limit: Int?) -> [(number: UInt32, score: Double)] {
    var best = BestRows(limit: limit)
    for index in matches.parts.indices {
      let scores = scores(ofPart: index)
      for (number, score) in zip(matches.parts[index].numbers, scores) {
        best.insert(number, score)
      }
    }
    return best.sorted
  }
}

/// The best of many rows.
private struct BestRows {
  private let limit: Int
  private var rows: [(number: UInt32, score: Double)] = []
  /// A row must be better than this one, if it is set.
  private var bar: (number: UInt32, score: Double)?

  init(limit: Int?) { self.limit = limit ?? .max }

  @inline(__always)
  mutating func insert(_ number: UInt32, _ score: Double) {
    if let bar, score < bar.score || score == bar.score && number < bar.number { return }
    rows.append((number, score))
    // Twice as many as are wanted are gathered before the worse half goes.
    if limit < .max / 2, rows.count >= 2 * limit + 64 { trim() }
  }

  private mutating func trim() {
    rows.sort(by: Self.isBetter)
    rows.removeLast(rows.count - limit)
    bar = rows.last
  }

  var sorted: [(number: UInt32, score: Double)] {
    Array(rows.sorted(by: Self.isBetter).prefix(limit))
  }

  private static func isBetter(
    _ a: (number: UInt32, score: Double), _ b: (number: UInt32, score: Double)
  ) -> Bool { a.score != b.score ? a.score > b.score : a.number > b.number }
}
