/// A stretch of text between a pair of quote marks.
struct QuotedRegion {
  /// Token of the opening mark. A dash quote has its dash.
  var open: Int
  /// Token of the closing mark; where the quote is left open, the token after the paragraph.
  var close: Int
  /// Whether no mark closes it: the quote goes on in the next paragraph, or the mark was forgotten.
  var isOpenEnded = false
  /// Whether `close` is a mark. After a dash quote it is whatever follows.
  var hasClosingMark = true
  /// Whether it is the rest of the quote before it, which words of the writer interrupt.
  var continues = false

  var inner: Range<Int> { open + 1..<close }
  /// The token after the quote and its mark.
  var end: Int { hasClosingMark ? close + 1 : close }
}

/// Pairs the quote marks of one paragraph.
///
/// A stack of open marks, and three rules: a sign closes the innermost mark it can close, dropping
/// unclosed ones in between; else it opens if it can; else it is an apostrophe. A mark never closed
/// is forgotten together with its place on the stack, so that it cannot spoil what follows.
struct MarkPairing {
  let reading: Reading
  let paragraph: Range<Int>

  private var tokens: [Token] { reading.tokens }
  private var pack: LanguagePack { reading.pack }

  private struct OpenMark {
    var token: Int
    var mark: QuoteMark
  }

  /// The outermost pairs of the paragraph, in order.
  ///
  /// `nextOpens` says whether the next paragraph begins with an opening mark, as when a quote runs
  /// over several paragraphs.
  func regions(nextOpens: Bool) -> [QuotedRegion] {
    var stack: [OpenMark] = []
    var pairs: [QuotedRegion] = []
    for index in paragraph where tokens[index].kind == .mark {
      let mark = tokens[index].mark
      if let depth = closable(by: mark, at: index, in: stack) {
        if index > stack[depth].token + 1 {
          pairs.append(QuotedRegion(open: stack[depth].token, close: index))
        }
        stack.removeSubrange(depth...)
      } else if canOpen(mark, at: index) {
        // A second opening sign of the same kind: the first one was never closed, or they nest.
        if let same = stack.lastIndex(where: { $0.mark == mark }), mark != .low,
          !nests(index, in: stack[same].token)
        {
          stack.removeSubrange(same...)
        }
        stack.append(OpenMark(token: index, mark: mark))
      }
    }
    if let left = stack.first, let inner = pairs.last, left.token < inner.open,
      nests(inner.open, in: left.token)
    {
      // `«…, „…»`: one sign closes both.
      pairs.append(QuotedRegion(open: left.token, close: inner.close))
    } else if let left = stack.first, isWorthLeavingOpen(left, nextOpens: nextOpens) {
      let end = nextOpens ? paragraph.upperBound : endOfUnclosed(from: left.token)
      pairs.append(
        QuotedRegion(open: left.token, close: end, isOpenEnded: true, hasClosingMark: false))
    }
    return outermost(pairs)
  }

  /// Whether the first token of a paragraph opens a quote.
  var begins: Bool {
    guard let first = paragraph.first, tokens[first].kind == .mark else { return false }
    return canOpen(tokens[first].mark, at: first)
  }

  private func isWorthLeavingOpen(_ left: OpenMark, nextOpens: Bool) -> Bool {
    if left.mark.isSingle { return false }
    if left.token + 1 >= paragraph.upperBound { return false }
    if spaceAfter(left.token), left.mark != .guillemetLeft { return false }
    if nextOpens || left.token == paragraph.lowerBound { return true }
    switch tokens[left.token - 1].kind {
    case .colon, .comma: return true
    default: return false
    }
  }

  /// Where a quote whose closing mark was lost is taken to end: with the paragraph if that is near,
  /// else with the sentence, since some dumps have one paragraph an article.
  private func endOfUnclosed(from open: Int) -> Int {
    if paragraph.upperBound - open < 120 { return paragraph.upperBound }
    for index in open + 6..<paragraph.upperBound - 1
    where tokens[index].kind.isTerminal && tokens[index + 1].isCapitalised {
      return index + 1
    }
    return paragraph.upperBound
  }

  /// Whether a second opening sign is a quote within the quote that another one of its kind opens, as
  /// in Russian «…«…»…»: no sentence ends in between. Straight marks nest where two close at once.
  private func nests(_ second: Int, in first: Int) -> Bool {
    switch tokens[second].mark {
    case .guillemetLeft where !pack.opensWithRightGuillemet, .cornerLeft: break
    case .straight where closesTwice(after: second): break
    default: return false
    }
    return second - first < 80 && second > first + 1
      && !(first + 1..<second).contains { tokens[$0].kind.isTerminal }
  }

  private func closesTwice(after index: Int) -> Bool {
    let limit = min(paragraph.upperBound, index + 40) - 1
    return index + 1 < limit
      && (index + 1..<limit).contains { at in
        tokens[at].mark == .straight && tokens[at + 1].mark == .straight
          && tokens[at].end == tokens[at + 1].start
      }
  }

