/// How long questions may take.
final class QueryTime {
  private var end: ContinuousClock.Instant?
  private var duration: Duration?
  private var isCancelled: () -> Bool = { false }

  /// Sets a limit, from now on; nil for none. The closure says whether nobody waits any longer.
  func limit(to duration: Duration?, orUntil isCancelled: @escaping () -> Bool) {
    (self.duration, self.isCancelled) = (duration, isCancelled)
    end = duration.map { .now + $0 }
  }

  /// Whether there is no time left.
  var isOver: Bool { isCancelled() || (end.map { .now >= $0 } ?? false) }

  /// Throws ``QueryPlanError`` where there is no time left. It costs some 30 ns.
  func check() throws {
    guard isOver else { return }
    throw QueryPlanError(
      kind: .tookTooLong,
      message: duration.map { "The question took longer than \($0), and was stopped." }
        ?? "The question was stopped.")
  }
}
