public import NewsModel
internal import NewsText

/// A hit of a query in its context.
public struct ConcordanceLine: Sendable, Equatable {
  /// Where in an article a hit can stand.
  public enum Part: String, Sendable {
    case body, headline
  }

  /// The article's id.
  public let id: ArticleID
  /// When it was published.
  public let date: PartialDate?
  /// The outlet.
  public let source: String?
  /// The article's headline.
  public let headline: String?
  /// The words before the hit, on one line.
  public let left: String
  /// What was found, on one line.
  public let match: String
  /// The words behind the hit, on one line.
  public let right: String
  /// Where it stands.
  public let part: Part
  /// Where the hit begins in body or headline, in code points from 0.
  public let offset: Int
}

/// The lines of one article.
struct ConcordanceLines {
  private let text: HitText
  private let width: Int
  private let bytes: [[UInt8]]
  private let offsets: [CodePointOffsets]

  init(_ text: HitText, width: Int) {
    (self.text, self.width) = (text, width)
    bytes = text.columns.map { Array($0.text.utf8) }
    offsets = text.columns.map { CodePointOffsets($0.text) }
  }

  /// The line of a hit, by its place among those of the article; nil where there is none.
  func line(_ place: Int) -> ConcordanceLine? {
    guard text.hits.indices.contains(place) else { return nil }
    let hit = text.hits[place]
    let (ranges, bytes) = (text.columns[hit.column].ranges, bytes[hit.column])
    guard let match = range(of: hit) else { return nil }
    let (first, last) = (
      hit.tokens.lowerBound - width, hit.tokens.upperBound + width
    )
    let start = first <= 0 ? 0 : bytes.wordStart(ranges[first].lowerBound)
    let end = last >= ranges.count ? bytes.count : bytes.wordEnd(ranges[last - 1].upperBound)
    return ConcordanceLine(
      id: text.id, date: text.date, source: text.source, headline: text.headline,
      left: oneLine(bytes[min(start, match.lowerBound)..<match.lowerBound]),
      match: oneLine(bytes[match]),
      right: oneLine(bytes[match.upperBound..<max(end, match.upperBound)]),
      part: hit.column == 0 ? .body : .headline,
      offset: offsets[hit.column].codePoint(atByte: match.lowerBound))
  }

  private func range(of hit: Place) -> Range<Int>? {
    let ranges = text.columns[hit.column].ranges
    guard hit.tokens.lowerBound < hit.tokens.upperBound, hit.tokens.upperBound <= ranges.count
    else { return nil }
    return ranges[hit.tokens.lowerBound].lowerBound..<ranges[hit.tokens.upperBound - 1].upperBound
  }

  private func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    var line = OneLine()
    line.append(bytes)
    line.trimEnd()
    return String(decoding: line.bytes, as: UTF8.self)
  }
}
