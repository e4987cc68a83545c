import Testing

@testable import ArchiveQuery

/// What a query is read as: the tree, printed with every operator and bracket.
struct QueryReadingTests {
  typealias Case = (text: String, reading: String)

  static let booleans: [Case] = [
    ("", "*"),
    ("  \t\n", "*"),
    ("*", "*"),
    ("sanctions", "sanctions"),
    ("Sanctions", "Sanctions"),
    ("sanctions russia", "sanctions AND russia"),
    ("sanctions AND russia", "sanctions AND russia"),
    ("sanctions && russia", "sanctions AND russia"),
    ("sanctions russia oil", "sanctions AND russia AND oil"),
    ("a OR b", "a OR b"),
    ("a | b", "a OR b"),
    ("a|b", "a OR b"),
    ("a || b", "a OR b"),
    ("a OR b OR c", "a OR b OR c"),
    ("a b OR c d", "(a AND b) OR (c AND d)"),
    ("a OR b c", "a OR (b AND c)"),
    ("(a OR b) c", "(a OR b) AND c"),
    ("trade (deficit OR surplus)", "trade AND (deficit OR surplus)"),
    ("((a))", "a"),
    ("(a b) (c d)", "a AND b AND c AND d"),
    ("(a OR b) OR c", "a OR b OR c"),
    ("a NOT b", "a AND NOT b"),
    ("a AND NOT b", "a AND NOT b"),
    ("a -b", "a AND NOT b"),
    ("-b a", "NOT b AND a"),
    ("NOT a", "NOT a"),
    ("NOT NOT a", "a"),
    ("a -(b OR c)", "a AND NOT (b OR c)"),
    ("a -\"b c\"", "a AND NOT \"b c\""),
    ("NOT a OR b", "NOT a OR b"),
    ("NOT (a OR b) c", "NOT (a OR b) AND c"),
    ("a OR NOT b c", "a OR (NOT b AND c)"),
    ("trade and kremlin", "trade AND and AND kremlin"),
    ("this or that not", "this AND or AND that AND not"),
    ("a * b", "a AND b"),
    ("+a +b", "a AND b"),
    ("a, b; c", "a AND b AND c"),
    ("a\u{0}b", "a AND b"),
  ]

  static let words: [Case] = [
    ("U.S.", "U.S"),
    ("it's", "it's"),
    ("it’s", "it’s"),
    ("al-Jazeera", "al-Jazeera"),
    ("AT&T", "AT&T"),
    ("COVID-19", "COVID-19"),
    ("50%", "50"),
    ("1,000 dead", "1,000 AND dead"),
    ("oil,gas", "oil AND gas"),
    ("and/or", "and/or"),
    ("9/11", "9/11"),
    ("24/7", "24/7"),
    ("n/a", "n/a"),
    ("w/o", "w/o"),
    ("12:30", "12:30"),
    ("http://example.org/a?b=c", "http://example.org/a?b=c"),
    ("Syria: talks", "Syria AND talks"),
    ("(Syria:)", "Syria"),
    ("C:\\temp", "C:\\temp"),
    ("a - b", "a AND b"),
    ("a – b", "a AND b"),
    ("Johnson & Johnson", "Johnson AND Johnson"),
    ("why?", "why"),
    ("...and", "and"),
    ("'scare'", "scare"),
    ("Ünïcödé", "Ünïcödé"),
    ("中国新闻", "中国新闻"),
    ("制裁，石油", "制裁 AND 石油"),
    ("السعودية", "السعودية"),
    ("#metoo @home $5", "metoo AND home AND 5"),
    ("sanction*", "sanction*"),
    ("sanction!", "sanction*"),
    ("sanction*.", "sanction*"),
    ("al-Jaz*", "al-Jaz*"),
    ("what?!", "what"),
    ("*gate", "*gate"),
    ("wom?n", "wom?n"),
    ("colo*r", "colo*r"),
    ("*gat*", "*gat*"),
    ("?ay", "?ay"),
    ("??ay", "??ay"),
    ("~negotiate", "~negotiate"),
    ("colour~1", "colour~1"),
    ("colour~", "colour~1"),
    ("colour~2", "colour~2"),
  ]

