import NewsModel

@testable import ArchiveQuery

/// A query as the tests make it, with its own meaning: what the query language's documentation says, word
/// by word, and nothing else.
indirect enum ReferenceQuery {
  case word(Word)
  case phrase([String], isTruncated: Bool)
  case and([ReferenceQuery])
  case or([ReferenceQuery])
  case not(ReferenceQuery)
  case near(ReferenceQuery, [Link])
  case window([Word], Int)
  case atLeast(Int, ReferenceQuery)
  case caps(ReferenceQuery)
  case headline(ReferenceQuery)
  case lead(ReferenceQuery)
  case quote(ReferenceQuery)
  case speakersQuote(String, ReferenceQuery)
  case boilerplate(ReferenceQuery)
  case fact(String, (ReferenceArticle) -> Bool)

  enum Word {
    case exact(String), prefix(String), pattern(String), inflections(String), fuzzy(String, Int)
  }

  struct Link {
    enum Reach { case words(Int), sentence, paragraph }

    var reach: Reach
    var isOrdered: Bool
    var isNegated: Bool
    var operand: ReferenceQuery
  }
}

// MARK: In the query language

extension ReferenceQuery: CustomStringConvertible {
  var description: String {
    switch self {
    case .word(let word): word.description
    case .phrase(let words, let isTruncated):
      "\"" + words.joined(separator: " ") + "\"" + (isTruncated ? "*" : "")
    case .and(let parts): "(" + parts.map(\.description).joined(separator: " AND ") + ")"
    case .or(let parts): "(" + parts.map(\.description).joined(separator: " OR ") + ")"
    case .not(let part): "NOT " + part.description
    case .near(let first, let links): "(\(first)" + links.map(\.description).joined() + ")"
    case .window(let words, let steps):
      "\"\(words.map(\.description).joined(separator: " "))\"~\(steps)"
    case .atLeast(let count, let part): "atleast\(count)(\(part))"
    case .caps(let part): "caps(\(part))"
    case .headline(let part): "headline:(\(part))"
    case .lead(let part): "lead:(\(part))"
    case .quote(let part): "quote:(\(part))"
    case .speakersQuote(let name, let part): "quote:(speaker:\"\(name)\" AND \(part))"
    case .boilerplate(let part): "boilerplate:(\(part))"
    case .fact(let text, _): text
    }
  }
}

extension ReferenceQuery.Word: CustomStringConvertible {
  var description: String {
    switch self {
    case .exact(let word): word
    case .prefix(let word): word + "*"
    case .pattern(let word): word
    case .inflections(let word): "~" + word
    case .fuzzy(let word, let errors): "\(word)~\(errors)"
    }
  }
}

extension ReferenceQuery.Link: CustomStringConvertible {
  var description: String {
    let reach =
      switch reach {
      case .words(let count): "\(count)"
      case .sentence: "s"
      case .paragraph: "p"
      }
    return (isNegated ? " NOT " : " ") + (isOrdered ? "pre/" : "w/") + "\(reach) \(operand)"
  }
}

// MARK: Meaning

/// Where something stands: in which text of the article, and from which word to which.
struct ReferencePlace: Hashable {
  let text: Int
  let words: Range<Int>
}

/// The words that are looked at: all of an article's, its lead, a quote.
struct ReferenceScope {
  let texts: [ReferenceText]
  /// For each text the words that count.
  var limits: [Range<Int>]
  var isCased = false
  let words: ReferenceWords

  init(_ texts: [ReferenceText], _ words: ReferenceWords) {
    (self.texts, self.words) = (texts, words)
    limits = texts.map { 0..<$0.words.count }
  }

  /// The same with the words of one text alone.
  func only(_ text: Int, _ limit: Range<Int>) -> ReferenceScope {
    var scope = self
    scope.limits = limits.indices.map { $0 == text ? limit.clamped(to: limits[$0]) : 0..<0 }
    return scope
  }

  /// The places of words in a row that are meant.
  func places(_ tests: [ReferenceTest]) -> [ReferencePlace] {
    // Plain loops: this is most of what the tests do.
    var places: [ReferencePlace] = []
    guard !tests.isEmpty else { return places }
    for text in texts.indices {
      let limit = limits[text]
      var start = limit.lowerBound
      while start + tests.count <= limit.upperBound {
        var index = 0
        while index < tests.count,
          tests[index].isPassed(by: texts[text].words[start + index], isCased)
        {
          index += 1
        }
        if index == tests.count {
          places.append(ReferencePlace(text: text, words: start..<start + index))
        }
        start += 1
      }
    }
    return places
  }
}

