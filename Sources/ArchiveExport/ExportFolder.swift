internal import Glibc

/// The folder of an export. Its files are written into a folder inside of it, and take their places when
/// all are there: an export that is stopped leaves the one before as it was, and files of others too.
final class ExportFolder {
  private let path: String
  private let partial: String
  /// Open, and locked, until all is done: two exports do not write into one folder at a time.
  private let lock: Int32
  private let isNew: Bool

  /// Makes the folder where it is missing, and puts away what an export has left that was killed.
  init(_ path: String) throws {
    self.path = path
    partial = path + "/.partial"
    isNew = mkdir(path, 0o755) == 0
    guard isNew || errno == EEXIST else { throw OutputError(name: path, number: errno) }
    let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw OutputError(name: path, number: errno) }
    self.lock = lock
    // Some file systems have no locks; on them nobody is kept out.
    if flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
      throw OutputError(name: path, number: EBUSY)
    }
    Self.remove(partial)
    guard mkdir(partial, 0o755) == 0 else { throw OutputError(name: partial, number: errno) }
  }

  deinit { close(lock) }

  /// Where the files are written first.
  var place: ExportPlace { .folder(partial) }

  /// Puts the files into their places, the record last, and removes those of the export before that this
  /// one does not have. Files that are not what the former record says are somebody else's, and stay.
  func takePlace(_ files: [String]) throws {
    let former = Self.filesOfRecord(in: path, but: Set(files))
    // A file takes the place of a file only.
    for file in files + [DataPackage.file] where Self.isFolder(path + "/" + file) {
      throw OutputError(name: path + "/" + file, number: EISDIR)
    }
    // From here on there is no export, until all of the new one is there.
    if unlink(path + "/" + DataPackage.file) != 0 && errno != ENOENT {
      throw OutputError(name: path + "/" + DataPackage.file, number: errno)
    }
    for file in files { try move(file) }
    for file in former { unlink(path + "/" + file) }
    try move(DataPackage.file)
    rmdir(partial)
  }

  /// Removes what was written and is not in its place; a folder that was made for it too.
  func discard() {
    Self.remove(partial)
    // Where anything is in it, it stays.
    if isNew { rmdir(path) }
  }

  private func move(_ file: String) throws {
    guard rename(partial + "/" + file, path + "/" + file) == 0 else {
      throw OutputError(name: path + "/" + file, number: errno)
    }
  }

  /// The files of the export that is in a folder, as it wrote them.
  private static func filesOfRecord(in path: String, but others: Set<String>) -> [String] {
    guard let record = try? ExportRecord(path) else { return [] }
    return record.files.filter { file in
      !others.contains(file.name) && file.name != DataPackage.file
        && record.state(of: file) == .asRecorded
    }.map(\.name)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a folder of files. What a link points to is not looked into.
  private static func remove(_ folder: String) {
    guard isFolder(folder) else {
      unlink(folder)
      return
    }
    for name in names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// The names in a folder.
  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
