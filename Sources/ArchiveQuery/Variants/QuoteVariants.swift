internal import NewsModel

/// The quotes that a query finds which several outlets printed, each with its wordings.
public struct QuoteVariants {
  /// One quote, as several outlets printed it.
  public struct Group: Sendable {
    /// How many outlets printed it.
    public let outlets: Int
    /// The printings by their words: those of each wording in the order of dates, and the wordings in
    /// the order of their first printings.
    let wordings: [[Int64]]

    /// The place of the earliest printing among all quotes that were found, by date.
    let first: Int
  }

  /// How far from the fullest printing's date another one may be, if nothing else is asked for.
  public static let usualDays = 7

  private let search: QuoteSearch
  private let groups: [Group]

  /// Asks an archive a query, and groups what it finds.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - reader: The archive.
  ///   - days: How many days from the fullest printing another one may be.
  /// - Throws: ``QueryPlanError`` where the query has something that this version cannot find.
  public init(_ query: Query, in reader: ArchiveReader, days: Int = usualDays) throws {
    try self.init(try QuoteSearch(query, in: reader), in: reader, days: days)
  }

  /// Groups quotes that were found.
  ///
  /// - Parameters:
  ///   - search: The quotes.
  ///   - reader: The archive.
  ///   - days: How many days from the fullest printing another one may be.
  /// - Throws: ``StorageError`` where the archive cannot be read.
  public init(_ search: QuoteSearch, in reader: ArchiveReader, days: Int = usualDays) throws {
    let printed = try reader.snapshot { try reader.printedQuotes(search.found) }
    self.search = search
    groups = VariantGrouping(printed, days: days).groups().compactMap { members in
      let outlets = Set(members.map { printed[$0].outlet }).count
      guard outlets > 1 else { return nil }
      // By date: undated printings, which come first, go behind the others.
      let ordered =
        members.filter { printed[$0].day != nil } + members.filter { printed[$0].day == nil }
      var wordings: [[Int64]] = []
      var numbers: [UInt64: Int] = [:]
      for member in ordered {
        let number = numbers[printed[member].wording] ?? wordings.count
        numbers[printed[member].wording] = number
        if number == wordings.count { wordings.append([]) }
        wordings[number].append(printed[member].id)
      }
      return Group(outlets: outlets, wordings: wordings, first: ordered[0])
    }
  }

  /// How many quotes several outlets printed: exactly, always.
  public var total: Int { groups.count }

  /// A page of groups: by the date of the earliest printing, or (by relevance) those first that most
  /// outlets printed.
  public func page(order: HitOrder, limit: Int?, offset: Int = 0) -> [Group] {
    let ordered = groups.sorted { a, b in
      switch order {
      case .newest: a.first > b.first
      case .oldest: a.first < b.first
      case .relevance: (a.outlets, a.first) > (b.outlets, b.first)
      }
    }
    return Array(ordered.dropFirst(offset).prefix(limit ?? .max))
  }

  /// The printings of a group, by their wordings.
  public func hits(of group: Group) throws -> [[QuoteHit]] {
    try group.wordings.map { try $0.compactMap { try search.hit($0) } }
  }
}
