internal import ArchiveStorage
internal import CSQLite

extension FullTextFunctions {
  /// Registers `backfile_has_words(name, words, is_prefix)` and `backfile_is_site(url, site)`.
  func registerNames(_ connection: Connection) throws(StorageError) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
    try StorageError.check(
      sqlite3_create_function_v2(
        connection.handle, "backfile_has_words", 3, flags,
        Unmanaged.passRetained(tokenizer).toOpaque(), hasWords, nil, nil, release),
      "cannot register backfile_has_words")
    try StorageError.check(
      sqlite3_create_function_v2(
        connection.handle, "backfile_is_site", 2, flags, nil, isSite, nil, nil, nil),
      "cannot register backfile_is_site")
  }
}

/// Gives back what `Unmanaged.passRetained` kept.
let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { pointer in
  guard let pointer else { return }
  Unmanaged<AnyObject>.fromOpaque(pointer).release()
}

private let hasWords:
  @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, _, arguments in
    guard let context, let arguments, let data = sqlite3_user_data(context),
      let name = text(of: arguments[0]), let words = text(of: arguments[1])
    else {
      sqlite3_result_int(context, 0)
      return
    }
    let tokenizer = Unmanaged<Tokenizer>.fromOpaque(data).takeUnretainedValue()
    let isPrefix = sqlite3_value_int(arguments[2]) != 0
    let pattern = kept(for: 1, in: context) {
      NamePattern(words: tokenizer.indexedWords(of: words), lastIsPrefix: isPrefix)
    }
    sqlite3_result_int(context, pattern.matches(tokenizer.indexedWords(of: name)) ? 1 : 0)
  }

private let isSite:
  @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, _, arguments in
    guard let context, let arguments, let url = text(of: arguments[0]),
      let site = text(of: arguments[1])
    else {
      sqlite3_result_int(context, 0)
      return
    }
    let pattern = kept(for: 1, in: context) { KeptSite(Site(site)) }
    let isPart = pattern.site.contains(Site(url))
    sqlite3_result_int(context, isPart ? 1 : 0)
  }

private final class KeptSite {
  let site: Site
  init(_ site: Site) { self.site = site }
}

/// What was made of a constant argument, kept by SQLite from one row to the next
/// (sqlite.org/c3ref/get_auxdata.html).
private func kept<T: AnyObject>(
  for argument: Int32, in context: OpaquePointer, _ make: () -> T
) -> T {
  if let pointer = sqlite3_get_auxdata(context, argument) {
    return Unmanaged<T>.fromOpaque(pointer).takeUnretainedValue()
  }
  let new = make()
  sqlite3_set_auxdata(context, argument, Unmanaged.passRetained(new).toOpaque(), release)
  return new
}

/// The text of a value; nil for NULL.
private func text(of value: OpaquePointer?) -> String? {
  guard let value, let text = sqlite3_value_text(value) else { return nil }
  let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
  return String(decoding: bytes, as: UTF8.self)
}
