import ArchiveStorage
import TestSupport
import Testing

/// What the tokenizer says is what an FTS5 table has.
struct TokenizerTests {
  @Test(arguments: [
    "Plain words, 12 of them; it's U.S. policy", "“Quoted,” she said—then left… naïve Straße",
    "e\u{301}te\u{301} a\u{300}b x\u{20AC}y ČESKÝ Ελλάδα İstanbul", "中国 新聞x abc中def 🙂smile🙂",
    "tab\tnull\u{0}end \u{7F}del \u{AD}soft\u{AD}hyphen", "", "  ", "\u{301}begins with a mark",
    String(repeating: "long", count: 80), String(repeating: "x", count: 30_000) + " after",
    String(repeating: "ü", count: 300) + "z",
  ])
  func cutsWordsAsATableDoes(text: String) throws {
    let folder = TemporaryFolder()
    let connection = try Connection(path: folder.file("t.db"), mode: .create)
    try connection.execute(
      """
      CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, f, instance);
      """)
    try connection.run("INSERT INTO f (rowid, t) VALUES (1, ?1)", [.text(text)])
    let expected = try connection.rows("SELECT term FROM v ORDER BY offset") { $0.text(0) }
    let tokenizer = try Tokenizer(connection)
    #expect(tokenizer.tokens(of: text) == expected)
    // Each stands where it says: cut again alone it is the same.
    let bytes = Array(text.utf8)
    tokenizer.forEachToken(of: text) { token, range in
      let word = String(decoding: bytes[range], as: UTF8.self)
      let folded = String(decoding: token, as: UTF8.self)
      #expect(folded.count > 1000 || (try? Tokenizer(connection).tokens(of: word)) == [folded])
    }
  }

  /// Letters, digits, marks, signs and characters of all lengths, at every place of eight bytes.
  @Test func startsAreWhereTokensBegin() throws {
    let tokenizer = try Tokenizer(Connection(path: ":memory:", mode: .create))
    let pieces = [
      "a", "Z", "9", "@", "[", "`", "{", "/", ":", " ", "\n", "\u{7F}", "\u{0}", "é", "e\u{301}",
      "—",
      "“", "中", "รั", "🙂", "word", "It's", "\u{A0}", "\u{301}", "ß", "İ",
    ]
    var state: UInt64 = 7
    for round in 0..<400 {
      var text = ""
      for _ in 0..<(round.isMultiple(of: 8) ? 900 : 30) {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      var starts: [Int] = []
      tokenizer.forEachToken(of: text) { starts.append($1.lowerBound) }
      var found = TokenStarts(in: Array(text.utf8), tokenizer)
      // In any order, the last one first, too.
      var order = Array(starts.indices)
      if !round.isMultiple(of: 3) {
        for place in order.indices {
          state = state &* 6_364_136_223_846_793_005 &+ 1
          order.swapAt(place, Int(state >> 33) % order.count)
        }
      }
      for token in order {
        #expect(found.start(of: token) == starts[token], "\(text.debugDescription), \(token)")
      }
      #expect(found.start(of: starts.count) == nil && found.start(of: -1) == nil)
    }
  }
}
