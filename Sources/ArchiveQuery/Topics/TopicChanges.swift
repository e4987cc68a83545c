public import ArchiveStorage

/// Changes of topics that other topics and saved queries may name.
public struct TopicChanges {
  private let store: TopicStore
  private let tokenizer: Tokenizer

  /// Changes the topics of an archive.
  public init(_ archive: Archive) throws {
    store = TopicStore(archive)
    tokenizer = try ArchiveReader(archive).tokenizer
  }

  /// Gives a topic another name, in the queries that name it, too.
  ///
  /// - Returns: The names of the topics and saved queries that name it.
  /// - Throws: ``NameError`` where there is none of this name, where the new one is taken or is none, and
  ///   where a query names it in a way in which the new name cannot be written.
  @discardableResult
  public func rename(_ name: String, to new: String) throws -> [String] {
    var changed: [StoredQuery] = []
    try store.rename(name, to: new) { queries, topic in
      let names = GivenNames(queries.topicNames, tokenizer)
      func isMeant(_ term: Term) -> Bool {
        names.indices(exactly: term).contains { names.names[$0] == topic.name }
      }
      let naming = queries.filter { ($0.query?.root.topicTerms ?? []).contains(where: isMeant) }
      let later = GivenNames(
        queries.topicNames.map { $0 == topic.name ? new : $0 }, tokenizer)
      let term = Self.term(naming: new, among: later)
      changed = naming.compactMap { query in
        guard let term, let text = query.query?.naming(term, insteadOf: isMeant) else { return nil }
        var query = query
        query.text = text
        return query
      }
      guard changed.count == naming.count else {
        throw NameError(
          "“\(topic.name)” is named by \(naming.list), where “\(new)” cannot be written")
      }
      return changed
    }
    return changed.map(\.name)
  }

  /// Forgets topics, all or none.
  ///
  /// - Throws: ``NameError`` where there is none of a name, and where a query that stays names nothing
  ///   without them.
  public func remove(_ names: [String]) throws {
    try store.remove(names) { queries, gone in
      let goneNames = Set(gone.map(\.name))
      let names = GivenNames(queries.topicNames, tokenizer)
      let stranded = try queries.filter { query in
        guard query.kind == .saved || !goneNames.contains(query.name) else { return false }
        return try (query.query?.root.topicTerms ?? []).contains { term in
          let meant = try names.indices(meantBy: term)
          return !meant.isEmpty && meant.allSatisfy { goneNames.contains(names.names[$0]) }
        }
      }
      guard stranded.isEmpty else {
        let named = goneNames.sorted().map { "“\($0)”" }.joined(separator: ", ")
        throw NameError("not removed: \(named), for it is named by \(stranded.list)")
      }
    }
  }

  /// The term that names a topic; nil where none can.
  private static func term(naming name: String, among names: GivenNames) -> Term? {
    let query = try? Query(parsing: "topic:\"\(name.withoutDoubleQuotes)\"")
    guard let term = query?.root.topicTerms.first,
      names.indices(exactly: term).map({ names.names[$0] }) == [name]
    else { return nil }
    return term
  }
}

extension StoredQuery {
  /// The query as it is read; nil where it cannot be.
  fileprivate var query: Query? { try? Query(parsing: text) }
}

extension [StoredQuery] {
  fileprivate var topicNames: [String] { filter { $0.kind == .topic }.map(\.name) }

  /// The first few, for people.
  fileprivate var list: String {
    let shown = prefix(5).map { query in
      (query.kind == .topic ? "the topic" : "the saved query") + " “\(query.name)”"
    }
    return shown.joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
  }
}

extension Query {
  /// The text with another term in the places of those that name a topic; nil where it would be read as
  /// something else.
  fileprivate func naming(_ term: Term, insteadOf isMeant: (Term) -> Bool) -> String? {
    var lexer = Lexer(text)
    guard (try? lexer.run()) != nil else { return nil }
    var scalars = lexer.scalars
    var isValue = false
    var places: [Range<Int>] = []
    for lexeme in lexer.lexemes {
      switch lexeme.kind {
      case .value(let its?) where isValue && isMeant(its): places.append(lexeme.range)
      case .term(let its) where isValue && isMeant(its): places.append(lexeme.range)
      default: break
      }
      isValue = lexeme.kind == .field(.topic)
    }
    for place in places.reversed() {
      scalars.replaceSubrange(place, with: term.description.unicodeScalars)
    }
    let changed = String(String.UnicodeScalarView(scalars))
    let wanted = root.replacingTopicTerms { isMeant($0) ? term : $0 }
    return (try? Query(parsing: changed))?.root == wanted ? changed : nil
  }
}