extension ReferenceQuery {
  /// Whether an article meets the query.
  func isMet(by article: ReferenceArticle, _ words: ReferenceWords) -> Bool {
    let scope = ReferenceScope(article.texts, words)
    switch self {
    case .and(let parts): return parts.allSatisfy { $0.isMet(by: article, words) }
    case .or(let parts): return parts.contains { $0.isMet(by: article, words) }
    case .not(let part): return !part.isMet(by: article, words)
    case .fact(_, let isMet): return isMet(article)
    case .quote(let part):
      return article.quotes.indices.contains { quote in
        article.sample.quotes[quote].kind != .scare
          && part.isMet(in: scope.only(0, article.quotes[quote]))
      }
    case .speakersQuote(let name, let part):
      return article.quotes.indices.contains { quote in
        article.sample.quotes[quote].kind != .scare
          && article.sample.quotes[quote].speakers.contains(name)
          && part.isMet(in: scope.only(0, article.quotes[quote]))
      }
    case .boilerplate(let part):
      return article.boilerplate.contains {
        part.isMet(in: ReferenceScope([$0], words))
      }
    default: return isMet(in: scope)
    }
  }

  /// Whether words meet a query that is about words alone.
  func isMet(in scope: ReferenceScope) -> Bool {
    switch self {
    case .and(let parts): parts.allSatisfy { $0.isMet(in: scope) }
    case .or(let parts): parts.contains { $0.isMet(in: scope) }
    case .not(let part): !part.isMet(in: scope)
    case .headline(let part): part.isMet(in: scope.only(1, 0..<Int.max))
    case .lead(let part): part.isMet(in: scope.only(0, 0..<scope.texts[0].leadEnd))
    default: !places(in: scope).isEmpty
    }
  }

  /// What is found, and to be marked.
  func places(in scope: ReferenceScope) -> Set<ReferencePlace> {
    switch self {
    case .word(let word): return Set(scope.places(scope.words.tests(of: word)))
    case .phrase(let words, let isTruncated):
      let tests = words.enumerated().flatMap { index, word in
        scope.words.tests(
          of: isTruncated && index == words.count - 1 ? .prefix(word) : .exact(word))
      }
      return Set(scope.places(tests))
    case .and(let parts):
      guard parts.allSatisfy({ $0.isMet(in: scope) }) else { return [] }
      return Set(parts.flatMap { $0.places(in: scope) })
    case .or(let parts): return Set(parts.flatMap { $0.places(in: scope) })
    case .near(let first, let links): return Self.chains(first, links, scope)
    case .window(let words, let steps):
      return Self.window(
        words.map { ReferenceQuery.word($0).places(in: scope) }, steps)
    case .atLeast(let count, let part):
      let places = part.places(in: scope)
      return places.count >= count ? places : []
    case .caps(let part):
      var cased = scope
      cased.isCased = true
      return part.places(in: cased)
    case .headline(let part): return part.places(in: scope.only(1, 0..<Int.max))
    case .lead(let part): return part.places(in: scope.only(0, 0..<scope.texts[0].leadEnd))
    case .not, .quote, .speakersQuote, .boilerplate, .fact: return []
    }
  }

  /// Every way to choose a place for each operand is tried.
  private static func chains(
    _ first: ReferenceQuery, _ links: [Link], _ scope: ReferenceScope
  ) -> Set<ReferencePlace> {
    let operands = links.map { ($0, $0.operand.places(in: scope)) }
    var chosen: [[ReferencePlace]] = first.places(in: scope).map { [$0] }
    for (link, next) in operands {
      // Of many ways, one to each last place is enough to know which places there are; what their
      // first places are, it is not: those are gone through again, backwards.
      if chosen.count * next.count > 400 { return manyChains(first, operands, scope) }
      if link.isNegated {
        chosen = chosen.filter { way in
          !next.contains { link.joins(way[way.count - 1], $0, scope) }
        }
      } else {
        chosen = chosen.flatMap { way in
          next.filter { link.joins(way[way.count - 1], $0, scope) }.map { way + [$0] }
        }
      }
    }
    return Set(chosen.joined())
  }

  private static func manyChains(
    _ first: ReferenceQuery, _ links: [(Link, Set<ReferencePlace>)], _ scope: ReferenceScope
  ) -> Set<ReferencePlace> {
    var operands = [first.places(in: scope)]
    var joints: [Link] = []
    for (link, next) in links {
      let last = operands[operands.count - 1]
      if link.isNegated {
        operands[operands.count - 1] = last.filter { left in
          !next.contains { link.joins(left, $0, scope) }
        }
      } else {
        operands.append(next.filter { right in last.contains { link.joins($0, right, scope) } })
        joints.append(link)
      }
    }
    for index in joints.indices.reversed() {
      operands[index] = operands[index].filter { left in
        operands[index + 1].contains { joints[index].joins(left, $0, scope) }
      }
    }
    return operands.contains(where: \.isEmpty) ? [] : Set(operands.joined())
  }