  private func outermost(_ pairs: [QuotedRegion]) -> [QuotedRegion] {
    var result: [QuotedRegion] = []
    for pair in pairs.sorted(by: { $0.open < $1.open }) {
      if let last = result.last, pair.open < last.close { continue }
      result.append(pair)
    }
    return result
  }

  // MARK: What a sign can do where it stands

  private func spaceBefore(_ index: Int) -> Bool {
    index == paragraph.lowerBound || tokens[index - 1].end < tokens[index].start
  }

  private func spaceAfter(_ index: Int) -> Bool {
    index + 1 >= paragraph.upperBound || tokens[index].end < tokens[index + 1].start
  }

  /// Whether nothing that could be quoted touches the sign on the left.
  private func isFreeOnLeft(_ index: Int) -> Bool {
    if spaceBefore(index) { return true }
    switch tokens[index - 1].kind {
    case .openBracket, .dash, .colon, .mark, .other: return true
    default: return false
    }
  }

  private func isFreeOnRight(_ index: Int) -> Bool {
    if spaceAfter(index) { return true }
    switch tokens[index + 1].kind {
    case .word, .number, .other: return false
    default: return true
    }
  }

  private func canOpen(_ mark: QuoteMark, at index: Int) -> Bool {
    if index + 1 >= paragraph.upperBound { return false }
    switch mark {
    case .none: return false
    case .low, .cornerLeft, .singleLow: return true
    case .highLeft: return !spaceAfter(index) || isFreeOnLeft(index)
    case .doubledBacktick: return true
    case .straight, .doubledSingle:
      return isFreeOnLeft(index)
        && !(spaceAfter(index) && spaceBefore(index) && index > paragraph.lowerBound)
    case .highRight: return isFreeOnLeft(index) && !spaceAfter(index)
    case .singleLeft, .straightSingle:
      return isFreeOnLeft(index) && !spaceAfter(index) && closesLater(index)
    case .guillemetLeft, .singleGuillemetLeft:
      return !pack.opensWithRightGuillemet || isFreeOnLeft(index)
    case .guillemetRight, .singleGuillemetRight:
      return isFreeOnLeft(index) && !spaceAfter(index)
    case .singleRight, .cornerRight: return false
    }
  }

  /// Depth of the innermost open mark that a sign closes, if any.
  private func closable(by mark: QuoteMark, at index: Int, in stack: [OpenMark]) -> Int? {
    guard canClose(mark, at: index) || closesByElimination(mark, at: index, in: stack) else {
      return nil
    }
    return stack.lastIndex { closes(mark, $0.mark) }
  }

  /// Old print is scanned as `„Das ist wahr. "Aber`: where „ opens, " after a full stop closes.
  private func closesByElimination(_ mark: QuoteMark, at index: Int, in stack: [OpenMark]) -> Bool {
    mark == .straight && stack.last?.mark == .low && index > paragraph.lowerBound
      && tokens[index - 1].kind.isTerminal
  }

  private func canClose(_ mark: QuoteMark, at index: Int) -> Bool {
    switch mark {
    case .none, .low, .singleLow, .cornerLeft, .doubledBacktick: false
    case .cornerRight, .highRight: true
    case .straight, .doubledSingle: !spaceBefore(index) || spaceAfter(index)
    case .straightSingle, .singleRight: !spaceBefore(index) && isFreeOnRight(index)
    case .highLeft, .singleLeft: !spaceBefore(index) || spaceAfter(index)
    case .guillemetLeft, .guillemetRight, .singleGuillemetLeft, .singleGuillemetRight: true
    }
  }

  private func closes(_ mark: QuoteMark, _ opening: QuoteMark) -> Bool {
    switch opening {
    case .straight: mark == .straight || mark == .highRight
    case .doubledSingle: mark == .doubledSingle || mark == .straight
    case .doubledBacktick: mark == .doubledSingle || mark == .straight
    case .highLeft: mark == .highRight || mark == .straight
    case .highRight: mark == .highRight
    case .low:
      mark == .highLeft || mark == .highRight || mark == .straight || mark == .doubledSingle
    case .singleLeft: mark == .singleRight || mark == .straightSingle
    case .straightSingle: mark == .straightSingle || mark == .singleRight
    case .singleLow: mark == .singleLeft || mark == .singleRight || mark == .straightSingle
    case .guillemetLeft: mark == .guillemetRight
    case .guillemetRight: mark == .guillemetLeft || mark == .guillemetRight
    case .singleGuillemetLeft: mark == .singleGuillemetRight
    case .singleGuillemetRight: mark == .singleGuillemetLeft
    case .cornerLeft: mark == .cornerRight
    case .none, .singleRight, .cornerRight: false
    }
  }

  /// An opening single mark needs its partner, else it is the apostrophe of "’em" or "'90s".
  private func closesLater(_ index: Int) -> Bool {
    // Nobody quotes 300 words in single marks; and the search must not be quadratic.
    for later in index + 1..<min(paragraph.upperBound, index + 300)
    where tokens[later].kind == .mark
      && (tokens[later].mark == .singleRight || tokens[later].mark == .straightSingle)
      && !spaceBefore(later) && isFreeOnRight(later) && later > index + 1
    {
      return true
    }
    return false
  }
}
