internal import Glibc

/// How often two things come together and apart: the four cells of a contingency table.
///
/// For collocates, the rows are tokens inside and outside of the windows around the hits, the columns
/// tokens that are the word and those that are not. For key words, the rows are the two sets.
struct ContingencyTable {
  /// The word in the first row: inside the windows, or in the set of interest.
  let both: Double
  /// All tokens of the first row.
  let first: Double
  /// The word in both rows.
  let word: Double
  /// All tokens.
  let all: Double

  init(both: Int, first: Int, word: Int, all: Int) {
    (self.both, self.first) = (Double(both), Double(first))
    (self.word, self.all) = (Double(word), Double(all))
  }

  /// How often they would come together by chance: first × word / all.
  var expected: Double { all > 0 ? first * word / all : 0 }

  /// G², the log-likelihood ratio: 2 Σ O ln(O/E) over the four cells, negative where the word is rarer
  /// than by chance.
  ///
  /// Ted Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
  /// Linguistics 19 (1993).
  var logLikelihood: Double {
    guard all > 0 else { return 0 }
    let observed = [both, first - both, word - both, all - first - word + both]
    let rows = [first, first, all - first, all - first]
    let columns = [word, all - word, word, all - word]
    var sum = 0.0
    for cell in 0..<4 {
      let expected = rows[cell] * columns[cell] / all
      if observed[cell] > 0, expected > 0 {
        sum += observed[cell] * log(observed[cell] / expected)
      }
    }
    let likelihood = max(0, 2 * sum)
    return both < expected ? -likelihood : likelihood
  }

  /// Mutual information in bits: log2(O / E).
  ///
  /// Kenneth Church and Patrick Hanks, "Word association norms, mutual information, and
  /// lexicography", Computational Linguistics 16 (1990).
  var mutualInformation: Double {
    guard both > 0, expected > 0 else { return 0 }
    return log2(both / expected)
  }

  /// 14 + log2(2 × together / (one + other)): at most 14, whatever the size of the archive.
  ///
  /// Pavel Rychlý, "A lexicographer-friendly association score", RASLAN 2008.
  static func logDice(together: Int, one: Int, other: Int) -> Double {
    guard together > 0, one + other > 0 else { return 0 }
    return 14 + log2(2 * Double(together) / Double(one + other))
  }
}

/// The log-odds ratio of a word in two sets with an informative Dirichlet prior, and how many standard
/// deviations it is from none.
///
/// Burt Monroe, Michael Colaresi and Kevin Quinn, "Fightin' Words: lexical feature selection and
/// evaluation for identifying the content of political conflict", Political Analysis 16 (2008),
/// equations 15, 16, 20 and 22. The prior of a word is its share of both sets together, times the
/// prior's size in words.
struct LogOdds {
  /// δ = ln((y₁ + α) / (n₁ + α₀ − y₁ − α)) − ln((y₂ + α) / (n₂ + α₀ − y₂ − α))
  let ratio: Double
  /// δ / √(1 / (y₁ + α) + 1 / (y₂ + α))
  let zScore: Double

  init(first: (word: Int, all: Int), second: (word: Int, all: Int), prior size: Double) {
    let all = Double(first.all + second.all)
    let share = all > 0 ? Double(first.word + second.word) / all : 0
    let prior = size * share
    func odds(_ set: (word: Int, all: Int)) -> Double {
      let word = Double(set.word) + prior
      return log(word / (Double(set.all) + size - word))
    }
    // A word that is in neither, or all there is, tells nothing.
    guard share > 0, share < 1, prior > 0 else {
      (ratio, zScore) = (0, 0)
      return
    }
    ratio = odds(first) - odds(second)
    zScore =
      ratio / (1 / (Double(first.word) + prior) + 1 / (Double(second.word) + prior)).squareRoot()
  }
}
