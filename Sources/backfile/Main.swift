import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import Glibc

/// The entry point: runs a command, and turns how it ended into an exit code.
@main
enum Main {
  static func main() async {
    // A reader that stops early is no failure; a file-size limit is an error like any other.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Where a standard stream is closed, the next file would take its number, and our messages.
    while case let file = open("/dev/null", O_RDWR | O_CLOEXEC), file >= 0 {
      if file > STDERR_FILENO {
        close(file)
        break
      }
    }
    do {
      var command = try Backfile.parseAsRoot(
        commandLineWords(Array(CommandLine.arguments.dropFirst())))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(report(error))
    }
  }

  /// Says what went wrong, on standard error, and gives the exit code for it.
  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let output as OutputError where output.isClosedPipe:
      return ExitStatus.done.rawValue
    case let status as ExitStatus:
      return status.rawValue
    case let failure as CommandFailure:
      Console.complain(failure.message)
      return failure.status.rawValue
    case let plan as QueryPlanError:
      Console.complain(plan.message)
      return (plan.kind == .tookTooLong ? ExitStatus.tookTooLong : .usage).rawValue
    case let storage as StorageError where storage.kind == .interrupted:
      Console.complain("The question took longer than --timeout allows, and was stopped.")
      return ExitStatus.tookTooLong.rawValue
    case let storage as StorageError:
      Console.complain(storage.message)
      return ExitStatus(storage.kind).rawValue
    case is any CustomStringConvertible where !isArgumentParserError(error):
      Console.complain(String(describing: error))
      return ExitStatus.failure.rawValue
    default:
      let code = Backfile.exitCode(for: error)
      let message = Backfile.fullMessage(for: error)
      if code == .success {
        print(message)
        return ExitStatus.done.rawValue
      }
      Console.write(message + "\n", to: STDERR_FILENO)
      return code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failure.rawValue
    }
  }

  /// ArgumentParser's errors are not public; it gives each another code than plain failure.
  private static func isArgumentParserError(_ error: any Error) -> Bool {
    Backfile.exitCode(for: error) != .failure
  }
}
