public import ArchiveQuery

/// Collocates as rows of a table.
public enum CollocateTable {
  /// The columns.
  public static let columns = [
    "word", "count", "expected", "total", "log_likelihood", "mutual_information", "log_dice",
  ]

  /// The row of a word.
  public static func row(of word: Collocate) -> [Cell] {
    [
      .text(word.word), .integer(word.count), .real(rounded(word.expected, places: 3)),
      .integer(word.total), .real(rounded(word.logLikelihood, places: 2)),
      .real(rounded(word.mutualInformation, places: 3)), .real(rounded(word.logDice, places: 3)),
    ]
  }
}

/// Key words as rows of a table.
public enum KeyWordTable {
  /// The columns.
  public static let columns = [
    "word", "count", "articles", "reference_count", "per_million", "reference_per_million",
    "log_likelihood", "log_odds", "z_score",
  ]

  /// The row of a word.
  public static func row(of word: KeyWord) -> [Cell] {
    [
      .text(word.word), .integer(word.count), .integer(word.articles),
      .integer(word.referenceCount), .real(rounded(word.perMillion, places: 2)),
      .real(rounded(word.referencePerMillion, places: 2)),
      .real(rounded(word.logLikelihood, places: 2)), .real(rounded(word.logOdds, places: 4)),
      .real(rounded(word.zScore, places: 3)),
    ]
  }
}
