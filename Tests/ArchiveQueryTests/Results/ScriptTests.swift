import ArchiveStorage
import NewsModel
import Testing

@testable import ArchiveQuery

/// Articles in scripts and languages of other habits, found as their readers look for them.
struct ScriptTests {
  static let samples: [Sample] = [
    // 0
    Sample(
      headline: "港口谈判破裂",
      body: "港口工人周一宣布罢工。部长说，谈判将于五月恢复。\n\n工会代表表示，工资仍然太低。", language: "zh",
      quotes: [SampleQuote(text: "谈判将于五月恢复", speakers: ["部长"])]),
    // 1
    Sample(
      headline: "港湾労働者がスト", body: "港湾の労働者は月曜日にストライキを始めた。大臣は「交渉を続ける」と述べた。",
      language: "ja"),
    // 2
    Sample(
      headline: "إضراب في الميناء",
      body: "بدأ عمال الميناء إضرابا يوم الاثنين. وقال الوزير إن المفاوضات ستستمر.", language: "ar"),
    // 3
    Sample(
      headline: "คนงานท่าเรือหยุดงาน",
      body: "คนงานท่าเรือเริ่มหยุดงานเมื่อวันจันทร์ รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป",
      language: "th"),
    // 4
    Sample(
      headline: "Hafenstreik geht weiter",
      body:
        "Die Hafenarbeiter streiken seit Montag. Der Warnstreik trifft auch die Fährverbindungen."
        + " Über die Löhne wird verhandelt.", language: "de"),
    // 5
    Sample(
      headline: "Grève des dockers",
      body: "L'élection du délégué a précédé la grève. Les négociations n'ont pas abouti, dit-on à"
        + " l’hôtel de ville. Ça suffit !", language: "fr"),
    // 6
    Sample(
      headline: "Забастовка в порту",
      body: "Портовые рабочие начали забастовку в понедельник. Министр сообщил о переговорах.",
      language: "ru"),
    // 7
    Sample(
      headline: "항만 파업", body: "항만 노동자들이 월요일 파업을 시작했다. 장관은 협상을 계속한다고 말했다.", language: "ko"),
  ]

  static let file = Result { try SampleFile(samples) }
  let archive: SampleArchive

  init() throws { archive = try SampleArchive(Self.file.get()) }

  static let queries: [(query: String, found: [Int])] = [
    ("港口", [0]), ("谈判", [0]), ("罢工 谈判", [0]), ("口港", []), ("\"港口工人\"", [0]),
    ("谈*", [0]), ("headline:谈判", [0]), ("部长 w/5 谈判", [0]), ("部长 w/s 谈判", [0]),
    ("罢工 w/s 谈判", []), ("罢工 w/p 谈判", [0]), ("罢工 w/p 工资", []), ("lead:罢工", [0]),
    ("quote:恢复", [0]), ("quote:罢工", []), ("港口 OR ferry", [0]), ("中国", []),
    ("労働者", [1]), ("ストライキ", [1]), ("交渉", [1]), ("港湾 w/s 大臣", []), ("大臣 w/s 交渉", [1]),
    ("الميناء", [2]), ("المفاوضات", [2]), ("*مفاوضات", [2]), ("عمال w/s إضرابا", [2]),
    ("عمال w/s الوزير", []), ("~عامل OR ~إضراب", [2]),
    ("ท่าเรือ", [3]), ("หยุดงาน", [3]), ("รัฐมนตรี w/20 การเจรจา", [3]), ("เรือท่า", []),
    ("*streik", [4]), ("hafen*", [4]), ("~streik lang:de", [4]), ("fahrverbindungen", [4]),
    ("Fährverbindungen", [4]), ("~lohn lang:de", [4]), ("streik", []),
    ("election", [5]), ("élection", [5]), ("l'élection", [5]), ("L’ÉLECTION", [5]), ("grève", [5]),
    ("greve", [5]), ("hotel", [5]), ("ca", [5]), ("~négociation lang:fr", [5]),
    ("e\u{301}lection", [5]), ("grève w/s election", [5]), ("grève w/s négociations", []),
    ("забастовк*", [6]), ("~забастовка lang:ru", [6]), ("~переговоры lang:ru", [6]),
    ("МИНИСТР", [6]),
    ("파업*", [7]), ("협상을", [7]), ("협상*", [7]),
  ]

  @Test(arguments: queries)
  func isFound(_ item: (query: String, found: [Int])) throws {
    #expect(try archive.found(item.query) == item.found)
  }

  @Test(arguments: [
    ("部长 w/s 谈判", "港口工人周一宣布罢工。⟦部长⟧说，⟦谈判⟧将于五月恢复。 工会代表表示，工资仍然太低。"),
    ("~streik lang:de", nil),
    ("รัฐมนตรี", "คนงานท่าเรือเริ่มหยุดงานเมื่อวันจันทร์ ⟦รัฐมนตรี⟧กล่าวว่าการเจรจาจะดำเนินต่อไป"),
  ])
  func isMarked(query: String, marked: String?) throws {
    let hits = try ArticleSearch(Query(parsing: query), in: archive.reader).hits()
    let snippet = try #require(hits.first?.snippet)
    #expect(!snippet.marks.isEmpty || !(hits.first?.headline?.marks ?? []).isEmpty)
    guard let marked else { return }
    let text = snippet.pieces.map { $0.isMarked ? "⟦\($0.text)⟧" : String($0.text) }.joined()
    #expect(text == marked)
  }
}
