internal import NewsModel

/// The tree of a query.
///
/// `and` and `or` have at least two children, and no child of their own kind.
indirect enum QueryNode: Sendable, Equatable {
  /// `*`: all there is.
  case everything
  case term(Term)
  case and([QueryNode])
  case or([QueryNode])
  case not(QueryNode)
  case near(Proximity)
  /// `"a b c"~5`: all of them, no two further apart than that.
  case window([Term], Int)
  case atLeast(Int, QueryNode)
  case capitals(QueryNode)
  /// In the headline or the lead alone.
  case within(TextPart, QueryNode)
  case filter(Filter)
  case quote(QuoteCondition)
  /// Conditions that one and the same quote meets; words in here are words inside the quote.
  case oneQuote(QueryNode)

  static func all(_ nodes: [QueryNode]) -> QueryNode {
    let flat = nodes.flatMap { node -> [QueryNode] in
      if case .and(let children) = node { return children }
      return [node]
    }
    // "Everything" adds nothing to other conditions.
    let needed = flat.filter { $0 != .everything }
    return needed.isEmpty ? .everything : needed.count == 1 ? needed[0] : .and(needed)
  }

  static func any(_ nodes: [QueryNode]) -> QueryNode {
    let flat = nodes.flatMap { node -> [QueryNode] in
      if case .or(let children) = node { return children }
      return [node]
    }
    return flat.count == 1 ? flat[0] : .or(flat)
  }

  static func none(of node: QueryNode) -> QueryNode {
    if case .not(let inner) = node { return inner }
    return .not(node)
  }
}

/// A part of an article that words can be looked for in.
enum TextPart: String, Sendable {
  case headline, lead
}

/// A condition on an article's facts.
enum Filter: Sendable, Equatable {
  /// A name that has these words, next to each other and whole.
  case name(NameField, Term)
  case language(String)
  case site(Site)
  case id(ArticleID)
  case importRun(Int)
  case dates(DateSpan)
  /// The number of words in the body.
  case words(ClosedRange<Int>)
  case has(Fact)
  /// Words in the article's boilerplate.
  case boilerplate(QueryNode)
  /// Of a topic, by its name.
  case topic(Term)
  /// Tagged so by somebody.
  case tag(Term)
  case status(Status)

  enum NameField: String, Sendable { case author, source, section }

  /// What an article is among its copies: `is:`.
  enum Status: String, Sendable, CaseIterable { case original, duplicate }

  /// What an article can have or lack.
  enum Fact: String, Sendable, CaseIterable {
    case date, headline, author, source, url, section, language, boilerplate
  }
}

/// A condition on a quote.
enum QuoteCondition: Sendable, Equatable {
  /// `has:quote`
  case any
  case speaker(Term)
  case kind(String)
  case cue(Term)
  /// Words inside the quote.
  case text(QueryNode)
}
