import NewsText
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    ("", 0), ("   ", 0), ("one", 1), ("one two\nthree", 3), ("don't stop", 2), ("don’t stop", 2),
    ("the U.S. said", 3), ("1,000 red,white", 3), ("'quoted' words", 2), ("well-known", 2),
    ("Größe élan Київ", 3), ("end.Next", 1), ("— – …", 0), ("新闻 news", 3), ("5G网络", 3),
    ("ข่าว", 3), ("조선일보 기사", 2), ("ends with’", 2),
  ]) func counts(text: String, words: Int) {
    #expect(countWords(in: text) == words)
    // Eight bytes are looked at at a time: each place in them has to be right.
    for shift in 0..<9 {
      let before = String(repeating: " ", count: shift)
      #expect(countWords(in: before + text) == words)
      #expect(countWords(in: before + text + " and the twelve others") == words + 4)
    }
  }

  @Test(arguments: [
    ("plain words", nil), ("„Größe“ — ‘élan’ …", nil), ("Київ", nil), ("조선일보", nil),
    ("新闻", "新 闻"), ("在2019年", "在 2019 年"), ("news 新闻 news", "news 新 闻 news"),
    ("中国。", "中 国 。"), ("ニュース速報", "ニ ュ ー ス 速 報"),
  ]) func segments(text: String, expected: String?) {
    #expect(segmentedForIndex(text) == expected)
  }

  @Test func thaiVowelSignsStayWithTheirLetter() {
    #expect(segmentedForIndex("น้ำ") == "น้ ำ")
    #expect(searchCharacters(ofWord: "น้ำ") == ["น", "ำ"])
  }

  @Test(arguments: [
    ("word", nil), ("新闻", ["新", "闻"]), ("5G网络", ["5G", "网", "络"]), ("조선", nil),
  ]) func mapsQueryWords(word: String, characters: [String]?) {
    #expect(searchCharacters(ofWord: word) == characters)
  }
}
