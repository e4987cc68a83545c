/// Finds the clause that names the speaker inside quote marks, and cuts the quote there:
/// `«Мы едем, — сказал он, — завтра»`, `« C'est tard, a dit le maire, mais possible »`,
/// `„Eine Klinik — meinte er — ist ja …“`.
struct Interruptions {
  let reading: Reading
  let paragraph: Range<Int>

  private var tokens: [Token] { reading.tokens }

  /// A clause that interrupts: the signs around it belong to neither part of the quote.
  private struct Clause {
    /// The first sign before the clause.
    var start: Int
    /// The last sign after it.
    var end: Int
  }

  /// The longest clause that is taken to name a speaker, in tokens.
  private static let longestClause = 16

  /// The parts of a quote that words of the writer interrupt; the quote itself where none do.
  ///
  /// English print closes its marks before such words, so there nothing is looked for.
  func parts(of region: QuotedRegion) -> [QuotedRegion] {
    let order = reading.pack.order
    guard order == .free || order == .verbSecond, region.inner.count > 5 else { return [region] }
    var parts: [QuotedRegion] = []
    var rest = region
    var at = region.open + 2
    while at < region.close - 1 {
      guard let clause = clause(at: at, before: region.close), clause.end + 1 < region.close else {
        at += 1
        continue
      }
      var part = rest
      part.close = clause.start
      part.hasClosingMark = false
      parts.append(part)
      rest.open = clause.end
      rest.continues = true
      at = clause.end + 2
    }
    return parts + [rest]
  }

  private func clause(at index: Int, before close: Int) -> Clause? {
    let (hasComma, hasDash, first) = opening(at: index)
    guard hasComma || hasDash, first + 1 < close else { return nil }
    guard let found = reading.attribution(after: first, limit: close, anyVerb: false),
      found.cue.lowerBound < found.subject.upperBound, found.subject.count < 9,
      found.cue.lowerBound - first < 3, tokens[found.cue.lowerBound].isA(.saying),
      hasDash || !tokens[found.cue.lowerBound].isA(.judging)
    else { return nil }
    var end = found.end
    while end < close, end - first < Self.longestClause {
      let token = tokens[end]
      switch token.kind {
      case .comma, .period, .question, .exclamation, .colon, .dash:
        return closing(at: end, before: close, needsDash: hasDash)
          .map { Clause(start: keepsSign(index) ? index + 1 : index, end: $0) }
      case .mark, .semicolon, .newline, .ellipsis: return nil
      default:
        if !hasDash, token.isWord, !token.isA([.adverb, .preposition, .determiner, .time]) {
          return nil
        }
      }
      end += 1
    }
    return nil
  }

  /// The signs that open a clause at a token, and the token after them.
  private func opening(at index: Int) -> (hasComma: Bool, hasDash: Bool, first: Int) {
    var at = index
    var hasComma = false
    switch tokens[at].kind {
    case .comma, .period, .question, .exclamation, .ellipsis:
      hasComma = tokens[at].kind == .comma
      at += 1
    case .dash: break
    default: return (false, false, at)
    }
    guard at < paragraph.upperBound, tokens[at].kind == .dash else { return (hasComma, false, at) }
    return (hasComma, true, at + 1)
  }

  /// Whether the sign before a clause is the speaker's: a comma is the writer's.
  private func keepsSign(_ index: Int) -> Bool {
    tokens[index].kind != .comma && tokens[index].kind.isTerminal
  }

  /// The last of the signs that close a clause.
  private func closing(at index: Int, before close: Int, needsDash: Bool) -> Int? {
    let isDash = tokens[index].kind == .dash
    let hasDashAfter = index + 1 < close && tokens[index + 1].kind == .dash
    if needsDash {
      guard isDash || hasDashAfter else { return nil }
      let dash = isDash ? index : index + 1
      // Spanish "—dijo Montes—, pero"
      let next = dash + 1
      let hasSign =
        next < close - 1 && (tokens[next].kind == .comma || tokens[next].kind == .period)
      return isDash && hasSign ? next : dash
    }
    return tokens[index].kind == .comma ? index : nil
  }
}
