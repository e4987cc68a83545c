import ArchiveExport
import ArchiveImport
import ArchiveQuery
import ArchiveStorage
import TestSupport
import Testing

@testable import ArchiveServer

/// An answer, with its body as text.
struct Answer {
  let status: Int
  let headers: [String: String]
  let text: String
}

/// A site over an archive of a test's own.
struct TestSite: Sendable {
  let folder = TemporaryFolder()
  let site: Site
  var archive: Archive { site.archive }

  static let host = "127.0.0.1:8001"

  /// A site over the sample data, which any number of tests can read.
  static let sample = Task { try await TestSite([Evaluation.packageRoot + "/SampleData"]) }

  /// A site over an archive into which files were imported.
  init(_ paths: [String], canWrite: Bool = false) async throws {
    let archive = Archive(path: folder.file("archive.backfile"))
    if paths.isEmpty {
      _ = try archive.connectForWriting()
    } else {
      _ = try await Importer(archive: archive, version: "test").run(paths: paths)
    }
    site = Site(archive, hosts: [Self.host], canWrite: canWrite, version: "test")
  }

  /// What the site answers; no socket is there.
  func get(_ target: String) throws -> Answer {
    try answer(Request(.get, target, headers: ["host": Self.host]))
  }

  /// What it answers to a form.
  func post(_ target: String, _ fields: String) throws -> Answer {
    try answer(
      Request(
        .post, target, headers: ["host": Self.host, "origin": "http://" + Self.host],
        body: Array((fields + "&token=\(site.security.token)").utf8)))
  }

  func answer(_ request: Request) throws -> Answer {
    var bytes: [UInt8] = []
    var answer: Answer?
    try site.answer(request, from: try ArchiveReader(archive)) { response in
      try response.write(to: ByteSink { bytes += $0 })
      answer = Answer(
        status: response.status,
        headers: Dictionary(response.headers.map { ($0.name, $0.value) }) { $1 },
        text: String(decoding: bytes, as: UTF8.self))
    }
    return try #require(answer)
  }
}

extension PercentCoding {
  /// A query as it stands in an address.
  static func q(_ text: String) -> String { "q=" + encoded(text) }
}
