/// How long questions may take.
final class QueryTime {
  private var end: ContinuousClock.Instant?
  private var duration: Duration?

  /// Sets a limit, from now on; nil for none.
  func limit(to duration: Duration?) {
    self.duration = duration
    end = duration.map { .now + $0 }
  }

  /// Whether there is no time left.
  var isOver: Bool { end.map { .now >= $0 } ?? false }

  /// Throws ``QueryPlanError`` where there is no time left. It costs some 30 ns.
  func check() throws {
    guard isOver, let duration else { return }
    throw QueryPlanError(
      kind: .tookTooLong, message: "The question took longer than \(duration), and was stopped.")
  }
}