  /// Every way to choose a place for each word is tried; all must be near each other.
  private static func window(
    _ words: [Set<ReferencePlace>], _ steps: Int
  ) -> Set<ReferencePlace> {
    var ways: [[ReferencePlace]] = [[]]
    for places in words {
      ways = ways.flatMap { way in
        places.filter { place in
          way.allSatisfy { $0.text == place.text && (1...steps).contains($0.steps(to: place)) }
        }.map { way + [$0] }
      }
    }
    return Set(ways.joined())
  }
}

extension ReferencePlace {
  /// The steps between the nearer ends; 0 where they overlap.
  func steps(to other: ReferencePlace) -> Int {
    if words.upperBound <= other.words.lowerBound {
      return other.words.lowerBound - words.upperBound + 1
    }
    if other.words.upperBound <= words.lowerBound {
      return words.lowerBound - other.words.upperBound + 1
    }
    return 0
  }
}

extension ReferenceQuery.Link {
  func joins(_ left: ReferencePlace, _ right: ReferencePlace, _ scope: ReferenceScope) -> Bool {
    guard left.text == right.text, left.steps(to: right) > 0 else { return false }
    if isOrdered, left.words.lowerBound > right.words.lowerBound { return false }
    let words = scope.texts[left.text].words
    let (first, last) = (
      words[min(left.words.lowerBound, right.words.lowerBound)],
      words[max(left.words.upperBound, right.words.upperBound) - 1]
    )
    switch reach {
    case .words(let steps): return left.steps(to: right) <= steps
    case .sentence: return first.sentence == last.sentence
    case .paragraph: return first.paragraph == last.paragraph
    }
  }
}

/// Which words are meant, each of the corpus by its number, and how they are written in `caps()`.
struct ReferenceTest {
  let isMeant: [Bool]
  let written: String
  let isTruncated: Bool

  func isPassed(by word: ReferenceText.Word, _ isCased: Bool) -> Bool {
    guard word.number < isMeant.count, isMeant[word.number] else { return false }
    guard isCased else { return true }
    let its = isTruncated ? String(word.written.prefix(written.count)) : word.written
    return its.map(\.isUppercase) == written.map(\.isUppercase)
  }
}

extension ReferenceQuery.Word {
  /// The tests of words in a row. Of Chinese there are several.
  func tests(_ words: ReferenceWords) -> [ReferenceTest] {
    switch self {
    case .exact(let wanted):
      return ReferenceText(wanted).words.map { part in
        ReferenceTest(
          isMeant: words.all { $0 == part.folded }, written: part.written, isTruncated: false)
      }
    case .prefix(let wanted):
      let folded = ReferenceText.fold(wanted)
      return [
        ReferenceTest(
          isMeant: words.all { $0.hasPrefix(folded) }, written: wanted, isTruncated: true)
      ]
    case .pattern(let pattern):
      return [test(words.all { Self.fits(Array(pattern), Array($0)) })]
    case .inflections(let wanted):
      return [
        test(
          words.all { word in
            word == wanted
              || words.stemmers.contains { $0.stem(of: word) == $0.stem(of: wanted) }
          })
      ]
    case .fuzzy(let wanted, let errors):
      return [test(words.all { Self.distance(Array(wanted), Array($0)) <= errors })]
    }
  }

  private func test(_ isMeant: [Bool]) -> ReferenceTest {
    ReferenceTest(isMeant: isMeant, written: "", isTruncated: true)
  }

  private static func fits(_ pattern: [Character], _ word: [Character]) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    let rest = Array(pattern.dropFirst())
    switch first {
    case "*": return (0...word.count).contains { fits(rest, Array(word.dropFirst($0))) }
    case "?": return !word.isEmpty && fits(rest, Array(word.dropFirst()))
    default: return word.first == first && fits(rest, Array(word.dropFirst()))
    }
  }

  /// Letters added, left out, changed, or swapped with their neighbour.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = max(i, j)
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}

extension Stemmer {
  func stem(of word: String) -> String {
    String(
      decoding: Array(word.utf8).withUnsafeBufferPointer { stem($0) }, as: UTF8.self)
  }
}

/// The words of the corpus, the stemmers of its languages, and what was found out about words: the same
/// words come again and again.
final class ReferenceWords {
  let stemmers: [Stemmer]
  private let words: [String]
  private var known: [String: [ReferenceTest]] = [:]

  init(_ words: [String], _ stemmers: [Stemmer]) { (self.words, self.stemmers) = (words, stemmers) }

  /// For each word of the corpus, by its number, whether it is meant.
  func all(_ isMeant: (String) -> Bool) -> [Bool] { words.map(isMeant) }

  func tests(of word: ReferenceQuery.Word) -> [ReferenceTest] {
    if let tests = known[word.description] { return tests }
    let tests = word.tests(self)
    known[word.description] = tests
    return tests
  }
}
