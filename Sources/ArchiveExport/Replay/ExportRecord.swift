internal import ArchiveQuery
internal import ArchiveStorage
internal import Glibc
internal import NewsFormats

/// The `datapackage.json` of an export that was made before, and the files beside it.
struct ExportRecord {
  private let folder: String
  private let text: String
  private let reading: String
  let options: ExportOptions
  let archive: String
  let version: String
  let files: [(name: String, sha256: String)]

  /// Reads a record, by its path or that of its folder.
  init(_ path: String) throws {
    let isFile = path.hasSuffix(".json")
    folder = isFile ? path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." : path
    let file = isFile ? path : path + "/" + DataPackage.file
    guard let bytes = Self.content(of: file) else {
      throw ReplayError(description: "there is no \(file), or it cannot be read")
    }
    func object(_ bytes: [UInt8]) throws -> JSONObject {
      do {
        return try JSONObject(bytes.span)
      } catch {
        throw ReplayError(description: "\(file) is no record of an export: \(error.message)")
      }
    }
    let package = try object(bytes)
    guard let part = package.json("backfile"),
      let names = package.strings(named: "path", inObjectsOf: "resources"),
      let hashes = package.strings(named: "hash", inObjectsOf: "resources")
    else { throw ReplayError(description: "\(file) is no record of a Backfile export") }
    let record = try object(Array(part.utf8))
    guard let text = record.string("query"), let reading = record.string("reading") else {
      throw ReplayError(description: "\(file) does not say which query was asked")
    }
    (self.text, self.reading) = (text, reading)
    version = record.string("version") ?? "unknown"
    var options = ExportOptions()
    if let json = record.json("options") {
      let its = try object(Array(json.utf8))
      options.audience = its.string("for").flatMap(Audience.init) ?? .any
      options.network = its.string("network").flatMap(NetworkFormat.init)
      options.hasTexts = its.json("texts") != "false"
      options.width = its.json("width").flatMap { Int($0) } ?? options.width
    }
    self.options = options
    let source = try record.json("archive").map { try object(Array($0.utf8)) }
    archive = Self.name(
      ofArchive: source?.string("id") ?? "unknown",
      source?.json("articles").flatMap { Int($0) } ?? 0,
      source?.json("last_import").flatMap { Int($0) } ?? 0)
    let prefix = "sha256:"
    files = zip(names, hashes).map { name, hash in
      (name, hash.hasPrefix(prefix) ? String(hash.dropFirst(prefix.count)) : hash)
    }
  }

  static func name(ofArchive id: String, _ articles: Int, _ lastImport: Int) -> String {
    "archive \(id) with \(articles) articles after import \(lastImport)"
  }

  /// The query: as it was understood then, so that dates like "last month" stay what they were.
  var query: Query {
    get throws {
      if let query = try? Query(parsing: reading), query.reading == reading { return query }
      do {
        return try Query(parsing: text)
      } catch {
        throw ReplayError(description: "the record's query cannot be read: \(error.message)")
      }
    }
  }

  /// What a file beside the record is.
  enum FileState { case asRecorded, edited, missing, elsewhere }

  /// What a file beside the record is. A record names files of its own folder, and no others are looked at.
  func state(of file: (name: String, sha256: String)) -> FileState {
    guard !file.name.contains("/") else { return .elsewhere }
    var hash = SHA256()
    guard Self.forEachBlock(of: folder + "/" + file.name, { hash.update($0) }) else {
      return .missing
    }
    return hash.finish().hexadecimal == file.sha256 ? .asRecorded : .edited
  }

  /// The exported articles: a hash of each row by its id; nil where the file is not there.
  func articles() throws -> [String: UInt64]? {
    var articles: [String: UInt64] = [:]
    var records = CSVRecords()
    var isHeader = true
    func add(_ record: CSVRecords.Identity?) {
      guard let record else { return }
      if !isHeader { articles[record.id] = record.hash }
      isHeader = false
    }
    let isThere = Self.forEachBlock(of: folder + "/articles.csv") { block in
      for byte in block { if let record = records.read(byte) { add(record) } }
    }
    add(records.end())
    return isThere ? articles : nil
  }

  /// A record has some thousand bytes for each table.
  private static let longestRecord = 1 << 26

  private static func content(of path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var isTooLong = false
    let isThere = forEachBlock(of: path) { block in
      isTooLong = isTooLong || bytes.count + block.count > longestRecord
      if !isTooLong { bytes += block }
    }
    return isThere && !isTooLong ? bytes : nil
  }

  /// Calls the closure with a file's bytes, block by block; says whether it could be read.
  private static func forEachBlock(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    // Nobody may write into a pipe of that name: it is not waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    return block.withUnsafeMutableBytes { block in
      while true {
        let count = read(file, block.baseAddress, block.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return count == 0 }
        body(UnsafeRawBufferPointer(rebasing: block[..<count]))
      }
    }
  }
}
