import Glibc
import TestSupport
import Testing

@testable import ArchiveStorage

/// What a process leaves that is killed while it makes an archive.
struct KilledCreationTests {
  let folder = TemporaryFolder()

  /// A journal by which SQLite makes a file empty again: magic, no records, a nonce, no pages before, sectors
  /// of 512 bytes, pages of 32 kB (sqlite.org/fileformat.html#the_rollback_journal).
  private static let journal: [UInt8] =
    [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0]
    + [0, 0, 2, 0, 0, 0, 0x80, 0] + [UInt8](repeating: 0, count: 484)

  private func pages(isWritten: Bool) throws -> [UInt8] {
    guard isWritten else { return [UInt8](repeating: 0, count: 3 << 15) }
    let path = folder.file("whole.backfile")
    do { _ = try Archive(path: path).connectForWriting() }
    return bytes(ofFile: path)
  }

  @Test(arguments: [true, false])
  func theArchiveIsMadeAnew(isWritten: Bool) throws {
    let path = folder.file("a.backfile", try pages(isWritten: isWritten))
    folder.file("a.backfile-journal", Self.journal)
    #expect { try Archive(path: path).connectForReading() } throws: {
      ($0 as? StorageError)?.kind == .noArchive
    }
    let connection = try Archive(path: path).connectForWriting()
    #expect(try connection.integer("PRAGMA user_version") == Int64(Migration.latest))
    #expect(try connection.integer("SELECT count(*) FROM article") == 0)
    #expect(try ArchiveCheck(Archive(path: path)).run().allSatisfy(\.problems.isEmpty))
  }

  @Test func zerosWithoutAJournalAreNoArchive() throws {
    let path = folder.file("a.backfile", try pages(isWritten: false))
    #expect { try Archive(path: path).connectForWriting() } throws: {
      ($0 as? StorageError)?.kind == .notAnArchive
    }
    #expect(bytes(ofFile: path) == [UInt8](repeating: 0, count: 3 << 15))
  }
}
