import ArchiveExport
import ArchiveImport
import ArchiveStorage
import Glibc
import Synchronization

/// Shows how far an import or another long work has come: one line that changes on a terminal, a plain line now and then
/// elsewhere.
final class ProgressLine: Sendable {
  private let isQuiet: Bool
  private let state: Mutex<State>

  private struct State {
    var began = ContinuousClock.now
    var lastShown: ContinuousClock.Instant?
    var hasLine = false
  }

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    state = Mutex(State())
  }

  func show(_ progress: ImportProgress) { show { Self.line(progress, elapsed: $0) } }

  func show(_ progress: QuoteReindex.Progress) {
    show(progress.counts.articles, of: progress.articles)
  }

  func show(_ progress: CopySearch.Progress) { show(progress.done, of: progress.articles) }

  func show(_ progress: BoilerplateRevision.Progress) {
    show(progress.done, of: progress.articles)
  }

  private func show(_ done: Int, of all: Int) {
    show { elapsed in
      let share = Double(done) / Double(max(all, 1))
      var line = "\(grouped(done)) of \(grouped(all)) articles"
      if share > 0.02, share < 1 {
        line += ", \(Self.clock(elapsed / .seconds(1) * (1 / share - 1))) left"
      }
      return line
    }
  }

  /// Shows a line that is made of the time since the beginning, if it is time for one.
  private func show(_ line: (Duration) -> String) {
    guard !isQuiet else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      let pause: Duration = Console.errorsAreTerminal ? .milliseconds(100) : .seconds(10)
      // The first plain line comes after a pause: a short import needs none.
      if let last = state.lastShown ?? (Console.errorsAreTerminal ? nil : state.began),
        now - last < pause
      {
        return
      }
      state.lastShown = now
      let line = line(now - state.began)
      if Console.errorsAreTerminal {
        Console.write("\r\u{1B}[K" + Console.safe(line), to: STDERR_FILENO)
        state.hasLine = true
      } else {
        Console.inform(line)
      }
    }
  }

  /// Takes the changing line away.
  func clear() {
    state.withLock { state in
      if state.hasLine { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
      state.hasLine = false
    }
  }

  static func line(_ progress: ImportProgress, elapsed: Duration) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    let speed = Double(progress.bytes) / 1e6 / seconds
    var line = "\(grouped(progress.records)) records, \(grouped(progress.saved)) saved"
    line += ", \(decimal(speed, places: 1)) MB/s"
    if let total = progress.totalBytes, total > 0 {
      let share = min(Double(progress.bytes) / Double(total), 1)
      line += ", \(Int(share * 100))%"
      if share > 0.02, seconds > 1 { line += ", \(clock(seconds / share - seconds)) left" }
    }
    return line
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60
      ? "\(whole) s"
      : whole < 3600
        ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}
