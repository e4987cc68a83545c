/// The postings of many words that one phrase stands for, by their articles.
///
/// Of thousands of words, most stand in few articles: which words each article has is found out once for
/// all, when the first is asked.
final class ManyPostings {
  private let words: [WordPostings]
  /// All articles that have one of the words, ascending.
  private let numbers: [UInt32]

  /// A word, and where in its postings an article stands.
  private struct Entry {
    let word: UInt32
    let index: UInt32
  }

  private lazy var byArticle = entriesByArticle()

  init(_ words: [WordPostings], numbers: [UInt32]) { (self.words, self.numbers) = (words, numbers) }

  /// Calls the closure with each place of each word in the article at an index, column << 32 | position,
  /// until it returns false.
  func forEachPlace(at index: Int, _ body: (UInt64) -> Bool) {
    let (entries, starts) = byArticle
    for entry in entries[starts[index]..<starts[index + 1]] {
      words[Int(entry.word)].forEachPlace(at: Int(entry.index), body)
    }
  }

  private func entriesByArticle() -> (entries: [Entry], starts: [Int]) {
    var next = [Int](repeating: 0, count: numbers.count + 1)
    for word in words {
      numbers.forEachShared(with: word.numbers) { article, _ in next[article + 1] += 1 }
    }
    for article in numbers.indices { next[article + 1] += next[article] }
    let starts = next
    var entries = [Entry](repeating: Entry(word: 0, index: 0), count: starts[numbers.count])
    for (number, word) in words.enumerated() {
      numbers.forEachShared(with: word.numbers) { article, index in
        entries[next[article]] = Entry(word: UInt32(number), index: UInt32(index))
        next[article] += 1
      }
    }
    return (entries, starts)
  }
}
