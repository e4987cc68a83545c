/// Text of the article that a page's metadata hold: its title, its description, its body.
struct DeclaredText {
  private var title: [UInt32] = []
  private var description: Set<UInt64> = []
  private var body: Set<UInt64> = []

  /// A body that is shorter is a teaser.
  private static let leastBody = 200

  init(title: String?, _ meta: MetaElements, _ data: StructuredData) {
    if let title { self.title = Array(Set(Headline.words(Array(title.utf8).span))) }
    if let text = meta.first("og:description", "description") {
      description = Set(Self.runs(Headline.words(Array(text.utf8).span)))
    }
    if let text = data.article?.body, text.utf8.count > Self.leastBody {
      body = Set(Self.runs(Headline.words(Array(resolvedReferences(text).utf8).span)))
    }
  }

  /// How much of a block is compared, in bytes: the first sentence or two are enough.
  private static let bytesCompared = 300

  /// Hashes of all runs of three words.
  private static func runs(_ words: [UInt32]) -> [UInt64] {
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for start in 0..<max(0, words.count - 2) {
      let pair = UInt64(words[start]) &* 31 &+ UInt64(words[start + 1])
      runs.append(pair &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(words[start + 2]))
    }
    return runs
  }

  /// Writes how much of the title a block has, how much of the block the title, the body and the
  /// description have; -1 where the page does not say.
  func append(_ page: PageBlocks, _ block: ContentBlock, to values: inout [Float]) {
    let start = block.text.prefix(Self.bytesCompared)
    let words = Headline.words(page.text.span.extracting(start))
    if title.isEmpty {
      values += [-1, 0]
    } else {
      let found = title.count { words.contains($0) }
      values.append(Float(found) / Float(title.count))
      values.append(words.isEmpty ? 0 : Float(found) / Float(words.count))
    }
    let runs = body.isEmpty && description.isEmpty ? [] : Self.runs(words)
    for text in [body, description] {
      if text.isEmpty {
        values.append(-1)
      } else if runs.isEmpty {
        values.append(-0.5)
      } else {
        values.append(Float(runs.count { text.contains($0) }) / Float(runs.count))
      }
    }
  }
}
