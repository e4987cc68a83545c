import Glibc
import NewsModel
import TestSupport
import Testing

@testable import ArchiveStorage

struct ArchiveBackupTests {
  let folder = TemporaryFolder()

  private func archive(_ name: String, source: String) throws -> Archive {
    let archive = Archive(path: folder.file(name))
    try archive.connectForWriting().run("INSERT INTO source (name) VALUES (?1)", [.text(source)])
    return archive
  }

  private func sources(of path: String) throws -> [String] {
    try Archive(path: path).connectForReading().rows("SELECT name FROM source ORDER BY id") {
      $0.text(0)
    }
  }

  private var files: [String] {
    run(["ls", folder.path]).output.split(separator: "\n").map(String.init)
  }

  @Test func aBackupIsMadeWhileSomebodyWrites() throws {
    let archive = try archive("a.backfile", source: "Herald")
    let writer = try archive.connectForWriting()
    try writer.begin()
    try writer.run("INSERT INTO source (name) VALUES ('Post')")
    try ArchiveBackup(archive).run(to: folder.path + "/b")
    try writer.commit()
    #expect(try sources(of: folder.path + "/b") == ["Herald"])
    #expect(try sources(of: archive.path) == ["Herald", "Post"])
    // One plain file: nothing beside it, nothing left of the way there.
    #expect(files.filter { $0.hasPrefix("b") } == ["b"])
  }

  @Test func whatIsThereIsReplacedOnlyWhenAsked() throws {
    let archive = try archive("a.backfile", source: "Herald")
    let path = folder.file("b", text: "something else")
    #expect(throws: StorageError.self) { try ArchiveBackup(archive).run(to: path) }
    #expect(String(decoding: bytes(ofFile: path), as: UTF8.self) == "something else")
    try ArchiveBackup(archive).run(to: path, replaces: true)
    #expect(try sources(of: path) == ["Herald"])
  }

  @Test func aDamagedArchiveIsNotBackedUp() throws {
    let archive = try archive("a.backfile", source: "Herald")
    do {
      let connection = try archive.connectForWriting()
      connection.permitIndexPages()
      try connection.execute("DELETE FROM article_fts_data WHERE id = 10")
    }
    #expect { try ArchiveBackup(archive).run(to: folder.path + "/b") } throws: {
      ($0 as? StorageError)?.kind == .damaged
    }
    #expect(!files.contains { $0.hasPrefix("b") })
  }

  @Test func aRestoredArchiveIsTheBackupAndTheFormerOneIsKept() throws {
    let former = try archive("a.backfile", source: "Herald")
    let backup = try archive("b.backfile", source: "Post")
    #expect(throws: StorageError.self) { try ArchiveBackup(former).restore(from: backup.path) }
    let kept = try ArchiveBackup(former).restore(from: backup.path, replaces: true)
    #expect(try sources(of: former.path) == ["Post"])
    #expect(try sources(of: backup.path) == ["Post"])
    #expect(kept == former.path + ".before-1")
    #expect(try sources(of: former.path + ".before-1") == ["Herald"])
    let new = Archive(path: folder.path + "/new")
    #expect(try ArchiveBackup(new).restore(from: backup.path) == nil)
    #expect(try sources(of: new.path) == ["Post"])
  }

  @Test func anArchiveInUseIsNotReplaced() throws {
    let used = try archive("a.backfile", source: "Herald")
    let backup = try archive("b.backfile", source: "Post")
    let reader = try used.connectForReading()
    try reader.execute("BEGIN")
    _ = try reader.integer("SELECT count(*) FROM source")
    #expect { try ArchiveBackup(used).restore(from: backup.path, replaces: true) } throws: {
      ($0 as? StorageError)?.kind == .locked
    }
    #expect(try reader.integer("SELECT count(*) FROM source") == 1)
  }

  @Test func anOlderArchiveIsBackedUpBeforeItsSchemaChanges() throws {
    let archive = Archive(path: folder.file("a.backfile"))
    do {
      let connection = try Connection(path: archive.path, mode: .create)
      try connection.execute("PRAGMA application_id = \(ArchiveSignature.applicationID)")
      try connection.migrate(with: Array(Migration.all.prefix(5)))
      try connection.execute(
        """
        INSERT INTO import_run VALUES (1, '', '', '', '', '', 1, 1, 0, 0, 0);
        INSERT INTO import_file (id, import_run_id, path) VALUES (1, 1, 'x');
        INSERT INTO article_record (arrival, id, words, import_file_id, record, identity, sha256)
          VALUES (1, 1, 0, 1, 1, 1, x'');
        INSERT INTO article_body VALUES (1, 'text', NULL);
        """)
    }
    do { _ = try archive.connectForWriting() }
    let copy = try Connection(path: archive.pathBeforeMigration(from: 5), mode: .read)
    #expect(try copy.integer("PRAGMA user_version") == 5)
    #expect(try copy.first("SELECT body FROM article_body", [], { $0.text(0) }) == "text")
    #expect(
      try archive.connectForReading().integer("PRAGMA user_version") == Int64(Migration.latest))
  }
}
