import Glibc

/// A path as the system has it: bytes, which need not be UTF-8.
struct SystemPath: Sendable, Hashable {
  private let bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path of a command line's word.
  ///
  /// Swift repairs such words with U+FFFD: where there is no such file, one is looked for in its folder
  /// whose name is repaired to the same.
  init(_ path: String) {
    self.init(bytes: Array(path.utf8))
    var status = stat()
    guard path.contains("\u{FFFD}"), stat(path, &status) != 0, errno == ENOENT else { return }
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder = SystemPath(bytes: slash.map { Array(bytes[...$0]) } ?? Array("./".utf8))
    let name = String(decoding: bytes[(slash.map { $0 + 1 } ?? 0)...], as: UTF8.self)
    let twins = (folder.entries() ?? []).filter { String(decoding: $0, as: UTF8.self) == name }
    guard twins.count == 1 else { return }
    self = slash == nil ? SystemPath(bytes: twins[0]) : folder.appending(twins[0])
  }

  func withCString<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        // An array with a last byte has an address.
        chars.baseAddress.map(body) ?? body("")
      }
    }
  }

  func appending(_ name: [UInt8]) -> SystemPath {
    SystemPath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [0x2F] + name)
  }

  /// The names in the folder, sorted by bytes; nil where it cannot be read, with `errno` set.
  func entries() -> [[UInt8]]? {
    guard let handle = withCString({ opendir($0) }) else { return nil }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) })
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension SystemPath: CustomStringConvertible {
  /// The path as text. Bytes that are no UTF-8 are written out, as `\xFF`: two paths stay two.
  var description: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = (1...4).first { length in
        length <= rest.count && String(validating: rest.prefix(length), as: UTF8.self) != nil
      }
      if let length {
        text += String(decoding: rest.prefix(length), as: UTF8.self)
      } else {
        let digits = String(first, radix: 16, uppercase: true)
        text += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
      rest = rest.dropFirst(length ?? 1)
    }
    return text
  }
}
