internal import ArchiveQuery
internal import ArchiveStorage
internal import Glibc
internal import Synchronization

/// A few threads, each with its own reader of the archive: questions block, and may not block the sockets.
final class ReaderPool: Sendable {
  /// Whether a question is still wanted: false when whoever asked has left.
  final class Interest: Sendable {
    private let isOver = Atomic<Bool>(false)

    /// Says that nobody waits for the answer.
    func end() { isOver.store(true, ordering: .relaxed) }
    var hasEnded: Bool { isOver.load(ordering: .relaxed) }
  }

  /// What a thread does for a request, with its reader.
  struct Work: Sendable {
    let interest: Interest
    let body: @Sendable (Result<ArchiveReader, any Error>) -> Void
  }

  private let archive: Archive
  private let limit: Duration
  private let queue = WorkQueue()

  /// A pool of so many threads; a question may take so long. Each begins with reading what many questions
  /// need.
  init(_ archive: Archive, threads: Int, limit: Duration) throws {
    (self.archive, self.limit) = (archive, limit)
    for _ in 0..<max(1, threads) {
      try WorkerThread.start { [self] in serve() }
    }
  }

  /// Has a thread do something; false where too many wait already.
  func submit(_ work: Work) -> Bool { queue.append(work) }

  /// Ends the threads, after what they are doing.
  func close() { queue.close() }

  private func serve() {
    var reader = try? ArchiveReader(archive)
    // What cannot be read will be told to whoever asks.
    try? reader?.prepareFacets()
    while let work = queue.next() {
      if work.interest.hasEnded { continue }
      let result = Result {
        if let reader { return reader }
        let new = try ArchiveReader(archive)
        reader = new
        return new
      }
      let interest = work.interest
      reader?.limitTime(to: limit) { interest.hasEnded }
      work.body(result)
    }
  }
}

/// Work that waits for a thread.
private final class WorkQueue: @unchecked Sendable {
  // What is here is only touched under the lock; a condition variable has no other form in Swift 6.
  private var waiting: [ReaderPool.Work] = []
  private var isClosed = false
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Beyond so many, requests are refused at once.
  private static let most = 512

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  func append(_ work: ReaderPool.Work) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard !isClosed, waiting.count < Self.most else { return false }
    waiting.append(work)
    pthread_cond_signal(condition)
    return true
  }

  /// The next piece, waited for; nil when the queue is closed.
  func next() -> ReaderPool.Work? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty, !isClosed { pthread_cond_wait(condition, lock) }
    return isClosed ? nil : waiting.removeFirst()
  }

  func close() {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    isClosed = true
    pthread_cond_broadcast(condition)
  }
}

/// A thread of the system, with a stack as large as the main thread's: queries may be nested.
private enum WorkerThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) throws {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, 8 << 20)
    pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    let body = Unmanaged.passRetained(Body(run))
    var thread: pthread_t = 0
    let code = pthread_create(
      &thread, attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      throw ServerError(message: "no thread can be started: \(String(cString: strerror(code)))")
    }
  }
}