  static let phrases: [Case] = [
    ("\"as equals\"", "\"as equals\""),
    ("“as equals”", "\"as equals\""),
    ("„as equals“", "\"as equals\""),
    ("«as equals»", "\"as equals\""),
    ("「as equals」", "\"as equals\""),
    ("‘as equals’", "\"as equals\""),
    ("‘don’t go’ now", "\"don’t go\" AND now"),
    ("rock ‘n roll", "rock AND n AND roll"),
    ("\"  as \n equals \"", "\"as equals\""),
    ("\"a b\" \"c d\"", "\"a b\" AND \"c d\""),
    ("\"a b\"\"c d\"", "\"a b\" AND \"c d\""),
    ("\"partner like coop\"*", "\"partner like coop\"*"),
    ("\"partner like coop*\"", "\"partner like coop\"*"),
    ("\"trump AND putin\"", "\"trump AND putin\""),
    ("\"AND\"", "\"AND\""),
    ("\"Help!\"", "\"Help!\""),
    ("\"a — b\"", "\"a b\""),
    ("\"unclosed phrase", "\"unclosed phrase\""),
    ("\"a b\" c", "\"a b\" AND c"),
    ("x\"a b\"y", "x AND \"a b\" AND y"),
    ("\"w?men rights\"", "\"w?men rights\""),
    ("\"who was it?\"", "\"who was it\""),
  ]

  static let proximity: [Case] = [
    ("a w/5 b", "a w/5 b"),
    ("a W/5 b", "a w/5 b"),
    ("a /5 b", "a w/5 b"),
    ("a NEAR/5 b", "a w/5 b"),
    ("a near/5 b", "a w/5 b"),
    ("a near5 b", "a w/5 b"),
    ("a NEAR b", "a w/10 b"),
    ("a N/5 b", "a w/5 b"),
    ("\"a b\"~5", "a w/5 b"),
    ("\"a b c\"~5", "\"a b c\"~5"),
    ("\"a\"~5", "\"a\""),
    ("\"sanction* iran\"~5", "sanction* w/5 iran"),
    ("\"sanct(ion* iran\"~5", "\"sanct(ion\"* w/5 iran"),
    ("a pre/5 b", "a pre/5 b"),
    ("a PRE/5 b", "a pre/5 b"),
    ("a ADJ/5 b", "a pre/5 b"),
    ("a adj5 b", "a pre/5 b"),
    ("a ADJ b", "a pre/1 b"),
    ("a w/s b", "a w/s b"),
    ("a w/p b", "a w/p b"),
    ("a pre/s b", "a pre/s b"),
    ("a NOT w/5 b", "a NOT w/5 b"),
    ("a w/5 b w/3 c", "a w/5 b w/3 c"),
    ("(a w/5 b) w/3 c", "(a w/5 b) w/3 c"),
    ("a w/5 (b OR c)", "a w/5 (b OR c)"),
    ("\"a b\" w/5 c*", "\"a b\" w/5 c*"),
    ("a b w/5 c d", "a AND (b w/5 c) AND d"),
    ("a OR b w/5 c", "a OR (b w/5 c)"),
    ("a -b w/5 c", "a AND NOT (b w/5 c)"),
    ("NOT a w/5 b", "NOT (a w/5 b)"),
    ("headline:a w/5 b", "headline:(a w/5 b)"),
    ("headline:(a w/5 b)", "headline:(a w/5 b)"),
    ("atleast5(word)", "atleast5(word)"),
    ("ATLEAST5(a OR b)", "atleast5(a OR b)"),
    ("caps(US)", "caps(US)"),
    ("caps(US) w/3 army", "caps(US) w/3 army"),
    ("atleast5", "atleast5"),
  ]

