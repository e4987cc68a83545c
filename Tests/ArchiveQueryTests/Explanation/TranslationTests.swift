import Testing

@testable import ArchiveQuery

/// A query in the syntax of other systems: what does not carry over is named, each part of it.
struct TranslationTests {
  typealias Case = (query: String, text: String, losses: [String])

  static let nexis: [Case] = [
    ("trade AND war", "trade AND war", []),
    ("trade NOT war -peace", "trade AND NOT war AND NOT peace", []),
    ("-war", "", ["NOT war"]),
    ("-war -peace", "", ["NOT war AND NOT peace"]),
    ("trade OR NOT war", "trade", ["NOT war"]),
    ("trade OR (-war -peace)", "trade", ["NOT war AND NOT peace"]),
    ("headline:(-war) trade", "trade", ["NOT war"]),
    ("site:example.org -war", "", ["site:example.org", "NOT war"]),
    ("trade w/300 war", "trade w/255 war", ["w/300"]),
    ("\"trade war oil\"~300", "trade w/255 war w/255 oil", ["All within 300", "w/300"]),
    ("atleast300(war)", "ATLEAST255(war)", ["atleast300"]),
    ("trade pre/5 war", "trade pre/5 war", []),
    ("trade pre/s war", "trade w/s war", ["pre/s"]),
    ("trade NOT pre/5 war", "trade NOT w/5 war", ["NOT pre/5"]),
    ("trade w/5 war w/9 oil", "trade w/5 war w/9 oil", ["trade w/5 war w/9 oil"]),
    ("\"and\" w/5 war", "\"and\" w/5 war", []),
    ("wom*n", "wom*n", ["wom*n"]),
    ("?gate", "?gate", ["?gate"]),
    ("\"the ?gate\"", "\"the ?gate\"", ["\"the ?gate\""]),
    ("wom?n*", "wom?n!", []),
    ("sanction*", "sanction!", []),
    ("words:300..500", "LENGTH > 299 AND LENGTH < 501", []),
    ("words>500", "LENGTH > 500", []),
    ("words<500", "LENGTH < 500", []),
    ("lang:en", "LANGUAGE(english)", []),
    ("lang:en-gb", "LANGUAGE(english)", ["lang:en-gb"]),
    ("lang:tlh", "LANGUAGE(tlh)", ["lang:tlh"]),
    ("war tag:good", "war", ["tag:good"]),
    ("war speaker:doe", "war", ["speaker:doe"]),
    ("~negotiate colour~1", "negotiate AND colour", ["~negotiate", "colour~1"]),
  ]

  static let lucene: [Case] = [
    ("trade AND war", "trade AND war", []),
    ("trade OR NOT war", "trade OR (*:* NOT war)", []),
    ("\"trade* wom?n ~oil\"~5", "\"trade wom\\?n oil\"~5", ["“…”~5", "trade*", "wom?n", "~oil"]),
    ("\"prime minister\" w/5 oil", "\"prime minister oil\"~4", ["w/5", "“prime minister”"]),
    ("oil w/5 gas", "\"oil gas\"~4", ["w/5"]),
    ("anti-war*", "\"anti\\-war*\"", ["anti-war*"]),
    ("anti-war~1", "\"anti\\-war\"", ["anti-war~1"]),
    ("~anti-war", "\"anti\\-war\"", ["~anti-war"]),
    ("colour~1", "colour~1", []),
    ("lang:en", "language:(en OR en\\-*)", []),
    ("has:url", "_exists_:url", ["has:url"]),
    ("war has:boilerplate", "war", ["has:boilerplate"]),
    ("site:example.org/news", "url:*example.org\\/news*", ["site:example.org/news"]),
    ("lead:war", "lead:(war)", ["lead:"]),
    ("war speaker:doe", "war", ["speaker:doe"]),
    ("atleast3(war)", "war", ["atleast"]),
  ]

  @Test(arguments: nexis)
  func nexisIsAskedAsFarAsItCanBe(_ item: Case) throws {
    let query = NexisQuery(try Query(parsing: item.query).root)
    #expect(query.text == item.text)
    #expect(query.losses.count == item.losses.count, "\(query.losses)")
    for (loss, part) in zip(query.losses, item.losses) { #expect(loss.contains(part)) }
  }

  @Test(arguments: lucene)
  func luceneIsAskedAsFarAsItCanBe(_ item: Case) throws {
    let query = LuceneQuery(try Query(parsing: item.query).root)
    #expect(query.text == item.text)
    #expect(query.losses.count == item.losses.count, "\(query.losses)")
    for (loss, part) in zip(query.losses, item.losses) { #expect(loss.contains(part)) }
  }
}
