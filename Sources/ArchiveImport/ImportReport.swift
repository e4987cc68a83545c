public import ArchiveStorage

/// What an import did.
public struct ImportReport: Sendable {
  /// The number of the run in the archive.
  public var run: Int64 = 0
  /// Records read and what became of them, over the whole run if it was continued.
  public var counts = ImportCounts()
  /// Whether it went on with a run that had been interrupted.
  public var isContinued = false
  /// Whether it was stopped before its end.
  public var isInterrupted = false
  /// Earlier articles out of which boilerplate was taken that later ones had shown to be such.
  public var revised = 0
  /// How many of the archive's articles are copies of others.
  public var copies = 0
  /// Files that could not be read, or not to their end, with the reason.
  public var problems: [FileProblem] = []
  /// The first rejects, up to ``rejectLimit``; the archive has all of them.
  public var firstRejects: [Reject] = []
  /// How often each remark about a record was made ("date not understood").
  public var remarks: [String: Int] = [:]
  /// What was read, by file, format, source and year, and what looks odd.
  public var tally = ImportTally()
  /// Bytes of input read, as they lie on disk.
  public var inputBytes: Int64 = 0

  static let rejectLimit = 20

  /// The sum that adds up: `read 500 = 487 new + 9 duplicates + 3 updated + 1 rejected`.
  public var sum: String {
    "read \(counts.read) = \(counts.added) new + \(counts.duplicates) duplicates"
      + " + \(counts.updated) updated + \(counts.rejected) rejected"
  }
}

/// A file that could not be read, or not to its end.
public struct FileProblem: Sendable, Equatable {
  /// The file.
  public var path: String
  /// What happened and the remedy.
  public var message: String
}

/// How far an import has come.
public struct ImportProgress: Sendable {
  /// Records read so far.
  public var records: Int
  /// Articles that are safely in the archive.
  public var saved: Int
  /// Bytes read so far, as they lie on disk.
  public var bytes: Int64
  /// Bytes of all files together; nil when one of them is a pipe.
  public var totalBytes: Int64?
}
