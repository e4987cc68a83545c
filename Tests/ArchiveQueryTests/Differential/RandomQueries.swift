import NewsModel
import NewsText
import TestSupport

@testable import ArchiveQuery

/// Queries of every construct, nested, over the words of ``RandomNews`` or of other articles.
struct RandomQueries {
  var random: SeededGenerator
  let words: [String]
  /// Whether articles have the facts of ``RandomNews``.
  var hasFacts = true
  /// One condition on a quote a query: two of them would be about one quote.
  private var hasQuote = false

  init(random: SeededGenerator, words: [String], hasFacts: Bool = true) {
    (self.random, self.words, self.hasFacts) = (random, words, hasFacts)
  }

  mutating func next() -> ReferenceQuery {
    hasQuote = false
    return query(depth: Int.random(in: 0...3, using: &random))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func one<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }

  private mutating func some(_ make: (inout RandomQueries) -> ReferenceQuery) -> [ReferenceQuery] {
    (0..<number(2...3)).map { _ in make(&self) }
  }

  /// A query about articles.
  private mutating func query(depth: Int) -> ReferenceQuery {
    guard depth > 0 else { return number(0...4) == 0 ? condition() : text(depth: number(0...2)) }
    switch number(0...6) {
    case 0, 1: return .and(some { $0.query(depth: depth - 1) })
    case 2, 3: return .or(some { $0.query(depth: depth - 1) })
    case 4: return .and([query(depth: depth - 1), .not(query(depth: depth - 1))])
    case 5: return .not(query(depth: depth - 1))
    default: return text(depth: 2)
    }
  }

  /// A query about words in headline and body, or in one of them.
  private mutating func text(depth: Int) -> ReferenceQuery {
    switch number(0...7) {
    case 0: .headline(words(depth: depth))
    case 1: .lead(words(depth: depth))
    default: words(depth: depth)
    }
  }

  /// A query about words alone.
  private mutating func words(depth: Int) -> ReferenceQuery {
    guard depth > 0 else { return place(depth: 0) }
    switch number(0...5) {
    case 0: return .and(some { $0.words(depth: depth - 1) })
    case 1: return .or(some { $0.words(depth: depth - 1) })
    case 2: return .and([words(depth: depth - 1), .not(words(depth: depth - 1))])
    default: return place(depth: depth)
    }
  }

  /// What has places: what may stand near something.
  private mutating func place(depth: Int) -> ReferenceQuery {
    guard depth > 0 else { return term(isPlain: false) }
    switch number(0...9) {
    case 0: return .or(some { $0.place(depth: depth - 1) })
    case 1: return .atLeastIfOutside(number(1...4), place(depth: depth - 1), isOutside: depth > 1)
    case 2: return .caps(plainPlace(depth: depth - 1))
    case 3: return window()
    case 4...8:
      let links = (0..<number(1...2)).map { _ in
        ReferenceQuery.Link(
          reach: one([
            .words(number(1...9)), .words(number(1...9)), .sentence, .paragraph,
          ]), isOrdered: number(0...2) == 0, isNegated: number(0...4) == 0,
          operand: operand(depth: depth - 1))
      }
      return .near(operand(depth: depth - 1), links)
    default: return term(isPlain: false)
    }
  }

  /// Words, beginnings and patterns of words near each other. Often two of them find the same word.
  private mutating func window() -> ReferenceQuery {
    let favourite = word()
    let words = (0..<number(3...4)).map { _ -> ReferenceQuery.Word in
      let word = number(0...2) == 0 ? favourite : self.word()
      let small = word.lowercased()
      guard small.count > 2, small.utf8.allSatisfy({ (97...122).contains($0) }) else {
        return .exact(word)
      }
      switch number(0...7) {
      case 0, 1: return .prefix(String(small.prefix(number(1...3))))
      case 2, 3: return .pattern("*" + small.suffix(number(1...3)))
      case 4: return .inflections(small)
      case 5: return .fuzzy(small, 1)
      default: return .exact(word)
      }
    }
    return .window(words, number(1...9))
  }

  /// What may be inside of `caps()`.
  private mutating func plainPlace(depth: Int) -> ReferenceQuery {
    guard depth > 0 else { return term(isPlain: true) }
    return number(0...1) == 0
      ? .or(some { $0.term(isPlain: true) })
      : .near(
        term(isPlain: true),
        [
          .init(
            reach: .words(number(1...5)), isOrdered: false, isNegated: false,
            operand: term(isPlain: true))
        ])
  }

