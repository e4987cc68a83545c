import Glibc

/// An input that can be read from its beginning more than once.
///
/// A file is read where it lies. Of standard input and pipes a copy is made in the folder for
/// temporary files (`TMPDIR`, else `/tmp`), which goes when this does.
package struct RereadableInput {
  /// What to read.
  package let file: InputFile
  private let spool: SpoolFile?

  /// Makes an input rereadable; reads all of it where it is no file.
  package init(_ input: InputFile) throws(FormatError) {
    var status = stat()
    if input != .standardInput,
      input.systemPath.withCString({ stat($0, &status) }) != 0 || status.st_mode & S_IFMT == S_IFREG
    {
      (file, spool) = (input, nil)
      return
    }
    guard let copy = SpoolFile() else { throw Self.noRoom(input, errno) }
    let source = try OpenFile(input)
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = try source.read(into: &buffer)
      guard count > 0 else { break }
      guard copy.append(buffer.span.extracting(0..<count)) else { throw Self.noRoom(input, errno) }
    }
    (file, spool) = (InputFile(path: copy.path), copy)
  }

  private static func noRoom(_ input: InputFile, _ code: Int32) -> FormatError {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return FormatError(
      .unreadable, input: input.path, message: "cannot be copied to a temporary file: \(reason)",
      remedy: "set TMPDIR to a folder with room, or give a file")
  }
}
