internal import Dispatch

/// A thread of its own for an actor whose work blocks: reading files, or writing with SQLite.
///
/// On the shared threads of Swift's concurrency, of which a small machine has two, such an actor
/// would hold up the text analysis beside it.
final class BlockingExecutor: SerialExecutor {
  private let queue: DispatchQueue

  init(_ label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
