/// Tells whether an archive is sound.
public struct ArchiveCheck: Sendable {
  /// One thing that was looked at.
  public struct Finding: Sendable, Equatable {
    /// What was looked at ("full-text index of articles").
    public var subject: String
    /// What is wrong; empty when nothing is.
    public var problems: [String]

    package init(subject: String, problems: [String]) {
      (self.subject, self.problems) = (subject, problems)
    }
  }

  private let archive: Archive

  /// A check of an archive, which is not altered by it.
  public init(_ archive: Archive) { self.archive = archive }

  /// Looks at all but the texts themselves: SQLite's own structure, references between tables, the
  /// full-text indexes against the text, what is packed against the rows that it was made of, and the books of
  /// the imports.
  ///
  /// `PRAGMA integrity_check` does not see into full-text indexes before SQLite 3.44: they are asked
  /// on their own (sqlite.org/fts5.html#the_integrity_check_command).
  public func run() throws -> [Finding] {
    var findings: [Finding] = []
    let connection = try archive.connectForChecking()
    // Nobody can be asked about a file whose pages are not what they were: in a tree that leads back into itself a
    // scan takes for ever.
    func look(_ subject: String, _ problems: () throws -> [String]) {
      do {
        let isReadable = findings.first?.problems.isEmpty ?? true
        findings.append(
          Finding(
            subject: subject,
            problems: isReadable ? try problems() : ["not looked at: the file itself is damaged"]))
      } catch {
        findings.append(Finding(subject: subject, problems: [String(describing: error)]))
      }
    }
    look("structure of the file") {
      try connection.rows("PRAGMA integrity_check", []) { $0.text(0) }.filter { $0 != "ok" }
    }
    look("references between tables") {
      try connection.rows("PRAGMA foreign_key_check", []) {
        "\($0.text(0)) row \($0.text(1)) names a missing \($0.text(2))"
      }
    }
    for table in ["article", "boilerplate"] {
      look("full-text index of \(table)s") {
        let problems = try IndexPages.problems(of: table + "_fts", in: connection)
        return try problems.isEmpty ? Self.indexProblems(of: table, in: connection) : problems
      }
    }
    look("facts for ranking and filters") { try ArticleBlocks.problems(in: connection) }
    look("list of the index's words") { try Vocabulary.problems(in: connection) }
    look("places of quotes") { try QuotePlaces.problems(in: connection) }
    look("quotes of speakers") { try Self.speakerProblems(in: connection) }
    look("counts of the imports") { try Self.bookProblems(in: connection) }
    return findings
  }

  private static func indexProblems(of table: String, in connection: Connection) throws -> [String]
  {
    let index = table + "_fts"
    // The command is written as an insertion; it writes nothing, and the transaction ends unkept.
    try connection.execute("BEGIN")
    defer { try? connection.execute("ROLLBACK") }
    do {
      try connection.run("INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
      return []
    } catch {
      guard error.kind == .damaged else { throw error }
      return ["\(index) does not agree with the text of its \(table)s"]
    }
  }

  /// `speaker_quote` has no references, which an import would pay for: it is compared here.
  private static func speakerProblems(in connection: Connection) throws -> [String] {
    let counts = try [
      (
        """
        SELECT count(*) FROM speaker_quote s LEFT JOIN quote_record q ON q.id = s.quote_id
        WHERE q.id IS NULL
        """, "rows of speaker_quote name a quote that is missing"
      ),
      (
        """
        SELECT count(*) FROM quote_record q LEFT JOIN speaker_quote s
          ON s.speaker_id = q.speaker_id AND s.quote_id = q.id
        WHERE q.speaker_id IS NOT NULL AND s.quote_id IS NULL
        """, "quotes are not found by their speaker"
      ),
    ].map { (try connection.integer($0.0), $0.1) }
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
  }

  private static func bookProblems(in connection: Connection) throws -> [String] {
    var problems = try connection.rows(
      """
      SELECT id FROM import_run WHERE read <> added + duplicates + updated + rejected
      """, []
    ) { "import \($0.text(0)): what was read is not the sum of what became of it" }
    problems += try connection.rows(
      """
      SELECT r.id, r.added, count(a.id) FROM import_run r
      LEFT JOIN import_file f ON f.import_run_id = r.id
      LEFT JOIN article_record a ON a.import_file_id = f.id
      GROUP BY r.id HAVING r.added <> count(a.id)
      """, []
    ) { "import \($0.text(0)) counted \($0.text(1)) articles, the archive has \($0.text(2))" }
    problems += try connection.rows(
      """
      SELECT b.id, b.seen, count(p.arrival) FROM boilerplate b
      LEFT JOIN article_boilerplate p ON p.boilerplate_id = b.id
      GROUP BY b.id HAVING b.seen <> count(p.arrival)
      """, []
    ) { "boilerplate \($0.text(0)) is counted \($0.text(1)) times and stands \($0.text(2)) times" }
    return problems
  }
}
