import Glibc
import TestSupport

/// The files of a folder of the evaluation material, sorted; none where it is absent.
func evaluationFiles(_ folder: String) -> [String] {
  guard let path = Evaluation.path(folder), let handle = opendir(path) else { return [] }
  defer { closedir(handle) }
  var names: [String] = []
  while let entry = readdir(handle) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(path + "/" + name) }
  }
  return names.sorted()
}

struct CannotRead: Error {
  var path: String
}

/// All bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw CannotRead(path: path) }
  defer { fclose(file) }
  var contents: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return contents }
    contents += buffer[..<count]
  }
}
