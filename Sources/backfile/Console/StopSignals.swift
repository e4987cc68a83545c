@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and SIGTERM ask for a clean end; a second one ends at once.
final class StopSignals: Sendable {
  private let sources: [any DispatchSourceSignal]
  private let last = Atomic<Int32>(0)

  init(_ stop: @escaping @Sendable () -> Void) {
    let signals = [SIGINT, SIGTERM]
    sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
    for (number, source) in zip(signals, sources) {
      source.setEventHandler { [weak self] in
        guard let self else { return }
        if self.last.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        stop()
      }
      source.activate()
      // Behind that, so that no signal is lost: until here one ends the program at once.
      signal(number, SIG_IGN)
    }
  }

  /// The signal that came, or 0.
  var received: Int32 { last.load(ordering: .relaxed) }
}
