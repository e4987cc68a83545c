internal import ArchiveStorage
internal import CSQLite

extension FullTextFunctions {
  /// Registers `backfile_positions(table, test)`, which says whether the phrases of a row stand as
  /// a ``PositionTest`` wants it.
  func registerPositions(
    _ api: UnsafeMutablePointer<fts5_api>, _ connection: Connection
  ) throws(StorageError) {
    try StorageError.check(
      api.pointee.xCreateFunction(api, "backfile_positions", nil, testPositions, nil),
      "cannot register backfile_positions")
  }
}

private let testPositions:
  @convention(c) (
    UnsafePointer<Fts5ExtensionApi>?, OpaquePointer?, OpaquePointer?, Int32,
    UnsafeMutablePointer<OpaquePointer?>?
  ) -> Void = { api, row, context, count, arguments in
    guard let api, let row, let arguments, count == 1,
      let test = test(of: arguments[0], api.pointee, row)
    else {
      sqlite3_result_error(context, "backfile_positions: no test", -1)
      return
    }
    guard let found = places(api.pointee, row) else {
      sqlite3_result_error_code(context, SQLITE_CORRUPT)
      return
    }
    sqlite3_result_int(context, test.places(in: found).isEmpty ? 0 : 1)
  }

private final class KeptTest {
  let test: PositionTest
  init(_ test: PositionTest) { self.test = test }
}

/// The test of the argument, read once for a whole query.
private func test(
  of value: OpaquePointer?, _ api: Fts5ExtensionApi, _ row: OpaquePointer
) -> PositionTest? {
  if let pointer = api.xGetAuxdata(row, 0) {
    return Unmanaged<KeptTest>.fromOpaque(pointer).takeUnretainedValue().test
  }
  guard let blob = sqlite3_value_blob(value) else { return nil }
  let bytes = UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_value_bytes(value)))
  guard let test = PositionTest(encoded: bytes) else { return nil }
  // When this fails, SQLite has let the object go.
  _ = api.xSetAuxdata(row, Unmanaged.passRetained(KeptTest(test)).toOpaque(), release)
  return test
}

/// The places of each phrase in the row; nil when the index cannot be read.
private func places(_ api: Fts5ExtensionApi, _ row: OpaquePointer) -> [[Place]]? {
  let phrases = Int(api.xPhraseCount(row))
  let sizes = (0..<phrases).map { Int(api.xPhraseSize(row, Int32($0))) }
  var found = [[Place]](repeating: [], count: phrases)
  var count: Int32 = 0
  guard api.xInstCount(row, &count) == SQLITE_OK else { return nil }
  for index in 0..<count {
    var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
    guard api.xInst(row, index, &phrase, &column, &offset) == SQLITE_OK else { return nil }
    let start = Int(offset)
    found[Int(phrase)].append(
      Place(column: Int(column), tokens: start..<(start + sizes[Int(phrase)])))
  }
  return found
}
