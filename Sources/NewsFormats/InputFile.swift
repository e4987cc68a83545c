import Glibc

/// A file to be imported, or standard input.
public struct InputFile: Sendable, Hashable {
  /// The path as the user reaches it; `-` for standard input.
  public let path: String
  /// The size in bytes, where it is known.
  public let size: Int?
  /// The path as the system has it.
  let systemPath: SystemPath

  /// Standard input.
  public static let standardInput = InputFile(path: "-", size: nil)

  /// A file with the size that the file system gives; nil for pipes and devices.
  package init(path: String, size: Int? = nil) { self.init(SystemPath(path), size: size) }

  init(_ path: SystemPath, size: Int?) {
    (self.path, self.size, systemPath) = (path.description, size, path)
  }

  /// The last part of the path; empty for standard input.
  public var name: String {
    path == "-" ? "" : path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// What was found where the user pointed: files to import, and what could not be looked at.
public struct DiscoveredInputs: Sendable {
  /// The files, in the order of the paths and of the names within a folder.
  public var files: [InputFile] = []
  /// Files and folders that cannot be read.
  public var problems: [FormatError] = []
}

/// Finds the files to import: each path is a file, a folder with everything in it, or `-`.
///
/// Within folders, hidden files, pipes and devices are passed over, and a folder that symbolic links lead back to is
/// entered once. Names are sorted by bytes, so that two runs see the same order.
///
/// - Parameters:
///   - paths: What the user named.
///   - own: Files that are never opened: those of the archive that is written into. To open and close one of
///     them would give up the locks that this process has on it (sqlite.org/howtocorrupt.html, 2.2).
/// - Returns: The files, and what cannot be looked at: `own` files too, where they were named.
public func discoverInputs(_ paths: [String], besides own: [String] = []) -> DiscoveredInputs {
  var discovery = Discovery(besides: own)
  for path in paths {
    if path == "-" {
      discovery.found.files.append(.standardInput)
    } else {
      discovery.visit(SystemPath(path))
    }
  }
  return discovery.found
}

private struct Discovery {
  private struct FileIdentity: Hashable {
    var device: UInt
    var inode: UInt

    init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
  }

  var found = DiscoveredInputs()
  private var openFolders: Set<FileIdentity> = []
  private let own: Set<FileIdentity>

  init(besides own: [String]) {
    self.own = Set(
      own.compactMap { path in
        var status = stat()
        return stat(path, &status) == 0 ? FileIdentity(status) : nil
      })
  }

  mutating func visit(_ path: SystemPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      found.problems.append(.unreadable(path.description, errno))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let identity = FileIdentity(status)
      // Only a folder that we are inside of makes a loop.
      guard openFolders.insert(identity).inserted else { return }
      visitEntries(of: path)
      openFolders.remove(identity)
    case S_IFREG where own.contains(FileIdentity(status)):
      guard openFolders.isEmpty else { return }
      found.problems.append(
        FormatError(
          .noArticle, input: path.description, message: "is the archive that is written into",
          remedy: "name another one by -a FILE"))
    case S_IFREG: found.files.append(InputFile(path, size: Int(status.st_size)))
    default:
      // A pipe that the user names is meant; one that lies in a folder would be waited for.
      guard openFolders.isEmpty else { return }
      found.files.append(InputFile(path, size: nil))
    }
  }

  private mutating func visitEntries(of folder: SystemPath) {
    guard let names = folder.entries() else {
      found.problems.append(.unreadable(folder.description, errno))
      return
    }
    for name in names where name.first != UInt8(ascii: ".") { visit(folder.appending(name)) }
  }
}

extension FormatError {
  /// A file that the system does not let us read; `code` is errno.
  static func unreadable(_ path: String, _ code: Int32) -> FormatError {
    let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return FormatError(.unreadable, input: path, message: "cannot be read: \(text)", remedy: "")
  }
}
