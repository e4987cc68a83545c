import Glibc
import TestSupport
import Testing

@testable import ArchiveStorage

struct ReadOnlySQLTests {
  let folder = TemporaryFolder()

  private func archive() throws -> Archive {
    let archive = Archive(path: folder.file("a.backfile"))
    let connection = try archive.connectForWriting()
    try connection.run("INSERT OR IGNORE INTO source (name) VALUES ('Herald'), ('Post')")
    return archive
  }

  private func rows(_ sql: String, limit: Duration? = .seconds(20)) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try ReadOnlySQL(archive(), limit: limit).run(sql, begin: { _ in }) {
      rows.append($0)
      return true
    }
    return rows
  }

  @Test func questionsAreAnswered() throws {
    #expect(try rows("SELECT name FROM source ORDER BY 1;") == [["Herald"], ["Post"]])
    #expect(try rows("SELECT count(*) FROM article_fts WHERE article_fts MATCH 'x'") == [[0]])
    #expect(
      try rows(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) FROM n"
      ) == [[6]])
    #expect(try rows("PRAGMA table_info(source)").count == 2)
    #expect(try rows("SELECT NULL, 1.5, x'00ff', ''") == [[nil, .real(1.5), .blob([0, 255]), ""]])
    #expect(try rows("EXPLAIN SELECT 1").isEmpty == false)
  }

  @Test(arguments: [
    "SELECT 1 -- one", "SELECT 1; -- one", "SELECT 1;\n/* one */ ;;\n-- end\n", "; SELECT 1",
    "-- first\nSELECT 1", "/* a; b */ SELECT 1 /* open", "SELECT 1;/**/",
  ])
  func commentsAreNoStatements(sql: String) throws {
    #expect(try rows(sql) == [[1]])
  }

  @Test(arguments: [
    "INSERT INTO source (name) VALUES ('x')", "DELETE FROM source", "UPDATE source SET name = 'x'",
    "DROP TABLE source",
    "UPDATE sqlite_master SET sql = ''", "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)",
    "ATTACH 'other.db' AS o",
    "ATTACH ':memory:' AS o", "DETACH main", "VACUUM", "VACUUM INTO 'copy.db'", "REINDEX",
    "ANALYZE",
    "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON", "PRAGMA user_version = 0",
    "PRAGMA hard_heap_limit = 0", "PRAGMA journal_mode = DELETE", "PRAGMA trusted_schema = ON",
    "SELECT load_extension('x')", "SELECT writefile('x', 'y')", "SELECT fts3_tokenizer('simple')",
    "BEGIN", "COMMIT", "SAVEPOINT s", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE source", "", ";",
    "SELECT 1; -- one\nSELECT 2", "SELECT 1; nonsense", "SELECT 1\0; SELECT 2", "/* */",
    "--",
    "nonsense", "SELECT", "INSERT INTO article_fts (article_fts) VALUES ('rebuild')",
    "REPLACE INTO source (name) VALUES ('x')", "CREATE VIEW v AS SELECT 1",
    "ALTER TABLE source ADD y",
    "CREATE VIRTUAL TABLE v USING fts5(x)", "EXPLAIN DROP TABLE source",
    "SELECT length(zeroblob(1000000000))",
  ])
  func nothingElseIsDone(sql: String) throws {
    let before = run(["ls", folder.path]).output
    _ = try archive()
    #expect(throws: SQLProblem.self) { try rows(sql) }
    let connection = try Archive(path: folder.file("a.backfile")).connectForReading()
    #expect(try connection.integer("SELECT count(*) FROM source WHERE name = 'x'") == 0)
    #expect(
      try connection.integer("SELECT count(*) FROM sqlite_master WHERE name IN ('t', 'v')") == 0)
    #expect(run(["ls", folder.path]).output.contains("db") == before.contains(".db"))
  }

  @Test func whatGoesOnForEverIsEnded() throws {
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let clock = ContinuousClock()
    let began = clock.now
    #expect { try rows(endless, limit: .milliseconds(200)) } throws: {
      let problem = $0 as? SQLProblem
      return problem?.kind == .tookTooLong && problem?.message.contains("--timeout") ?? false
    }
    #expect(clock.now - began < .seconds(20))
    // Few steps, each of which takes long.
    let slow = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
      SELECT sum(length(hex(randomblob(4000000 + i)))) FROM n
      """
    let start = clock.now
    #expect { try rows(slow, limit: .milliseconds(200)) } throws: {
      ($0 as? SQLProblem)?.kind == .tookTooLong
    }
    #expect(clock.now - start < .seconds(5))
  }

  @Test func aRowThatIsTakenSlowlyCountsToo() throws {
    var count = 0
    #expect(throws: SQLProblem.self) {
      try ReadOnlySQL(archive(), limit: .milliseconds(100)).run(
        "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3", begin: { _ in }
      ) { _ in
        usleep(150_000)
        count += 1
        return true
      }
    }
    #expect(count < 3)
  }

  @Test func aDamagedFileIsNoFaultOfTheStatement() throws {
    let path = try archive().path
    let connection = try Archive(path: path).connectForReading()
    let page = try connection.integer("SELECT rootpage FROM sqlite_master WHERE name = 'source'")
    let size = try connection.integer("PRAGMA page_size")
    var bytes = bytes(ofFile: path)
    for index in Int((page - 1) * size)..<Int(page * size) { bytes[index] = 0xAA }
    folder.file("a.backfile", bytes)
    let sql = try ReadOnlySQL(Archive(path: path), limit: nil)
    #expect {
      try sql.run("SELECT * FROM source", begin: { _ in }, row: { _ in true })
    } throws: {
      ($0 as? StorageError)?.kind == .damaged
    }
  }
}
