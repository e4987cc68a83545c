import Testing

@testable import ArchiveServer

struct SecurityTests {
  private let security = Security(
    hosts: Security.hosts(at: "127.0.0.1", port: 8001), canWrite: true)

  private func request(_ headers: [String: String], token: String? = nil) -> Request {
    Request(
      token == nil ? .get : .post, "/article/x/tags", headers: headers,
      body: Array("tag=a&token=\(token ?? "")".utf8))
  }

  @Test(arguments: ["127.0.0.1:8001", "localhost:8001", "LOCALHOST:8001", "[::1]:8001"])
  func itsOwnNamesAreAnswered(host: String) {
    #expect(security.refusalToAnswer(request(["host": host])) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8001", "127.0.0.1", "127.0.0.1:80", "localhost:8001.evil.example",
    "127.0.0.1:8001, evil", "", "user@127.0.0.1:8001", "127.0.0.2:8001", "localhost.:8001",
  ])
  func otherNamesAreRefused(host: String) {
    #expect(security.refusalToAnswer(request(["host": host]))?.status == 421)
    #expect(security.refusalToAnswer(request([:]))?.status == 421)
  }

  @Test func namesAreThoseOfTheAddress() {
    #expect(Security.hosts(at: "192.0.2.1", port: 80) == ["192.0.2.1:80", "192.0.2.1"])
    #expect(
      Security.hosts(at: "0.0.0.0", port: 9, others: ["Desk.example"]).contains("desk.example:9"))
    #expect(Security.hosts(at: "2001:db8::1", port: 9) == ["[2001:db8::1]:9"])
  }

  @Test func formsOfThisServerMayWrite() {
    let host = ["host": "localhost:8001"]
    let origin = host.merging(["origin": "http://localhost:8001"]) { $1 }
    let site = host.merging(["sec-fetch-site": "same-origin"]) { $1 }
    #expect(security.refusalToWrite(request(origin, token: security.token)) == nil)
    #expect(security.refusalToWrite(request(site, token: security.token)) == nil)
    // Nothing says where it comes from.
    #expect(security.refusalToWrite(request(host, token: security.token))?.status == 403)
    #expect(security.refusalToWrite(request(origin, token: "")) != nil)
    #expect(security.refusalToWrite(request(origin, token: security.token + "0")) != nil)
    for other in ["http://evil.example", "null", "https://localhost:8001", "http://127.0.0.1:8001"]
    {
      let headers = host.merging(["origin": other]) { $1 }
      #expect(security.refusalToWrite(request(headers, token: security.token)) != nil)
    }
    let cross = origin.merging(["sec-fetch-site": "cross-site"]) { $1 }
    #expect(security.refusalToWrite(request(cross, token: security.token)) != nil)
    let reading = Security(hosts: security.hosts, canWrite: false)
    #expect(reading.refusalToWrite(request(origin, token: reading.token))?.status == 403)
    #expect(reading.token != security.token)
  }
}
