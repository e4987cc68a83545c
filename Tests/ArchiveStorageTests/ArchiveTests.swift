import Glibc
import NewsModel
import TestSupport
import Testing

@testable import ArchiveStorage

struct ArchiveTests {
  let folder = TemporaryFolder()

  @Test func aNewArchiveIsKnownAgain() throws {
    let archive = Archive(path: folder.file("a.backfile"))
    #expect(!archive.exists)
    do {
      let connection = try archive.connectForWriting()
      #expect(try connection.integer("PRAGMA application_id") == 0x4241_4B46)
      #expect(try connection.integer("PRAGMA user_version") == Int64(Migration.latest))
      #expect(try connection.integer("PRAGMA page_size") == 32_768)
      #expect(try connection.integer("PRAGMA synchronous") == 2)
      #expect(try connection.first("PRAGMA journal_mode", [], { $0.text(0) }) == "wal")
    }
    let reader = try archive.connectForReading()
    #expect(try reader.integer("SELECT count(*) FROM article") == 0)
    #expect(throws: StorageError.self) { try reader.run("INSERT INTO source (name) VALUES ('x')") }
    #expect(!reader.hasOpenStatement)
  }

  /// The locks that this process has on a file, as the system tells them.
  private func locks(on path: String) throws -> Int {
    let inode = try #require(
      run(["stat", "-c", "%i", path]).output.split(whereSeparator: \.isNewline).first)
    return run(["cat", "/proc/locks"]).output.split(separator: "\n").count { line in
      let fields = line.split(separator: " ")
      return fields.count > 5 && fields[4] == "\(getpid())" && fields[5].hasSuffix(":" + inode)
    }
  }

  @Test func whoOpensAnArchiveASecondTimeLeavesTheFirstOnesLocks() throws {
    let archive = Archive(path: folder.file("a.backfile"))
    let writer = try archive.connectForWriting()
    _ = try writer.integer("SELECT count(*) FROM article")
    let before = try locks(on: archive.path)
    #expect(before > 0)
    for _ in 0..<2 { _ = try archive.connectForReading() }
    let second = try archive.connectForWriting()
    #expect(try second.integer("SELECT count(*) FROM article") == 0)
    #expect(try locks(on: archive.path) >= before)
  }

  @Test func anOpenFileThatIsNoArchiveIsRefusedToo() throws {
    let path = folder.file("other.db")
    let other = try Connection(path: path, mode: .create)
    #expect(try !Archive(path: path).connectForWriting().hasOpenStatement)
    let foreign = folder.file("foreign.db")
    let connection = try Connection(path: foreign, mode: .create)
    try connection.execute("CREATE TABLE x (y)")
    #expect { try Archive(path: foreign).connectForReading() } throws: {
      ($0 as? StorageError)?.kind == .notAnArchive
    }
    _ = (other, connection)
  }

  @Test func everyMigrationIsInTheBinary() throws {
    let files = run(["ls", Evaluation.packageRoot + "/Migrations"]).output
      .split(separator: "\n").map(String.init).sorted()
    #expect(files == Migration.all.map(\.name))
    for migration in Migration.all {
      let file = bytes(ofFile: "\(Evaluation.packageRoot)/Migrations/\(migration.name)")
      #expect(migration.sql == String(decoding: file, as: UTF8.self))
    }
    let versions = Migration.all.map(\.version)
    #expect(versions == Set(versions).sorted() && versions.first == 1)
  }

  @Test func readingWithoutAnArchiveSaysSo() {
    let archive = Archive(path: folder.file("none.backfile"))
    #expect { try archive.connectForReading() } throws: {
      ($0 as? StorageError)?.kind == .noArchive
    }
    #expect(!archive.exists)
  }

  @Test func whatIsNoArchiveIsRefusedAndUntouched() throws {
    let other = folder.file("other.db")
    let connection = try Connection(path: other, mode: .create)
    try connection.execute("CREATE TABLE t (x)")
    let contents = [
      other,
      folder.file(
        "text.txt", text: "Not a database, but rather long. " + String(repeating: "x", count: 200)),
      folder.file("short", text: "short"),
    ]
    for path in contents {
      let before = bytes(ofFile: path)
      for connect in [Archive.connectForReading, Archive.connectForWriting] {
        #expect { try connect(Archive(path: path))() } throws: {
          ($0 as? StorageError)?.kind == .notAnArchive
        }
      }
      #expect(bytes(ofFile: path) == before)
    }
  }

  @Test func anArchiveOfANewerVersionIsRefusedAndUntouched() throws {
    let path = folder.file("new.backfile")
    do {
      let connection = try Archive(path: path).connectForWriting()
      try connection.execute("PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let before = bytes(ofFile: path)
    for connect in [Archive.connectForReading, Archive.connectForWriting] {
      #expect { try connect(Archive(path: path))() } throws: {
        ($0 as? StorageError)?.kind == .newerVersion
      }
    }
    #expect(bytes(ofFile: path) == before)
  }

  @Test func aFailedMigrationLeavesTheOldArchive() throws {
    let connection = try Archive(path: folder.file("a.backfile")).connectForWriting()
    let next = Migration.latest + 1
    let broken = Migration(
      version: next, name: "x", sql: "CREATE TABLE half (x); CREATE TABLE half (x);")
    #expect(throws: StorageError.self) { try connection.migrate(with: [broken]) }
    #expect(try connection.integer("PRAGMA user_version") == Int64(Migration.latest))
    #expect(try connection.integer("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0)
    let whole = Migration(version: next, name: "x", sql: "CREATE TABLE half (x);")
    try connection.migrate(with: [whole])
    try connection.migrate(with: [whole])
    #expect(try connection.integer("PRAGMA user_version") == Int64(next))
  }

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    struct Stop: Error {}
    let connection = try Archive(path: folder.file("a.backfile")).connectForWriting()
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.run("INSERT INTO source (name) VALUES ('x')")
        throw Stop()
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM source") == 0)
    #expect(!connection.hasOpenStatement)
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute("CREATE TABLE t (x)")
    let values: [SQLValue] = [
      .null, .integer(Int64.min), .real(0.1), .text(""), .text("a\0b"), .text("naïve 中国 \u{1F4F0}"),
      .blob([]), .blob([0, 255]),
    ]
    for value in values { try connection.run("INSERT INTO t VALUES (?1)", [value]) }
    #expect(try connection.rows("SELECT x FROM t ORDER BY rowid", []) { $0.value(0) } == values)
  }
}
