import Glibc
import NewsModel
import Testing

@testable import NewsFormats

/// A folder that is gone with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/backfile-formats-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotRead(path: "/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = system("rm -rf '\(path)'") }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    guard let file = fopen(path + "/" + name, "wb") else { throw CannotRead(path: name) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func makeFolder(_ name: String) { mkdir(path + "/" + name, 0o755) }
}

struct InputFileTests {
  @Test func foldersAreWalkedInOrder() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("b")
    folder.makeFolder(".hidden")
    for name in ["c.txt", "a.txt", "b/2.txt", "b/10.txt", ".z.txt", ".hidden/x.txt", "B.txt"] {
      try folder.write(name, Array("x".utf8))
    }
    let inputs = discoverInputs([folder.path, "-"])
    #expect(inputs.problems.isEmpty)
    #expect(
      inputs.files.map { String($0.path.dropFirst(folder.path.utf8.count)) }
        == ["/B.txt", "/a.txt", "/b/10.txt", "/b/2.txt", "/c.txt", ""])
    #expect(inputs.files.first?.size == 1)
    #expect(inputs.files.last == .standardInput)
    #expect(inputs.files.map(\.name) == ["B.txt", "a.txt", "10.txt", "2.txt", "c.txt", ""])
  }

  @Test func linksThatLeadBackEnd() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("a")
    try folder.write("a/1.txt", [])
    symlink(folder.path, folder.path + "/a/up")
    symlink(folder.path + "/a", folder.path + "/again")
    mkfifo(folder.path + "/pipe", 0o600)
    symlink("/nowhere", folder.path + "/broken")
    let inputs = discoverInputs([folder.path])
    #expect(
      inputs.files.map { String($0.path.dropFirst(folder.path.utf8.count)) }
        == ["/a/1.txt", "/again/1.txt"])
    #expect(discoverInputs([folder.path + "/pipe"]).files.map(\.size) == [nil])
    #expect(inputs.problems.map(\.input) == [folder.path + "/broken"])
    #expect(inputs.problems.map(\.message) == ["cannot be read: No such file or directory"])
  }

  @Test func aFileIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let line = Array("{\"text\":\"\(String(repeating: "long ", count: 1000))\"}\n".utf8)
    let bytes = (0..<300).flatMap { _ in line }
    try folder.write("a.jsonl", bytes)
    let input = try #require(discoverInputs([folder.path]).files.first)
    var progress: [Int] = []
    var articles = 0
    let summary = try readRecords(from: input, onProgress: { progress.append($0) }) {
      if $0.article != nil { articles += 1 }
    }
    #expect(articles == 300)
    #expect(summary.format?.name == "jsonl")
    #expect(summary.bytesRead == bytes.count)
    #expect(progress.count > 2 && progress.last == bytes.count)
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.bin", [0, 1, 2, 3, 4, 5, 6, 7])
    for (name, code) in [
      ("none.txt", FormatError.Code.unreadable), ("a.bin", .unknownFormat), ("", .unreadable),
    ] {
      let input = InputFile(path: folder.path + "/" + name, size: nil)
      let error = #expect(throws: FormatError.self) { try readRecords(from: input) { _ in } }
      #expect(error?.code == code)
      #expect(error?.input == input.path)
      #expect(error?.description.hasPrefix(input.path + ": ") == true)
    }
  }
}
