/// A long paragraph, which may be a whole article: some dumps have one paragraph an article.
/// Boilerplate is cut off its ends, sentence by sentence.
struct FusedParagraph {
  /// A paragraph of fewer bytes than this is no article fused into one paragraph.
  private static let fusedSize = 600
  /// How many sentences boilerplate at an end of a fused paragraph can have.
  private static let sentencesCut = 6

  /// The sentences of a paragraph, when it is long enough to be a fused article; else none.
  struct Sentences {
    var all: [Range<Int>]

    /// Those that may be cut off.
    var ends: [Range<Int>] {
      guard all.count > 2 * sentencesCut else { return all }
      return Array(all.prefix(sentencesCut) + all.suffix(sentencesCut))
    }
  }

  static func sentences(of range: Range<Int>, in bytes: [UInt8]) -> Sentences {
    guard range.count >= fusedSize else { return Sentences(all: []) }
    let sentences = bytes.sentences(in: range)
    return Sentences(all: sentences.count >= 5 ? sentences : [])
  }

  private let sentences: [Range<Int>]
  /// What those at the ends show.
  let ends: [JudgedParagraph]

  /// Reads the ends of a paragraph; nil where it is no fused article.
  init?(_ bytes: [UInt8], _ range: Range<Int>, _ reader: inout ParagraphReader) {
    let sentences = Self.sentences(of: range, in: bytes)
    guard !sentences.all.isEmpty else { return nil }
    self.sentences = sentences.all
    var ends: [JudgedParagraph] = []
    for sentence in sentences.ends { ends.append(reader.sentence(bytes, sentence)) }
    self.ends = ends
  }

  /// Cuts boilerplate off both ends; the middle, which has no verdict, is never empty.
  func pieces(_ verdict: (JudgedParagraph) -> BoilerplateVerdict?) -> [ArticleSplitter.Piece] {
    var head: [ArticleSplitter.Piece] = []
    while head.count < Self.sentencesCut, head.count < sentences.count - 1,
      let verdict = verdict(ends[head.count])
    {
      head.append(.init(range: sentences[head.count], verdict: verdict))
    }
    var tail: [ArticleSplitter.Piece] = []
    while tail.count < Self.sentencesCut, head.count + tail.count < sentences.count - 1,
      let verdict = verdict(ends[ends.count - 1 - tail.count])
    {
      tail.append(.init(range: sentences[sentences.count - 1 - tail.count], verdict: verdict))
    }
    let start = sentences[head.count].lowerBound
    let end = sentences[sentences.count - 1 - tail.count].upperBound
    return head + [.init(range: start..<end)] + tail.reversed()
  }
}
