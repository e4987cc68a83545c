import ArchiveExport
import ArchiveStorage
import ArgumentParser
import Glibc

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the archive's tables in SQL, read-only.",
    discussion: """
      One statement that reads; nothing can be written, no other file opened. The tables are in
      Docs/data-dictionary.md; a statement of - is read from standard input.

        backfile sql 'SELECT source, count(*) FROM article GROUP BY source' --csv
        backfile sql 'SELECT * FROM quote LIMIT 5' --jsonl
      """)

  @Argument(help: ArgumentHelp("The statement.", valueName: "sql"))
  var words: [String]

  @Option(help: ArgumentHelp("How long it may take, in seconds; 0 is for ever.", valueName: "s"))
  var timeout = 60.0

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(timeout >= 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number from 0.")
    }
  }

  func run() throws {
    let text = words == ["-"] ? standardInput() : words.joined(separator: " ")
    let sql = try ReadOnlySQL(archive.archive, limit: timeout == 0 ? nil : .seconds(timeout))
    var table: (any TableWriter)?
    if timeout > 0 { Self.endProcess(after: timeout + 1) }
    do {
      try sql.run(text) { columns in
        table = try output.tableWriterOrTable()
        try table?.begin(columns: columns)
      } row: { values in
        try table?.write(values.map(Self.cell))
        return true
      }
    } catch let problem as SQLProblem {
      // What was found before is no whole answer, and is not passed off as one.
      throw CommandFailure(message: problem.message, status: ExitStatus(problem.kind))
    }
    Self.endProcess(after: 0)
    try table?.end()
  }

  /// Ends the process in so many seconds; 0 takes that back.
  ///
  /// A function such as LIKE is one step to SQLite, however long it takes, and cannot be interrupted. The
  /// archive is only read, so that nothing is lost.
  private static func endProcess(after seconds: Double) {
    signal(SIGALRM) { _ in
      let message: StaticString = "backfile: it took longer than --timeout allows\n"
      write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(ExitStatus.tookTooLong.rawValue)
    }
    // Who started this process may have kept signals from it.
    var alarm = sigset_t()
    sigemptyset(&alarm)
    sigaddset(&alarm, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &alarm, nil)
    let whole = seconds.rounded(.down)
    var timer = itimerval()
    timer.it_value = timeval(tv_sec: Int(whole), tv_usec: Int((seconds - whole) * 1e6))
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  private func standardInput() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }

  private static func cell(_ value: SQLValue) -> Cell {
    switch value {
    case .null: .missing
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    case .blob(let bytes): .text("x'" + bytes.map(hexadecimal).joined() + "'")
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension ExitStatus {
  fileprivate init(_ kind: SQLProblem.Kind) {
    self =
      switch kind {
      case .statement: .usage
      case .tookTooLong: .tookTooLong
      case .tooMuchMemory: .failure
      }
  }
}
