import TestSupport
import Testing

@testable import ArchiveQuery

/// Several words within a window: `"a b c"~5`.
struct WindowTests {
  private static let file = Result {
    try SampleFile([
      Sample(headline: "One", body: "Sanctions hit coal, coal and nothing more."),
      Sample(headline: "Two", body: "Sanctions were followed by sanctioned coal."),
      Sample(headline: "Three", body: "Coal and coal, sanctions and sanctions."),
    ])
  }

  /// A word that two terms find is one word, and is not two with a repeat of a third.
  @Test(arguments: [
    ("\"sanction* sanctions coal\"~5", [1, 2]), ("\"sanction* sanctions coal coal\"~5", [2]),
    ("\"*s sanction* sanctions coal\"~9", []), ("\"sanction* hit coal\"~5", [0]),
  ])
  func eachTermHasAWordOfItsOwn(query: String, expected: [Int]) throws {
    #expect(try SampleArchive(Self.file.get()).found(query) == expected)
  }

  /// The places of a window are found in one walk: an article of a hundred thousand equal words is no
  /// reason to wait for minutes.
  @Test(arguments: [false, true])
  func longTextsAreWalkedOnce(isContested: Bool) throws {
    func places(_ tokens: some Sequence<Int>) -> [Place] {
      tokens.map { Place(column: 0, tokens: $0..<$0 + 1) }
    }
    let many = places(0..<100_000)
    let phrases = [many, isContested ? many : places([100_000]), places([100_001])]
    let test = PositionTest.window(
      steps: 9_999, (0..<3).map { PositionTest.Item(count: 1, test: .phrase($0)) })
    let time = try ContinuousClock().measure {
      let found = try test.places(in: PhrasePlaces(exact: phrases, nil))
      #expect(found.count == (isContested ? 9_999 : 10_000))
      #expect(found.last?.tokens == 100_001..<100_002)
    }
    #expect(time < .seconds(20))
  }
}
