internal import Glibc

/// A file, standard output or whatever takes bytes, written in blocks.
public final class ByteSink {
  private let file: Int32
  private let name: String
  private let closes: Bool
  private var buffer: [UInt8] = []
  private let blockSize = 1 << 16
  /// How many bytes were written.
  public private(set) var count = 0
  private let onBlock: ((UnsafeRawBufferPointer) -> Void)?
  /// Takes the blocks in place of a file.
  private let takeBlock: (([UInt8]) throws -> Void)?

  /// Standard output.
  public init() {
    (file, name, closes) = (STDOUT_FILENO, "standard output", false)
    (onBlock, takeBlock) = (nil, nil)
  }

  /// A sink that gives each block to a closure, and has no file.
  public init(_ takeBlock: @escaping ([UInt8]) throws -> Void) {
    (file, name, closes) = (-1, "", false)
    (onBlock, self.takeBlock) = (nil, takeBlock)
  }

  /// A new file; one that is there is written over.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - onBlock: Is given each block as it is written, to take a checksum.
  /// - Throws: ``OutputError`` where it cannot be made.
  public init(path: String, onBlock: ((UnsafeRawBufferPointer) -> Void)? = nil) throws {
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    (name, closes, self.onBlock, takeBlock) = (path, true, onBlock, nil)
    guard file >= 0 else { throw OutputError(name: path, number: errno) }
  }

  deinit { if closes { close(file) } }

  /// Adds text, as UTF-8.
  public func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= blockSize { try flush() }
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= blockSize { try flush() }
  }

  /// Hands everything over to the operating system.
  public func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    if let takeBlock {
      guard !buffer.isEmpty else { return }
      count += buffer.count
      return try takeBlock(buffer)
    }
    try buffer.withUnsafeBytes { bytes in
      onBlock?(bytes)
      var rest = bytes
      while !rest.isEmpty {
        let written = Glibc.write(file, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { throw OutputError(name: name, number: errno) }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        count += written
      }
    }
  }
}

/// Output that could not be written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
  /// The file's name.
  public let name: String
  /// The operating system's error number (`errno`).
  public let number: Int32

  /// Whether whoever read the output has stopped reading, as `head` does: no error to speak of.
  public var isClosedPipe: Bool { number == EPIPE }

  /// One sentence for people.
  public var description: String { "cannot write \(name): \(String(cString: strerror(number)))" }
}
