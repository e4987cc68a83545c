import NewsModel
import TestSupport
import Testing

@testable import NewsFormats

/// Every sample of the evaluation material against the number of articles that was counted there.
struct FormatCountTests {
  /// Counts that are wrong, and what is right: `how` they were counted is in EXPECTED.tsv.
  private static let corrections: [(path: String, count: Int, reason: String)] = [
    ("agnews-csv/mhjabreel_CharCnn_Keras__test.csv", 7600, "no row is a header"),
    (
      "buzzfeed-csv/BuzzFeedNews_2018-12-fake-news-top-50__sites_2016.csv", 0,
      "a list of domains: no articles"
    ),
    (
      "buzzfeed-csv/BuzzFeedNews_2018-12-fake-news-top-50__sites_2017.csv", 0,
      "a list of domains: no articles"
    ),
    (
      "buzzfeed-csv/BuzzFeedNews_2018-12-fake-news-top-50__sites_2018.csv", 0,
      "a list of domains: no articles"
    ),
    (
      "buzzfeed-csv/BuzzFeedNews_2018-12-fake-news-top-50__top_2018.csv", 13_960,
      "one row has neither headline nor text, and is rejected"
    ),
    ("fakenewscorpus-csv/several27_FakeNewsCorpus__websites.csv", 0, "a list of domains"),
    (
      "lexisnexis-html/cran_tm.plugin.lexisnexis__lexisnexis_test_copyright_error.html", 1,
      "the second says that it cannot be shown, and is rejected"
    ),
    (
      "lexisnexis-txt/amcat_amcat__test.txt", 26,
      "one of 27 markers has no article below it; the file's own gold has 26"
    ),
    ("lexisnexis-txt/amcat_amcat__test2.txt", 1, "`1 of 1 DOCUMENT` is a marker too"),
    (
      "trec-sgml/castorini_anserini__collection1_segment1.txt", 2, "`<DOC id=…>` is a document too"
    ),
    ("trec-sgml/castorini_anserini__segment1.txt", 2, "`<DOC id=…>` is a document too"),
  ]

  /// The samples unpacked into a folder, or nil where there are none.
  private static let folder: String? = {
    guard let script = Evaluation.path("eval/unpack.sh") else { return nil }
    let result = TestSupport.run(["/bin/sh", script])
    let path = result.output.split(separator: "\n").last.map(String.init)
    return result.code == 0 ? path.map { $0 + "/formats" } : nil
  }()

  @Test(.enabled(if: Evaluation.path("eval/unpack.sh") != nil))
  func everySampleGivesItsNumberOfArticles() throws {
    let folder = try #require(Self.folder)
    let table = String(decoding: try contents(of: folder + "/EXPECTED.tsv"), as: UTF8.self)
    var checked = 0
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 2 else { continue }
      let path = String(cells[0].dropFirst(2))
      var expected = Int(cells[2])
      if let correction = Self.corrections.first(where: { $0.path == path }) {
        expected = correction.count
      } else if path.hasPrefix("trafilatura-csv/") {
        // A row a file, over many lines; the lines were counted.
        expected = 1
      }
      var articles = 0
      do {
        try readRecords(from: InputFile(path: folder + "/" + path, size: nil)) { event in
          if event.article != nil { articles += 1 }
        }
      } catch is FormatError {}
      guard let expected else { continue }
      checked += 1
      #expect(articles == expected, "\(path)")
    }
    #expect(checked > 70)
  }

  /// The gold of AmCAT's own reader for the same export.
  @Test(.enabled(if: Evaluation.path("eval/unpack.sh") != nil))
  func headlinesDatesAndOutletsAreThoseOfAnotherReader() throws {
    let folder = try #require(Self.folder) + "/lexisnexis-txt/amcat_amcat__test"
    func articles(_ path: String) throws -> [ArticleDraft] {
      var found: [ArticleDraft] = []
      try readRecords(from: InputFile(path: path, size: nil)) { event in
        if let article = event.article { found.append(article) }
      }
      return found
    }
    let ours = try articles(folder + ".txt")
    let gold = try articles(folder + "_body_sols.json")
    #expect(ours.count == gold.count)
    let pairs = zip(ours, gold)
    // Theirs take the date of loading or a season where there is no day, and leave zones out.
    #expect(pairs.count { $0.date?.withoutTime == $1.date?.withoutTime } >= 21)
    #expect(pairs.count { $0.source == $1.source } >= 24)
  }
}
