public import ArchiveStorage
public import NewsFormats
internal import NewsModel
internal import NewsText

/// Takes dumps into an archive.
///
/// It is a pipeline of three stages that work at the same time on three batches: reading on one
/// thread, text analysis on all cores, writing on one thread in a transaction a batch.
public struct Importer: Sendable {
  private let archive: Archive
  private let options: ImportOptions
  private let version: String
  /// After so many new articles at the latest what was read is written to the disk; nil leaves that to the
  /// memory that waits. Smaller transactions make a slower import.
  public var saveEvery: Int?
  /// How much text makes a batch: tests make it small.
  var batchBytes = BatchReader.batchBytes
  /// How much waits in memory before a transaction ends: tests make it small.
  var transactionBytes = BatchWriter.transactionBytes

  /// An importer into an archive, which need not exist yet.
  ///
  /// - Parameters:
  ///   - archive: The archive.
  ///   - options: What the user says about the dump.
  ///   - version: The version of the program, which is stored with the run.
  public init(archive: Archive, options: ImportOptions = ImportOptions(), version: String) {
    (self.archive, self.options, self.version) = (archive, options, version)
  }

  /// Imports files, folders and standard input (`-`).
  ///
  /// Cancelling the task ends the import between two batches; what was written stays, and the same
  /// call goes on from there. A file that cannot be read is a problem in the report, not an error.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, `-`.
  ///   - onProgress: Is told now and then how far it has come.
  ///   - onSaved: Is told, after each transaction, how many new articles are safely on the disk.
  /// - Returns: What was done.
  /// - Throws: ``StorageError`` where the archive cannot be written.
  public func run(
    paths: [String], onProgress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
    onSaved: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ImportReport {
    let inputs = discoverInputs(paths, besides: archive.files)
    let writer = try await BatchWriter(
      archive, transactionBytes: transactionBytes, saveEvery: saveEvery, onSaved: onSaved)
    let signature = RunSignature(paths: paths, inputs: inputs.files, options: options)
    let begun = try await writer.begin(
      version: version, arguments: signature.arguments, signature: signature.text)
    let run = ImportPipeline(
      reader: BatchReader(
        inputs.files, options: options, done: begun.done, batchBytes: batchBytes,
        batchRecords: saveEvery),
      writer: writer, archive: archive, totalBytes: inputs.totalBytes, onProgress: onProgress)

    var report = try await run.execute()
    report.run = begun.run
    report.isContinued = begun.isContinued
    report.problems.insert(
      contentsOf: inputs.problems.map {
        FileProblem(path: $0.input, message: String(describing: $0))
      }, at: 0)
    guard !report.isInterrupted else { return report }
    try await writer.finish()
    // What is not known when it is stopped is found by the next import.
    let search = try await CopySearch(archive).run()
    (report.copies, report.isInterrupted) = (search.copies, search.isInterrupted)
    return report
  }
}

extension DiscoveredInputs {
  /// Bytes of all files together; nil when one of them is a pipe.
  fileprivate var totalBytes: Int64? {
    var sum: Int64 = 0
    for file in files {
      guard let size = file.size else { return nil }
      sum += Int64(size)
    }
    return sum
  }
}

/// What an interrupted run is known by: the same paths, sizes and options.
struct RunSignature {
  /// The paths and options as JSON, for the books.
  let arguments: String
  let text: String

  init(paths: [String], inputs: [InputFile], options: ImportOptions) {
    let mapping = options.mapping.sorted { $0.key < $1.key }.map {
      "\($0.value.rawValue)=\($0.key)"
    }
    let said: [(String, String?)] = [
      ("format", options.format?.name), ("source", options.source),
      ("language", options.language), ("date-order", options.dateOrder?.rawValue),
      ("delimiter", options.delimiter.map { String(UnicodeScalar($0)) }),
      ("plain-text", options.isPlainText ? "true" : nil),
      ("map", mapping.isEmpty ? nil : mapping.joined(separator: " ")),
    ]
    arguments =
      jsonObject(
        of: [MetadataField(name: "paths", json: jsonArray(of: paths) ?? "[]")]
          + said.compactMap { name, value in
            value.map { MetadataField(name: name, json: jsonString($0)) }
          }) ?? "{}"
    // Standard input cannot be read again from its beginning: such a run is never continued.
    let salt = inputs.contains(.standardInput) ? String(UInt64.random(in: 0...UInt64.max)) : nil
    let identity = SHA256.identity(
      of: [arguments, salt] + inputs.flatMap { [$0.path, $0.size.map(String.init)] })
    text = String(UInt64(bitPattern: identity), radix: 16)
  }
}
