public import ArchiveStorage
internal import FullTextIndex
internal import NewsModel
internal import NewsText

/// Makes a sound archive of what can be read of a damaged one, which stays as it is.
///
/// Texts, records and what people added are read page by page. All else is made anew from the texts: the
/// full-text index and its words, quotes and speakers, counts, fingerprints and copies.
public struct ArchiveRepair: Sendable {
  /// What was saved and what was lost.
  public struct Report: Sendable {
    /// The articles that the new archive has.
    public var articles = 0
    /// Articles of which the record was lost: headline, author, address and other fields.
    public var withoutRecord = 0
    /// Articles of which the text is not the one that was imported, by their ids.
    public var changed: [String] = []
    /// Articles of which the text is lost.
    public var lost: [LostArticle] = []
    /// The articles that the imports have counted.
    public var counted = 0
    /// Tables of which some rows are lost.
    public var incompleteTables: [String] = []
    /// What `check` has to say of the new archive; nothing, as a rule.
    public var problems: [String] = []

    /// Whether nothing is lost.
    public var isComplete: Bool {
      withoutRecord == 0 && changed.isEmpty && lost.isEmpty && articles >= counted
        && incompleteTables.isEmpty && problems.isEmpty
    }
  }

  private let archive: Archive
  private let version: String

  /// A repair of an archive. The version of the program is stored where articles have lost their import.
  public init(_ archive: Archive, version: String) {
    (self.archive, self.version) = (archive, version)
  }

  /// Writes the new archive. Nobody may write into the old one meanwhile. Cancelling the task ends it without
  /// a trace.
  ///
  /// - Parameter path: The new file, which replaces one of its name.
  /// - Returns: What was saved and what was lost.
  /// - Throws: ``StorageError`` where the archive cannot be read at all, or the new file not be written.
  public func run(to path: String) async throws -> Report {
    // SQLite takes in what the log has: into a copy.
    let (copy, part) = (path + ".reading", path + ".part")
    for file in [copy, part] { ArchiveFile.remove(file) }
    defer { for file in [copy, part] { ArchiveFile.remove(file) } }
    try ArchiveFile.copyBytes(of: archive.path, to: copy)
    try ArchiveFile.lengthen(copy)
    var report = try await rebuild(Archive(path: part), from: copy)
    _ = try await CopySearch(Archive(path: part)).run()
    try Task.checkCancellation()
    try Archive(path: part).closeLog()
    report.problems = try ArchiveCheck(Archive(path: part)).run().flatMap(\.problems)
    try Archive(path: part).closeLog()
    try ArchiveFile.rename(part, to: path)
    return report
  }

  private func rebuild(_ target: Archive, from copy: String) async throws -> Report {
    var report = Report()
    let salvage = try Salvage(copy)
    let end = salvage.lastArrival()
    let directory = try salvage.directory()
    let writer = try await BatchWriter(target)
    let folding = try await writer.folding()
    let version = version
    report.incompleteTables += try await writer.perform { connection in
      let source = try Salvage(copy)
      return try Self.tablesBefore.filter { try !source.copyRows(of: $0, to: connection) }
    }
    report.counted = try await writer.perform { Int(try ArchiveRebuild($0).countedArticles()) }
    let files = try await writer.perform { try ArchiveRebuild($0).files() }
    var lostFile: Int64?
    var saved: Set<Int64> = []
    var ids: Set<ArticleID> = []
    var last = Int64.min
    while case let articles = try salvage.articles(
      behind: last, through: end, bytes: 8 << 20, knowing: directory), let final = articles.last
    {
      try Task.checkCancellation()
      last = final.arrival
      let portions = articles.portions(of: 1 << 19) { $0.body.utf8.count }
      let rebuilt = await concurrentMap(portions: portions) { RebuiltArticles(of: $0, folding) }
      var batch: [(RebuiltArticles, [ArticleID], [Int64])] = []
      for portion in rebuilt {
        var itsIDs: [ArticleID] = []
        var itsFiles: [Int64] = []
        for article in portion.articles {
          itsIDs.append(article.salvaged.freeID(besides: &ids))
          if let file = article.salvaged.file, files.contains(file) {
            itsFiles.append(file)
          } else if let lostFile {
            itsFiles.append(lostFile)
          } else {
            let file = try await writer.perform {
              try ArchiveRebuild($0).fileOfLostImports(version: version)
            }
            lostFile = file
            itsFiles.append(file)
          }
          saved.insert(article.salvaged.arrival)
          if article.salvaged.identity == nil {
            report.withoutRecord += 1
          } else if article.isChanged {
            report.changed.append(itsIDs[itsIDs.count - 1].description)
          }
        }
        batch.append((portion, itsIDs, itsFiles))
      }
      try await writer.write { [batch] store in
        for (portion, ids, files) in batch { try portion.write(to: store, ids: ids, files: files) }
      }
    }
    report.articles = saved.count
    report.lost = try salvage.lost(saved: saved, through: end)
    report.incompleteTables += try await writer.perform { connection in
      let source = try Salvage(copy)
      return try Self.tablesBehind.filter { try !source.copyRows(of: $0, to: connection) }
    }
    try await writer.perform { connection in
      try QuoteReindexStore(connection).finish(version: QuoteExtractor.version)
      try ArchiveRebuild(connection).finish()
    }
    return report
  }

  /// What articles refer to, and what is not made of them.
  private static let tablesBefore = [
    "archive", "source", "section", "import_run", "import_file", "reject", "speaker",
    "speaker_alias", "topic", "tag", "tag_model", "saved_query", "repeated_paragraph",
    "paragraph_seen_once",
  ]
  /// What refers to articles.
  private static let tablesBehind = ["article_tag", "note", "boilerplate_kept"]
}

extension SalvagedArticle {
  /// Its id, or another one where that is lost or another article has it.
  fileprivate func freeID(besides taken: inout Set<ArticleID>) -> ArticleID {
    if let id, taken.insert(id).inserted { return id }
    // Behind all undated articles that there can be.
    var number: Int64 = 1 << 30 + 1
    while true {
      if let id = ArticleID.Series(of: nil).id(number: number), taken.insert(id).inserted {
        return id
      }
      number += 1
    }
  }
}
