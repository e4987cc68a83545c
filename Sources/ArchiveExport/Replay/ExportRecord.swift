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

  /// Whether a file beside the record is not what the record says.
  func isEdited(_ file: (name: String, sha256: String)) -> Bool {
    // A record names files of its own folder, and no others are looked at.
    guard !file.name.contains("/"), let bytes = Self.content(of: folder + "/" + file.name) else {
      return false
    }
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish().hexadecimal != file.sha256
  }

  /// The exported articles: a hash of each row by its id; nil where the file is not there.
  func articles() throws -> [String: UInt64]? {
    guard let bytes = Self.content(of: folder + "/articles.csv") else { return nil }
    var articles: [String: UInt64] = [:]
    var isHeader = true
    for record in CSVRecords(bytes) {
      let (id, hash) = CSVRecords.identity(of: Array(record))
      if !isHeader { articles[id] = hash }
      isHeader = false
    }
    return articles
  }

  private static func content(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += chunk[..<count]
    }
  }
}

/// The records of a CSV file as they are written, quote marks and line end included.
struct CSVRecords: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var isQuoted = false
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { break }
    }
    return bytes[start..<offset]
  }

  /// The first cell of a record, which is an article's id, and a hash of the record (FNV-1a).
  static func identity(of record: [UInt8]) -> (id: String, hash: UInt64) {
    let end = record.firstIndex { $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in record { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (String(decoding: record[..<(end ?? record.count)], as: UTF8.self), hash)
  }
}
