import NewsModel
import TestSupport

@testable import ArchiveQuery

/// Invented articles of few words, which therefore meet often: names, inflections, spellings, capitals,
/// accents, abbreviations, Chinese, in sentences and paragraphs of all lengths.
struct RandomNews {
  var random: SeededGenerator

  static let names = ["Brandt", "Ilse", "Moss", "US", "UK", "May", "Apple", "Mr", "Dr"]
  static let small = [
    "us", "may", "apple", "the", "of", "oil", "price", "harbour", "strike", "ferry", "trade",
    "organise", "organised", "organising", "organisation", "negotiate", "negotiated", "negotiation",
    "woman", "women", "colour", "color", "colours", "watergate", "irongate", "gate", "gateway",
    "tariff", "tariffs", "caf\u{E9}", "cafe", "M\u{FC}ller", "muller", "hafen", "hafenstreik",
    "landing", "fee", "5", "12", "港", "口", "港口", "谈判",
  ]

  static let sources = ["The Wexley Herald", "Nordic Wire", "Coast Post"]
  static let authors = ["Jonas Field", "Ada Moss"]
  static let sections = ["World", "Local news"]
  static let languages = ["en", "en-gb", "de"]
  static let speakers = ["Ilse Brandt", "Ada Moss"]

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func one<T>(_ values: [T]) -> T {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func sentence() -> String {
    let count = Int.random(in: 1...9, using: &random)
    var words = (0..<count).map { _ in chance(4) ? one(Self.names) : one(Self.small) }
    if chance(3) { words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst() }
    var text = words[0]
    for word in words.dropFirst() {
      text += one([" ", " ", " ", " ", " ", ", ", "-", ". ", " U.S. ", "\u{A0}", "; "]) + word
    }
    return text + one([".", ".", ".", "!", "?", ".”", "。", ""])
  }

  private mutating func body() -> String {
    // One in twelve goes on behind any lead.
    (0..<Int.random(in: chance(12) ? 9...12 : 1...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence() }.joined(separator: " ")
    }.joined(separator: "\n\n")
  }

  mutating func sample() -> Sample {
    var sample = Sample(
      headline: chance(6) ? nil : sentence(), body: body(), date: date(),
      source: chance(8) ? nil : one(Self.sources), author: chance(3) ? nil : one(Self.authors),
      section: chance(3) ? nil : one(Self.sections),
      language: chance(6) ? nil : one(Self.languages),
      url: chance(3) ? nil : "https://\(one(["www.a.example", "b.example"]))/\(one(["x", "y/z"]))")
    if !chance(3) { sample.quotes = quotes(in: sample.body) }
    if chance(3) {
      sample.boilerplate = [(one([.newsletter, .credit]), sentence())]
    }
    return sample
  }

  private mutating func date() -> String? {
    let (month, day) = (
      Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random)
    )
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = "\(2016 + Int.random(in: 0..<3, using: &random))"
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return nil
    case 1: return year
    case 2: return year + "-" + two(month)
    default: return [year, two(month), two(day)].joined(separator: "-")
    }
  }

  /// Some whole paragraphs and parts of them that stand once in the text.
  private mutating func quotes(in body: String) -> [SampleQuote] {
    body.split(separator: "\n").compactMap { paragraph -> SampleQuote? in
      let words = paragraph.split(separator: " ")
      let start = Int.random(in: words.indices, using: &random)
      let end = Int.random(in: start..<words.count, using: &random)
      let text = String(paragraph[words[start].startIndex..<words[end].endIndex])
      guard text.contains(where: \.isLetter), body.ranges(of: text).count == 1 else { return nil }
      return SampleQuote(
        text: text, speakers: chance(4) ? [] : [one(Self.speakers)],
        kind: one([.direct, .direct, .indirect, .mixed, .scare]), cue: one(["said", "denied"]))
    }
  }
}
