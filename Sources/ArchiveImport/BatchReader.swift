internal import ArchiveStorage
internal import NewsFormats
internal import NewsModel

/// Records as they came from the readers, in order.
struct ReadBatch: Sendable {
  struct Entry: Sendable {
    var event: RecordEvent
    var file: Int
    /// Whether an earlier, interrupted run has dealt with it: it is only looked at for repeats.
    var isDone: Bool
  }

  var entries: [Entry] = []
  var files: [WorkBatch.FileState] = []
  var problems: [FileProblem] = []
  /// Bytes read since the import began, as they lie on disk.
  var bytesRead: Int64 = 0
}

/// Reads the inputs one after the other, on a thread of its own.
actor BatchReader {
  private let executor = BlockingExecutor("backfile.reader")
  private let inputs: [InputFile]
  private let options: ImportOptions
  private let done: [String: Int]
  private let batchBytes: Int
  private var next = 0
  private var bytesBefore: Int64 = 0
  private var reader: InputReader?
  private var state: WorkBatch.FileState?

  /// A batch ends with so many bytes of text, or so many records.
  ///
  /// Three batches are in memory at a time: one is read, one analysed, one written.
  static let batchBytes = 6 << 20
  private static let batchRecords = 20_000
  private let batchRecords: Int

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(
    _ inputs: [InputFile], options: ImportOptions, done: [String: Int],
    batchBytes: Int = BatchReader.batchBytes, batchRecords: Int? = nil
  ) {
    (self.inputs, self.options, self.done) = (inputs, options, done)
    self.batchBytes = batchBytes
    self.batchRecords = min(batchRecords ?? Self.batchRecords, Self.batchRecords)
  }

  /// The next records; nil when all inputs have been read.
  func nextBatch() -> ReadBatch? {
    var batch = ReadBatch()
    var bytes = 0
    while bytes < batchBytes, batch.entries.count < batchRecords {
      if reader == nil {
        guard next < inputs.count else { break }
        open(inputs[next], in: &batch)
        continue
      }
      bytes += readOn(into: &batch)
    }
    if let state, reader != nil { batch.files.append(state) }
    batch.bytesRead = bytesBefore + Int64(reader?.bytesRead ?? 0)
    let isOver = batch.entries.isEmpty && batch.files.isEmpty && batch.problems.isEmpty
    return isOver ? nil : batch
  }

  private func open(_ input: InputFile, in batch: inout ReadBatch) {
    state = WorkBatch.FileState(
      file: next, path: input.path, format: nil, records: 0, isFinished: false, problem: nil)
    do {
      // A piece is not divided: small batches need small pieces.
      reader = try InputReader(
        input, options: options,
        pieceBytes: batchRecords < Self.batchRecords ? 64 << 10 : InputReader.pieceBytes)
    } catch {
      close(because: error, in: &batch)
    }
  }

  /// Reads one piece; gives the bytes of text that came out of it.
  private func readOn(into batch: inout ReadBatch) -> Int {
    let skipped = done[inputs[next].path] ?? 0
    let file = next
    var entries: [ReadBatch.Entry] = []
    var bytes = 0
    defer { batch.entries += entries }
    do {
      let goesOn = try reader?.readOn { event in
        let record: Int
        switch event {
        case .article(let draft, let position):
          bytes += draft.text.utf8.count + 512
          record = position.record
        case .rejected(let position, _, let excerpt):
          bytes += excerpt.utf8.count + 512
          record = position.record
        }
        entries.append(.init(event: event, file: file, isDone: record <= skipped))
        state?.records = record
      }
      state?.format = reader?.format?.name
      if goesOn != true { close(because: nil, in: &batch) }
    } catch {
      close(because: error, in: &batch)
    }
    return bytes
  }

  private func close(because error: (any Error)?, in batch: inout ReadBatch) {
    bytesBefore += Int64(reader?.bytesRead ?? 0)
    reader = nil
    if var state {
      state.isFinished = true
      if let error {
        state.problem = String(describing: error)
        batch.problems.append(
          FileProblem(path: state.path, message: describe(error, of: state.path)))
      }
      batch.files.append(state)
    }
    state = nil
    next += 1
  }

  private func describe(_ error: any Error, of path: String) -> String {
    let text = String(describing: error)
    return text.contains(path) ? text : "\(path): \(text)"
  }
}
