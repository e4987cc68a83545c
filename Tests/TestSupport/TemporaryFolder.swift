import Glibc

/// A folder of a test's own, removed with it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// A new, empty folder.
  public init() {
    var template = Array("/tmp/backfile-test-XXXXXX\0".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit { _ = run(["/bin/rm", "-rf", path]) }

  /// The path of a file in the folder, written first when there is content for it.
  @discardableResult
  public func file(_ name: String, _ content: [UInt8]? = nil) -> String {
    let path = self.path + "/" + name
    guard let content else { return path }
    if let slash = name.lastIndex(of: "/") {
      _ = run(["/bin/mkdir", "-p", self.path + "/" + name[..<slash]])
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var offset = 0
    while offset < content.count {
      let written = content[offset...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard written > 0 else { break }
      offset += written
    }
    close(file)
    return path
  }

  /// The same for text.
  @discardableResult
  public func file(_ name: String, text: String) -> String { file(name, Array(text.utf8)) }
}

/// The bytes of a file; empty where there is none.
public func bytes(ofFile path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return [] }
  defer { close(file) }
  var all: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &chunk, chunk.count)
    guard count > 0 else { return all }
    all += chunk[..<count]
  }
}
