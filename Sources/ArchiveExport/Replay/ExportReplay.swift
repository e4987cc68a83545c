public import ArchiveQuery
internal import NewsFormats

/// An export that was made before, made again from an archive as it is now, and compared.
public struct ExportReplay: Sendable {
  /// What became of a file.
  public enum Change: String, Sendable {
    /// It would have the same bytes.
    case identical
    /// It would have other bytes.
    case changed
    /// The record has it, and it would not be made.
    case gone
    /// It would be made, and the record does not have it.
    case new
  }

  /// The query that was asked again.
  public let query: String
  /// The files of the record, and those that would be made now, each with what became of it.
  public let files: [(name: String, change: Change)]
  /// Files in the folder that are not what the record says: somebody has edited them.
  public let edited: [String]
  /// Files of the record that are not in the folder.
  public let missing: [String]
  /// The ids of articles that are found now and were not; nil where the exported articles are not
  /// there to compare with.
  public let came: [String]?
  /// The ids of articles that were found and are not now.
  public let went: [String]?
  /// The ids of articles whose row is another one now.
  public let changed: [String]?
  /// Which archive it was, and which it is; equal where nothing was imported since.
  public let archives: (recorded: String, now: String)
  /// Which version made it, and which version this is.
  public let versions: (recorded: String, now: String)

  /// Whether the export can be reproduced to the byte.
  public var isIdentical: Bool { files.allSatisfy { $0.change == .identical } }

  /// Makes an export again, without writing it.
  ///
  /// - Parameters:
  ///   - path: The export's folder, or its `datapackage.json`.
  ///   - reader: The archive.
  ///   - version: The version of the program.
  /// - Throws: ``ReplayError`` where there is no such record, or it cannot be read.
  public init(of path: String, from reader: ArchiveReader, version: String) throws {
    let record = try ExportRecord(path)
    let query = try record.query
    var now: [String: UInt64] = [:]
    let export = ArchiveExport(query, from: reader, options: record.options, version: version)
    var isHeader = true
    let made = try export.write(to: .nowhere) { line in
      var records = CSVRecords()
      for byte in line.utf8 {
        guard let record = records.read(byte) else { continue }
        if !isHeader { now[record.id] = record.hash }
        isHeader = false
      }
    }
    let madeNow = Dictionary(uniqueKeysWithValues: made.map { ($0.file, $0.sha256) })
    files =
      record.files.map { file in
        (
          file.name,
          madeNow[file.name].map { $0 == file.sha256 ? .identical : .changed } ?? .gone
        )
      }
      + made.filter { file in !record.files.contains { $0.name == file.file } }
      .map { ($0.file, .new) }
    let states = record.files.map { (name: $0.name, state: record.state(of: $0)) }
    edited = states.filter { $0.state == .edited }.map(\.name)
    missing = states.filter { $0.state == .missing }.map(\.name)
    let before = try record.articles()
    came = before.map { before in now.keys.filter { before[$0] == nil }.sorted() }
    went = before.map { before in before.keys.filter { now[$0] == nil }.sorted() }
    changed = before.map { before in
      now.filter { before[$0.key] != nil && before[$0.key] != $0.value }.map(\.key).sorted()
    }
    self.query = query.text
    let identity = try reader.identity()
    archives = (
      record.archive,
      ExportRecord.name(ofArchive: identity.id, identity.articles, identity.lastImport)
    )
    versions = (record.version, version)
  }
}

/// A record that cannot be replayed, and why.
public struct ReplayError: Error, Sendable, CustomStringConvertible {
  /// One sentence for people.
  public let description: String
}
