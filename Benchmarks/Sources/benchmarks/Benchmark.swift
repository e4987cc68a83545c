import Glibc

/// Something whose speed is measured, on one thread. A file each beside this one, and a line in
/// `Benchmark.all`.
struct Benchmark: Sendable {
  /// What is typed to run it.
  var name: String
  /// Runs it over the folder of corpora, and prints a line a measurement.
  var run: @Sendable (_ corpora: String) throws -> Void

  static let all: [Benchmark] = [.boilerplate, .quotes]
}

/// Processor time that this thread has used, in seconds: unlike the clock's, other processes do not
/// lengthen it much.
func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The best of three runs, in megabytes a second.
func megabytesPerSecond(bytes: Int, _ work: () -> Int) -> Double {
  var best = Double.infinity
  for _ in 0..<3 {
    let start = threadSeconds()
    let result = work()
    best = min(best, threadSeconds() - start)
    // The result must count, or the work is optimised away.
    if result == Int.min { print("impossible") }
  }
  return Double(bytes) / 1e6 / best
}

/// How fast a loop looks at every byte of the texts and counts those that are spaces: the naive
/// version of any analysis.
func byteScan(_ texts: [String], bytes: Int) -> Double {
  let arrays = texts.map { Array($0.utf8) }
  return megabytesPerSecond(bytes: bytes) {
    var spaces = 0
    for array in arrays {
      for byte in array where byte == 0x20 { spaces &+= 1 }
    }
    return spaces
  }
}

/// Text padded to a width, for columns.
func column(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

/// A number with one digit behind the point.
func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