  private mutating func operand(depth: Int) -> ReferenceQuery {
    while true {
      let place = place(depth: depth)
      if case .atLeast = place { continue }
      return place
    }
  }

  private mutating func word() -> String { one(words) }

  private mutating func term(isPlain: Bool) -> ReferenceQuery {
    let word = word()
    let small = word.lowercased()
    let isASCII = small.utf8.allSatisfy { (97...122).contains($0) }
    switch number(0...(isPlain || !isASCII ? 5 : 10)) {
    case 0: return .phrase([word, self.word()], isTruncated: false)
    case 1 where isASCII: return .phrase([word, String(small.prefix(2))], isTruncated: true)
    case 2 where word.count > 2 && isASCII:
      return .word(.prefix(String(word.prefix(number(1...3)))))
    case 6, 7: return pattern(small)
    case 8: return .word(.inflections(small))
    case 9, 10: return .word(.fuzzy(small, number(1...2)))
    default: return .word(.exact(word))
    }
  }

  private mutating func pattern(_ word: String) -> ReferenceQuery {
    let place = number(0...word.count - 1)
    let (head, tail) = (String(word.prefix(place)), String(word.dropFirst(place)))
    let pattern: String =
      switch number(0...3) {
      case 0: "*" + word.suffix(4)
      case 1 where word.count > 1: head + "?" + tail.dropFirst()
      case 2: head + "*" + tail.suffix(2)
      default: "*" + word.prefix(4).suffix(3) + "*"
      }
    // One without letters is no word.
    guard pattern.contains(where: \.isLetter), pattern.contains(where: { $0 == "*" || $0 == "?" })
    else { return .word(.exact(word)) }
    // At the end of a word, `?` is punctuation.
    return pattern.hasSuffix("?") && !pattern.contains("*")
      ? .word(.exact(word)) : .word(.pattern(pattern))
  }
}

extension ReferenceQuery {
  /// Counting is no operand of anything but a boolean.
  fileprivate static func atLeastIfOutside(
    _ count: Int, _ part: ReferenceQuery, isOutside: Bool
  ) -> ReferenceQuery {
    if case .atLeast = part { return part }
    return .atLeast(count, part)
  }
}

// MARK: Conditions that are not about the article's words

extension RandomQueries {
  private mutating func condition() -> ReferenceQuery {
    guard hasFacts else { return .word(.exact(word())) }
    switch number(0...12) {
    case 0:
      let name = one(RandomNews.sources)
      return .fact("source:\"\(name)\"") { $0.sample.source == name }
    case 1: return .fact("author:moss") { $0.sample.author == "Ada Moss" }
    case 2: return .fact("section:loc*") { $0.sample.section == "Local news" }
    case 3:
      return .fact("lang:en") { ["en", "en-gb"].contains($0.sample.language ?? "") }
    case 4: return .fact("site:a.example") { $0.sample.url?.contains("a.example") ?? false }
    case 5: return date()
    case 6:
      let count = number(5...80)
      return .fact("words>\(count)") { countWords(in: $0.sample.body) > count }
    case 7: return .fact("no:date") { $0.sample.date == nil }
    case 8: return .fact("has:author") { $0.sample.author != nil }
    case 9: return .fact("import:1") { _ in true }
    case 10: return .boilerplate(words(depth: 1))
    default:
      guard !hasQuote else { return .word(.exact(word())) }
      hasQuote = true
      switch number(0...4) {
      case 0:
        return .fact("kind:mixed") { $0.sample.quotes.contains { $0.kind == .mixed } }
      case 1:
        return .fact("has:quote") { $0.sample.quotes.contains { $0.kind != .scare } }
      case 2: return .speakersQuote(one(RandomNews.speakers), words(depth: 1))
      default: return .quote(words(depth: 2))
      }
    }
  }

  private mutating func date() -> ReferenceQuery {
    let (low, high) = (number(2015...2017), number(2017...2019))
    let (first, last) = ("\(low)-0\(number(1...9))", "\(high)-1\(number(0...2))")
    return .fact("date:\(first)..\(last)") { article in
      guard let text = article.sample.date, let date = PartialDate(iso8601: text),
        let start = PartialDate(iso8601: first), let end = PartialDate(iso8601: last)
      else { return false }
      return start.julianDay <= date.julianDay && date.lastJulianDay <= end.lastJulianDay
    }
  }
}
