internal import ArchiveQuery

/// An article's body in the pieces in which it is shown. All places are code points, as the archive has
/// them.
struct ArticleText {
  /// A stretch of text with one meaning.
  struct Run: Equatable {
    let text: String
    /// What it is of the quote that it belongs to.
    let role: Role
    let isMarked: Bool
  }

  /// What a stretch of text is for a quote.
  enum Role: Hashable {
    case plain
    /// Inside of a quote, by its index.
    case quote(Int)
    /// How the speaker of a quote is named.
    case speaker(Int)
    /// The reporting word of a quote.
    case cue(Int)
  }

  /// What stands one below the other.
  enum Part: Equatable {
    case paragraph([Run])
    /// A block of boilerplate, by its index.
    case block(Int)
  }

  private let scalars: [Unicode.Scalar]
  private let quotes: [StoredArticle.Quote]
  private let blocks: [StoredArticle.Block]
  /// What each code point is.
  private var roles: [Role]
  private var isMarked: [Bool]

  /// The text of an article; the marks are byte offsets into its body.
  init(_ article: StoredArticle, marks: [Range<Int>] = []) {
    scalars = Array(article.body.unicodeScalars)
    (quotes, blocks) = (article.quotes, article.boilerplate)
    roles = [Role](repeating: .plain, count: scalars.count)
    isMarked = [Bool](repeating: false, count: scalars.count)
    placeQuotes()
    placeSpeakers()
    place(marks)
  }

  /// Whether there is nothing else to be read.
  var isAllBoilerplate: Bool { scalars.allSatisfy { $0 == "\n" || $0 == " " } }

  // MARK: Places

  private func range(_ start: Int, _ length: Int) -> Range<Int> {
    let start = min(max(0, start), scalars.count)
    return start..<min(scalars.count, start + min(max(0, length), scalars.count))
  }

  private mutating func placeQuotes() {
    // Shorter ones stand inside of longer ones.
    for (index, quote) in quotes.enumerated().sorted(by: { $1.element.length < $0.element.length })
    {
      for place in range(quote.start, quote.length) { roles[place] = .quote(index) }
    }
  }

  private mutating func placeSpeakers() {
    for (index, quote) in quotes.enumerated() {
      if let text = quote.speakerText, let start = quote.speakerStart {
        set(.speaker(index), in: range(start, text.unicodeScalars.count))
      }
      if let cue = quote.cue, let place = self.place(ofCue: cue, quote) {
        set(.cue(index), in: place)
      }
    }
  }

  private mutating func set(_ role: Role, in range: Range<Int>) {
    for place in range {
      // A name inside of another quote belongs to that one.
      if case .quote = roles[place] { continue }
      roles[place] = role
    }
  }

  private mutating func place(_ marks: [Range<Int>]) {
    var (offset, next) = (0, 0)
    for (place, scalar) in scalars.enumerated() {
      while next < marks.count, marks[next].upperBound <= offset { next += 1 }
      guard next < marks.count else { return }
      isMarked[place] = marks[next].contains(offset)
      offset += UTF8.width(scalar)
    }
  }

  /// So far from its quote a reporting word is looked for.
  private static let reach = 400

  /// Where a quote's reporting word stands: the nearest to the quote in its paragraph.
  private func place(ofCue cue: String, _ quote: StoredArticle.Quote) -> Range<Int>? {
    let word = Array(cue.lowercased().unicodeScalars)
    let quoted = range(quote.start, quote.length)
    guard !word.isEmpty else { return nil }
    var lower = quoted.lowerBound
    while lower > 0, quoted.lowerBound - lower < Self.reach, scalars[lower - 1] != "\n" {
      lower -= 1
    }
    var upper = quoted.upperBound
    while upper < scalars.count, upper - quoted.upperBound < Self.reach, scalars[upper] != "\n" {
      upper += 1
    }
    var best: (range: Range<Int>, distance: Int)?
    for start in lower..<max(lower, upper - word.count + 1) {
      let range = start..<start + word.count
      guard !range.overlaps(quoted), matches(word, at: start) else { continue }
      let distance =
        start < quoted.lowerBound ? quoted.lowerBound - range.upperBound : start - quoted.upperBound
      if distance < best?.distance ?? .max { best = (range, distance) }
    }
    return best?.range
  }

  private func matches(_ word: [Unicode.Scalar], at start: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      scalars.indices.contains(place) && scalars[place].properties.isAlphabetic
    }
    guard !isLetter(start - 1), !isLetter(start + word.count) else { return false }
    return word.indices.allSatisfy { index in
      let scalar = scalars[start + index]
      return scalar == word[index]
        || scalar.properties.lowercaseMapping.unicodeScalars.elementsEqual([word[index]])
    }
  }

  // MARK: Parts

  /// Paragraphs and blocks of boilerplate in their order.
  var parts: [Part] {
    var parts: [Part] = []
    var next = 0
    func addBlocks(before place: Int) {
      while next < blocks.count, blocks[next].start <= place {
        parts.append(.block(next))
        next += 1
      }
    }
    var start = 0
    while start < scalars.count {
      if scalars[start] == "\n" {
        start += 1
        continue
      }
      addBlocks(before: start)
      var end = start
      while end < scalars.count, scalars[end] != "\n" {
        // Where an article is one paragraph, blocks stand in the middle of it.
        if end > start, next < blocks.count, blocks[next].start == end { break }
        end += 1
      }
      let runs = runs(in: start..<end)
      if !runs.isEmpty { parts.append(.paragraph(runs)) }
      start = end
    }
    addBlocks(before: .max)
    return parts
  }

  private func runs(in range: Range<Int>) -> [Run] {
    var runs: [Run] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, roles[end] == roles[start], isMarked[end] == isMarked[start] {
        end += 1
      }
      let text = String(String.UnicodeScalarView(scalars[start..<end]))
      runs.append(Run(text: text, role: roles[start], isMarked: isMarked[start]))
      start = end
    }
    let isEmpty = runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
    return isEmpty ? [] : runs
  }
}
