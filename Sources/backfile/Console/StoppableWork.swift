import Glibc

/// Long work that shows how far it has come, and that Ctrl-C or SIGTERM ends cleanly.
struct StoppableWork<Report: Sendable> {
  /// What it did.
  let report: Report
  /// How the program ends where the work was stopped.
  let stopStatus: ExitStatus

  /// Runs work; a signal cancels its task.
  init(
    showing line: ProgressLine, _ work: @escaping @Sendable () async throws -> Report
  ) async throws {
    let task = Task { try await work() }
    let signals = StopSignals { task.cancel() }
    defer { line.clear() }
    func status() -> ExitStatus { signals.received == SIGTERM ? .terminated : .interrupted }
    do {
      report = try await task.value
    } catch is CancellationError {
      throw status()
    }
    stopStatus = status()
  }
}
