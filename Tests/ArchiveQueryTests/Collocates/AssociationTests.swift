import Testing

@testable import ArchiveQuery

/// The measures, against numbers that were worked out elsewhere.
struct AssociationTests {
  let table = ContingencyTable(both: 10, first: 100, word: 20, all: 1000)

  @Test func measuresAreThoseOfThePapers() {
    #expect(abs(table.logLikelihood - 21.176963409905998) < 1e-9)
    #expect(abs(table.mutualInformation - 2.321928094887362) < 1e-12)
    #expect(
      abs(ContingencyTable.logDice(together: 10, one: 50, other: 20) - 12.192645077942396) < 1e-12)
    let odds = LogOdds(first: (30, 1000), second: (10, 2000), prior: 500)
    #expect(abs(odds.ratio - 1.3173421656686584) < 1e-12)
    #expect(abs(odds.zScore - 4.459224310807703) < 1e-12)
  }

  @Test func whatIsRarerIsNegative() {
    let rare = ContingencyTable(both: 1, first: 500, word: 20, all: 1000)
    #expect(rare.logLikelihood < 0)
    #expect(LogOdds(first: (1, 500), second: (19, 500), prior: 100).zScore < 0)
  }

  @Test(arguments: [(0, 0, 0, 0), (0, 10, 0, 10), (5, 5, 5, 5), (1, 1, 1, 1_000_000_000)])
  func nothingIsInfinite(both: Int, first: Int, word: Int, all: Int) {
    let table = ContingencyTable(both: both, first: first, word: word, all: all)
    #expect(table.logLikelihood.isFinite && table.mutualInformation.isFinite)
    let odds = LogOdds(first: (both, first), second: (word - both, all - first), prior: 1000)
    #expect(odds.ratio.isFinite && odds.zScore.isFinite)
  }
}
