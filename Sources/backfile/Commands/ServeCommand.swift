import ArchiveExport
import ArchiveQuery
import ArchiveServer
import ArchiveStorage
import ArgumentParser
import Glibc

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the archive as a web page.",
    discussion: """
      The page is for this machine unless --host says otherwise, and only reads unless --write lets it
      keep tags and notes. Ctrl-C ends it.

        backfile serve
        backfile serve --port 8080 --write
        backfile serve --get '/search.json?q=strike'

      With --get, one request is answered on standard output and nothing listens. --host 0.0.0.0 shows
      the page to everybody who can reach the machine: there is no password. Each name by which they ask
      is then given with --allow-host.
      """)

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at; 0 takes any that is free.")
  var port = 8001

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Answer under this name too; may be repeated.", valueName: "name"))
  var allowHost: [String] = []

  @Flag(help: "Let the page keep tags and notes.")
  var write = false

  @Option(help: ArgumentHelp("Answer one request, and end.", valueName: "path"))
  var get: String?

  @Option(help: ArgumentHelp("Stop a question after so many seconds.", valueName: "seconds"))
  var timeout = 20.0

  @Option(help: ArgumentHelp("How many questions to answer at once.", valueName: "number"))
  var threads = 4

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port takes a number to 65535.") }
    if !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds.")
    }
    if !(1...64).contains(threads) { throw ValidationError("--threads takes a number to 64.") }
    if let get, !get.hasPrefix("/") {
      throw ValidationError("--get takes the path of a page, which begins with a slash.")
    }
  }

  func run() throws {
    // What is wrong with the archive is said now, and not at the first request.
    let reader = try ArchiveReader(archive.archive)
    if let get { return try answer(get, from: reader) }
    let (host, others, canWrite, archive) = (host, allowHost, write, archive.archive)
    let server = try SocketServer(
      host: host, port: port, archive: archive, threads: threads, limit: .seconds(timeout)
    ) { port in
      Site(
        archive, hosts: Site.hosts(at: host, port: port, others: others), canWrite: canWrite,
        version: Backfile.version)
    }
    let signals = StopSignals { server.stop() }
    let name = host.contains(":") ? "[\(host)]" : host == "0.0.0.0" ? "127.0.0.1" : host
    Console.inform(
      "\(archive.path) is at http://\(name):\(server.port)/\(write ? ", and can be written" : ""); "
        + "Ctrl-C ends it")
    try server.wait()
    // Stopping is how this work is done.
    _ = signals.received
  }

  /// Answers one request on standard output; a status of an error is a failure.
  private func answer(_ path: String, from reader: ArchiveReader) throws {
    let hosts = Site.hosts(at: host, port: port)
    let site = Site(archive.archive, hosts: hosts, canWrite: false, version: Backfile.version)
    reader.limitTime(to: .seconds(timeout))
    let sink = ByteSink()
    var status = 0
    try site.answer(
      Request(.get, path, headers: ["host": "\(hosts.sorted()[0])"]), from: reader
    ) { response in
      status = response.status
      try response.write(to: sink)
    }
    guard status < 400 else {
      throw CommandFailure(
        message: "\(path): status \(status)", status: status < 500 ? .usage : .failure)
    }
  }
}
