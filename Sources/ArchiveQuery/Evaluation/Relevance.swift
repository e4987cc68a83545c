internal import FullTextIndex
internal import Glibc

/// Relevance as FTS5 has it: BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework", 2009), a word in the headline counted as four in the body.
struct Relevance {
  private static let k1 = 1.2
  private static let b = 0.75

  private let lengths: [UInt16]
  private let averageLength: Double
  private let articles: Double

  /// The relevance of articles, by the lengths of all in tokens and the totals of the index.
  init(lengths: [UInt16], totals: IndexTotals) {
    self.lengths = lengths
    articles = Double(totals.articles)
    averageLength = max(Double(totals.tokens.reduce(0, +)) / max(articles, 1), 1)
  }

  /// How much of a phrase's weight goes to an article of so many tokens that has it so often.
  @inline(__always)
  func share(of frequency: UInt32, length: UInt16) -> Double {
    let frequency = Double(frequency)
    let length = Double(length) / averageLength
    return frequency * (Self.k1 + 1)
      / (frequency + Self.k1 * (1 - Self.b + Self.b * length))
  }

  /// The rows with the highest scores, and of equal ones the newest first; all without a limit.
  func best(_ limit: Int?, of matches: TextMatches) -> [(number: UInt32, score: Double)] {
    var best = BestRows(limit: limit)
    let weights = weights(of: matches)
    for part in matches.parts {
      if weights.count == 1, part.numbers.count == part.phrases[0].numbers.count {
        insert(part.numbers, into: &best) { part.phrases[0].weight(at: $0) }
      } else {
        for (number, score) in zip(part.numbers, scores(of: part, weights)) {
          best.insert(number, score)
        }
      }
    }
    return best.sorted
  }

  /// How much each phrase says: its inverse document frequency. One alone has no weight, which would be
  /// the same factor for all articles.
  private func weights(of matches: TextMatches) -> [Double] {
    guard matches.plan.phrases.count > 1 else { return [1] }
    return matches.plan.phrases.indices.map { phrase in
      let having = Double(matches.parts.reduce(0) { $0 + $1.phrases[phrase].numbers.count })
      let weight = log((articles - having + 0.5) / (having + 0.5))
      // What is in more than half of the articles says little, but never the opposite.
      return weight > 0 ? weight : 1e-6
    }
  }

  /// The scores of the rows of a part, in their order: more is better.
  private func scores(of part: TextMatches.Part, _ weights: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: part.numbers.count)
    for (phrase, weight) in zip(part.phrases, weights) {
      var place = 0
      for (row, number) in part.numbers.enumerated() {
        place = phrase.numbers.gallop(to: number, from: place)
        guard place < phrase.numbers.count else { break }
        guard phrase.numbers[place] == number else { continue }
        scores[row] +=
          weight * share(of: phrase.weight(at: place), length: lengths[Int(number)])
      }
    }
    return scores
  }

  /// Takes in the rows of a phrase that is the whole query. For each frequency it is known how long an
  /// article may be to be among the best: most are passed over by a look at that.
  func insert(
    _ numbers: [UInt32], into best: inout BestRows, frequency: (_ index: Int) -> UInt32
  ) {
    var longest = [UInt16](repeating: .max, count: 64)
    var bar = best.bar?.score
    func setLongest() {
      guard let bar, bar > 0 else { return }
      for frequency in longest.indices.dropFirst() {
        let most = Double(frequency) * (Self.k1 + 1) / bar - Double(frequency)
        let length = (most / Self.k1 - (1 - Self.b)) / Self.b * averageLength
        // One more: the exact score decides.
        longest[frequency] = UInt16(min(max(length + 2, 0), Double(UInt16.max)))
      }
    }
    setLongest()
    for (index, number) in numbers.enumerated() {
      let (frequency, length) = (frequency(index), lengths[Int(number)])
      guard length <= longest[Int(min(frequency, 63))] || frequency >= 63 else { continue }
      best.insert(number, share(of: frequency, length: length))
      if best.bar?.score != bar {
        bar = best.bar?.score
        setLongest()
      }
    }
  }
}

/// The best of many rows.
struct BestRows {
  private let limit: Int
  private var rows: [(number: UInt32, score: Double)] = []
  /// A row must be better than this one, if it is set.
  private(set) var bar: (number: UInt32, score: Double)?

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
