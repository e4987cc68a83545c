import Glibc

/// What a finished process left behind.
public struct ProcessResult: Sendable {
  /// The exit code, or 128 + the signal that ended it.
  public let code: Int32
  /// Its standard output.
  public let output: String
  /// Its standard error.
  public let errors: String
}

/// Runs a program to its end, with standard input from a text.
///
/// Output goes through files, so that no pipe can fill up.
public func run(
  _ arguments: [String], input: String = "", environment: [String: String] = [:],
  folder: String? = nil
) -> ProcessResult {
  func temporary() -> Int32 {
    var template = Array("/tmp/backfile-run-XXXXXX\0".utf8CString)
    let file = mkstemp(&template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return file
  }
  let (standardInput, output, errors) = (temporary(), temporary(), temporary())
  defer { for file in [standardInput, output, errors] { close(file) } }
  let bytes = Array(input.utf8)
  _ = bytes.withUnsafeBytes { write(standardInput, $0.baseAddress, $0.count) }
  lseek(standardInput, 0, SEEK_SET)

  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
  posix_spawn_file_actions_adddup2(&actions, output, 1)
  posix_spawn_file_actions_adddup2(&actions, errors, 2)

  var variables: [String] = []
  var next = environ
  while let entry = next.pointee {
    let text = String(cString: entry)
    if !environment.keys.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
    next += 1
  }
  variables += environment.map { "\($0)=\($1)" }

  var process: pid_t = 0
  let arguments = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + arguments
  let argv = arguments.map { strdup($0) } + [nil]
  let envp = variables.map { strdup($0) } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  guard posix_spawnp(&process, arguments[0], &actions, nil, argv, envp) == 0 else {
    return ProcessResult(code: 127, output: "", errors: "cannot start \(arguments[0])")
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  func content(_ file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &chunk, chunk.count), count > 0 { all += chunk[..<count] }
    return String(decoding: all, as: UTF8.self)
  }
  let signal = status & 0x7F
  return ProcessResult(
    code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: content(output),
    errors: content(errors))
}
