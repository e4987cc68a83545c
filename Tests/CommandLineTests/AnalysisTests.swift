import TestSupport
import Testing

/// Concordance, counts, collocates, key words and facets from the command line.
struct AnalysisTests {
  private let folder = TemporaryFolder()

  init() {
    let result = Backfile.run(
      ["import", "-q", Evaluation.packageRoot + "/SampleData"], in: folder)
    #expect(result.code == 0, "\(result.errors)")
  }

  private func backfile(_ arguments: String...) -> ProcessResult {
    Backfile.run(arguments, in: folder)
  }

  @Test func aConcordanceIsShownUnderEachOther() {
    let kwic = backfile("kwic", "tariff* w/5 steel", "-n", "2")
    #expect(kwic.output.contains("»tariffs« on steel"))
    #expect(kwic.output.contains("1–2 of 10 hits in 3 articles"))
    let hits = kwic.output.split(separator: "\n").prefix(2).map { $0.prefix { $0 != "»" }.count }
    #expect(hits.count == 2 && hits[0] == hits[1])
  }

  @Test func aConcordanceIsATable() {
    let kwic = backfile("kwic", "strike", "--sort", "R1", "--csv", "--width", "2")
    let lines = kwic.output.split(separator: "\n")
    #expect(lines.first == "id,date,source,headline,left,match,right,part,offset")
    #expect(lines.count == 7)
    #expect(
      lines[1].hasSuffix(",ferries halted by,strike,,headline,25") || lines[1].contains(",strike,"))
    let drawn = backfile("kwic", "strike", "--sample", "3", "--seed", "4", "--jsonl")
    #expect(drawn.output.split(separator: "\n").count == 3)
    #expect(
      backfile("kwic", "strike", "--sample", "3", "--seed", "4", "--jsonl").output == drawn.output)
  }

  @Test func countsHaveARowForEveryPeriod() {
    let counts = backfile("count", "tariff*", "strike", "--by", "year", "--csv")
    #expect(
      counts.output == """
        query,year,articles,all_articles,per_1000_articles
        tariff*,2019,2,12,166.6667
        tariff*,2020,2,6,333.3333
        tariff*,2021,1,1,1000.0
        strike,2019,5,12,416.6667
        strike,2020,0,6,0.0
        strike,2021,0,1,0.0

        """)
    #expect(backfile("count", "ferry", "--csv").output.hasSuffix("\nferry,4,19,210.5263\n"))
    let words = backfile("count", "ferry", "--by", "source", "--per", "words", "--tsv")
    #expect(words.output.hasPrefix("query\tsource\thits\tall_words\tper_million_words\n"))
  }

  @Test func chartsAreDrawnInTheTerminalAndAsFiles() {
    let bars = backfile("count", "tariff*", "--by", "year", "--chart")
    #expect(bars.output.contains("2021 ████"))
    let chart = backfile(
      "count", "<script>alert(1)</script> OR tariff*", "strike", "--by", "month", "--chart",
      "trend.svg")
    #expect(chart.code == 0 && chart.output.isEmpty)
    let svg = String(decoding: bytes(ofFile: folder.path + "/trend.svg"), as: UTF8.self)
    #expect(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"))
    #expect(!svg.contains("<script") && svg.contains("&lt;script&gt;"))
    // There are months without an article: lines end there.
    #expect(svg.split(separator: "<polyline").count > 3 && svg.contains("<circle"))
    // What stands behind --chart is a query unless it names such a file.
    #expect(backfile("count", "--by", "year", "--chart", "strike").output.hasPrefix("strike"))
  }

  @Test func collocatesAndKeyWordsAreRanked() {
    let near = backfile("collocates", "tariff*", "--csv")
    #expect(
      near.output.hasPrefix(
        "word,count,expected,total,log_likelihood,mutual_information,log_dice\nnorland,6,"))
    let key = backfile("keyness", "strike", "--against", "date:2020", "--csv", "--sort", "log-odds")
    #expect(key.output.hasPrefix("word,count,articles,reference_count,per_million,"))
    #expect(key.output.contains(",log_likelihood,log_odds,z_score\n"))
    #expect(backfile("keyness", "strike").output.contains("strike"))
  }

  @Test func facetsAreOneTable() {
    let facets = backfile("facets", "strike", "--by", "source", "--by", "speaker", "--csv")
    #expect(
      facets.output.hasPrefix("field,value,articles,share\nsource,harbourwire.example,2,0.4\n"))
    #expect(facets.output.contains("\nspeaker,Julian Ashcombe,2,0.4\n"))
  }

  @Test(arguments: [
    ["kwic", "speaker:Dunmore"], ["kwic", "strike", "--sort", "sideways"],
    ["kwic", "strike", "--width", "-1"], ["count", "strike", "--by", "decade"],
    ["count", "headlin:strike"], ["facets", "--by", "colour"], ["keyness", "x", "--prior", "0"],
    ["collocates", "x", "--left", "-3"], ["export", "x"], ["export", "-o", "a", "--replay", "b"],
    ["export", "--replay", "a", "--for", "r"], ["export", "--replay", "a", "--no-text"],
    ["export", "--replay", "a", "--network", "gexf"], ["export", "--replay", "a", "--width", "3"],
    ["export", "--replay", "a", "--source", "x"], ["export", "--replay", "a", "--after", "2019"],
    ["export", "--replay", "a", "--before", "2019"],
  ])
  func whatCannotBeAskedIsSaid(arguments: [String]) {
    let result = Backfile.run(arguments, in: folder)
    #expect(result.code == 2 && !result.errors.isEmpty && result.output.isEmpty)
  }
}