  static let fields: [Case] = [
    ("headline:putin", "headline:putin"),
    ("Headline: putin", "headline:putin"),
    ("title:putin", "headline:putin"),
    ("headline:\"as equals\" x", "headline:\"as equals\" AND x"),
    ("headline:(a OR b) c", "headline:(a OR b) AND c"),
    ("-headline:a", "NOT headline:a"),
    ("lead:attack", "lead:attack"),
    ("author:Doe", "author:Doe"),
    ("by:\"Jane Doe\"", "author:\"Jane Doe\""),
    ("source:reuters", "source:reuters"),
    ("source:(reuters OR \"bbc news\")", "source:reuters OR source:\"bbc news\""),
    ("source:bbc*", "source:bbc*"),
    ("-source:(a OR b)", "NOT (source:a OR source:b)"),
    ("section:sport", "section:sport"),
    ("lang:EN", "lang:en"),
    ("lang:(en OR de)", "lang:en OR lang:de"),
    ("url:bbc.co.uk/news", "site:bbc.co.uk/news"),
    ("url:https://www.BBC.co.uk:443/News/", "site:bbc.co.uk/News"),
    ("id:2017-01-28.17", "id:2017-01-28.17"),
    ("import:3", "import:3"),
    ("date:2017", "date:2017-01-01..2017-12-31"),
    ("date:2017-01-28", "date:2017-01-28"),
    ("date:2017-01..2017-03", "date:2017-01-01..2017-03-31"),
    ("date:2016-2", "date:2016-02-01..2016-02-29"),
    ("date:2017..", "date:2017-01-01.."),
    ("date:..2017", "date:..2017-12-31"),
    ("after:2018", "date:2019-01-01.."),
    ("before:2018", "date:..2017-12-31"),
    ("since:2018", "date:2018-01-01.."),
    ("until:2018-06", "date:..2018-06-30"),
    ("after:2017-01-28 before:2017-02-01", "date:2017-01-29.. AND date:..2017-01-31"),
    ("no:date", "NOT has:date"),
    ("has:author", "has:author"),
    ("words>500", "words>=501"),
    ("words > 500", "words>=501"),
    ("words<100", "words<=99"),
    ("words:500..1000", "words:500..1000"),
    ("words=7", "words=7"),
    ("few words", "few AND words"),
    ("topic:sanctions", "topic:sanctions"),
    ("tag:read", "tag:read"),
    ("is:original", "is:original"),
    ("boilerplate:newsletter", "boilerplate:newsletter"),
    ("boilerplate:(\"sign up\" OR subscribe)", "boilerplate:(\"sign up\" OR subscribe)"),
  ]

  static let quotes: [Case] = [
    ("speaker:\"Vladimir Putin\"", "speaker:\"Vladimir Putin\""),
    ("speaker:Kremlin syria", "speaker:Kremlin AND syria"),
    ("has:quote", "has:quote"),
    ("no:quote", "NOT has:quote"),
    ("kind:Indirect", "kind:indirect"),
    ("cue:denied", "cue:denied"),
    ("quote:syria", "quote:syria"),
    ("quote:(tariff* w/5 china)", "quote:(tariff* w/5 china)"),
    ("speaker:putin quote:syria", "quote:(speaker:putin AND syria)"),
    ("speaker:putin oil quote:syria", "quote:(speaker:putin AND syria) AND oil"),
    ("speaker:(putin OR trump)", "quote:(speaker:putin OR speaker:trump)"),
    (
      "speaker:(putin OR trump) -kind:indirect",
      "quote:((speaker:putin OR speaker:trump) AND NOT kind:indirect)"
    ),
    ("-speaker:putin oil", "NOT speaker:putin AND oil"),
    ("-speaker:putin -quote:war", "NOT speaker:putin AND NOT quote:war"),
    ("speaker:putin OR oil", "speaker:putin OR oil"),
    ("quote:(speaker:putin war)", "quote:(speaker:putin AND war)"),
    (
      "quote:(speaker:a x) quote:(speaker:b y)",
      "quote:(speaker:a AND x) AND quote:(speaker:b AND y)"
    ),
    ("quote:(a b) speaker:c", "quote:(a AND b AND speaker:c)"),
  ]

  static let repaired: [Case] = [
    ("a)", "a"),
    (")a", "a"),
    ("a) b", "a AND b"),
    ("(a OR b", "a OR b"),
    ("(a (b OR c", "a AND (b OR c)"),
    ("a 😀 b", "a AND b"),
    ("a \"—\" b", "a AND b"),
    ("\"unclosed phrase", "\"unclosed phrase\""),
    ("a -b w/5 c", "a AND NOT (b w/5 c)"),
    ("\"word\"~5", "\"word\""),
    ("\"state * of\"", "\"state of\""),
    ("\"a * b\"~5", "a w/5 b"),
    ("a) b) c (d OR e))", "a AND b AND c AND (d OR e)"),
  ]

  static let sound: [Case] = [booleans, words, fields, quotes].flatMap { $0 }
  static let all: [Case] = [sound, phrases, proximity, repaired].flatMap { $0 }

  @Test(arguments: all)
  func readsAs(_ item: Case) throws {
    #expect(try Query(parsing: item.text).reading == item.reading)
  }

  /// The reading is a query that means the same.
  @Test(arguments: all)
  func readingIsStable(_ item: Case) throws {
    let query = try Query(parsing: item.text)
    let again = try Query(parsing: query.reading)
    #expect(again.root == query.root)
    #expect(again.notes.isEmpty)
  }

  @Test(arguments: repaired)
  func repairsAreNoted(_ item: Case) throws {
    #expect(try Query(parsing: item.text).notes.count >= 1)
  }

  @Test(arguments: sound)
  func nothingElseIsNoted(_ item: Case) throws {
    #expect(try Query(parsing: item.text).notes.isEmpty)
  }
}
