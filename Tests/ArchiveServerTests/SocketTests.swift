import ArchiveStorage
import Glibc
import TestSupport
import Testing

@testable import ArchiveServer

/// The server with real sockets: what HTTP itself asks for.
struct SocketTests {
  /// Sends bytes to a port of this machine, and reads until the other side closes.
  private func exchange(_ port: Int, _ request: String, closes: Bool = true) -> String {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var timeout = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      file, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { return "no connection" }
    let bytes = Array(request.utf8)
    _ = bytes.withUnsafeBytes { send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = recv(file, &chunk, chunk.count, 0), count > 0 {
      answer += chunk[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  @Test func requestsAreAnswered() async throws {
    let archive = try await TestSite.sample.value.archive
    let server = try SocketServer(
      host: "127.0.0.1", port: 0, archive: archive, threads: 2, limit: .seconds(20)
    ) { port in
      Site(
        archive, hosts: Site.hosts(at: "127.0.0.1", port: port), canWrite: false, version: "test")
    }
    let port = server.port
    func get(_ target: String, _ more: String = "", host: String? = nil) -> String {
      exchange(
        port,
        "GET \(target) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\n\(more)Connection: close\r\n\r\n"
      )
    }
    #expect(get("/search?q=strike").hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(get("/search?q=strike").contains("<mark>"))
    #expect(get("/nowhere").hasPrefix("HTTP/1.1 404 "))
    #expect(get("/", host: "evil.example").hasPrefix("HTTP/1.1 421 "))
    // Two hosts: one of them would be a lie.
    #expect(get("/", "Host: evil.example\r\n").hasPrefix("HTTP/1.1 400 "))
    // A table is sent in pieces, to its end.
    let table = get("/search.csv?q=")
    #expect(table.contains("transfer-encoding: chunked") && table.hasSuffix("0\r\n\r\n"))
    let long = String(repeating: "a", count: 20_000)
    #expect(get("/search?q=\(long)").hasPrefix("HTTP/1.1 4"))
    #expect(get("/", "X-Long: \(long)\r\n").hasPrefix("HTTP/1.1 4"))
    #expect(exchange(port, "rubbish\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    let head = exchange(
      port, "HEAD / HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
    #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
    // Two requests on one connection, the second sent before the first is answered.
    let two = exchange(
      port,
      "GET /help.json HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
        + "GET /home.json HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
    #expect(two.ranges(of: "HTTP/1.1 200 OK").count == 2)
    let body = String(repeating: "x", count: 100)
    let large = exchange(
      port,
      "POST /article/2019-03-04.1/notes HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        + "Content-Length: 2000000\r\n\r\n" + String(repeating: body, count: 11_000))
    #expect(large.isEmpty || large.hasPrefix("HTTP/1.1 413 "))
    let taken = #expect(throws: ServerError.self) {
      try SocketServer(
        host: "127.0.0.1", port: port, archive: archive, threads: 1, limit: .seconds(1)
      ) { _ in Site(archive, hosts: [], canWrite: false, version: "test") }
    }
    #expect(taken?.message.contains("--port \(port + 1)") ?? false)
    server.stop()
    try server.wait()
    #expect(exchange(port, "GET / HTTP/1.1\r\n\r\n") == "no connection")
  }
}
