internal import CSQLite
package import FullTextIndex

/// SQLite's own tokenizer, as the archive's full-text tables use it: what it makes of a text here
/// is what the index has.
package final class Tokenizer {
  private let functions: fts5_tokenizer
  private let instance: OpaquePointer
  /// What is known of characters outside of ASCII, by their bytes.
  private var kinds: [UInt32: Kind] = [:]
  /// Room for a word of ASCII that is folded here.
  private let word = UnsafeMutablePointer<UInt8>.allocate(capacity: Tokenizer.longestWord)

  /// The tokenizer of the SQLite behind a connection.
  package init(_ connection: Connection) throws(StorageError) {
    let api = try connection.fullTextInterface()
    var functions = fts5_tokenizer()
    var context: UnsafeMutableRawPointer?
    guard api.pointee.xFindTokenizer(api, "unicode61", &context, &functions) == SQLITE_OK else {
      throw StorageError(.other, "this SQLite has no tokenizer unicode61")
    }
    var instance: OpaquePointer?
    let code = "remove_diacritics".withCString { option in
      "2".withCString { value in
        var arguments: [UnsafePointer<CChar>?] = [option, value]
        return functions.xCreate(context, &arguments, 2, &instance)
      }
    }
    guard code == SQLITE_OK, let instance else {
      throw StorageError(.other, "SQLite cannot make its tokenizer unicode61", code: code)
    }
    (self.functions, self.instance) = (functions, instance)
  }

  deinit {
    functions.xDelete(instance)
    word.deallocate()
  }

  /// What the tokenizer makes of each character.
  package var folding: WordFolding {
    WordFolding(probeTokens: tokens(of: WordFolding.probe))
  }

  /// The tokens of a text, folded as the index has them.
  package func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    forEachToken(of: text) { token, _ in tokens.append(String(decoding: token, as: UTF8.self)) }
    return tokens
  }

  /// Calls the closure with each token, folded as the index has it, and the UTF-8 bytes of the text
  /// where it stands.
  ///
  /// What unicode61 makes of ASCII letters and digits is plain: SQLite is asked about the words that
  /// have, or touch, other characters.
  package func forEachToken(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    var text = text
    let folded = Self.folded
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let start = offset
        var isASCII = true
        while offset < bytes.count {
          let byte = folded[Int(bytes[offset])]
          if byte == 0 { break }
          if byte >= 0x80 { isASCII = false }
          if offset - start < Self.longestWord { word[offset - start] = byte }
          offset += 1
        }
        if offset == start {
          offset += 1
        } else if isASCII, offset - start <= Self.longestWord {
          body(UnsafeBufferPointer(start: word, count: offset - start), start..<offset)
        } else {
          ask(UnsafeBufferPointer(rebasing: bytes[start..<offset]), at: start, body)
        }
      }
    }
  }

  /// What a character is to the tokenizer.
  enum Kind {
    case letter
    /// Goes on with a word, and begins none.
    case mark
    case separator
  }

  /// The kind and the length of the character at an offset.
  func kind(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (Kind, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Self.folded[Int(first)] == 0 ? .separator : .letter, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(offset + length, bytes.count)
    let code = bytes[offset..<end].reduce(0) { UInt32($0) << 8 | UInt32($1) }
    if let known = kinds[code] { return (known, end - offset) }
    let character = String(decoding: bytes[offset..<end], as: UTF8.self)
    let tokens = tokens(of: "a\(character)a")
    let kind: Kind =
      tokens.count == 2 ? .separator : tokens[0].unicodeScalars.count == 2 ? .mark : .letter
    kinds[code] = kind
    return (kind, end - offset)
  }

  private static let longestWord = 256
  /// What becomes of each byte: letters in lower case, digits, 0 for what parts words, and bytes of other
  /// characters as they are.
  private static let folded: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    default: byte < 0x80 ? 0 : byte
    }
  }

  /// Lets SQLite cut a piece of a text.
  private func ask(
    _ piece: UnsafeBufferPointer<UInt8>, at start: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var taker = TokenTaker(start: start, take: body)
      piece.withMemoryRebound(to: CChar.self) { bytes in
        // No callback of ours fails, and a text that SQLite stored is shorter than 2 GB.
        withUnsafeMutablePointer(to: &taker) { taker in
          _ = functions.xTokenize(
            instance, taker, FTS5_TOKENIZE_AUX, bytes.baseAddress,
            Int32(clamping: bytes.count), takeToken)
        }
      }
    }
  }
}

/// What the tokenizer's callback is given.
private struct TokenTaker {
  /// Where in the text the piece begins that is cut.
  let start: Int
  let take: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
}

/// Hands a token to the ``TokenTaker`` behind the context pointer.
private let takeToken:
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
  ) -> Int32 = { context, flags, token, count, start, end in
    guard let context, let token, flags & FTS5_TOKEN_COLOCATED == 0 else { return SQLITE_OK }
    let taker = context.assumingMemoryBound(to: TokenTaker.self)
    token.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      taker.pointee.take(
        UnsafeBufferPointer(start: $0, count: Int(count)),
        taker.pointee.start + Int(start)..<taker.pointee.start + Int(end))
    }
    return SQLITE_OK
  }

extension Connection {
  /// FTS5's interface for extensions, which SQLite hands out through a pointer that is bound to a
  /// statement (sqlite.org/fts5.html#extending_fts5).
  fileprivate func fullTextInterface() throws(StorageError) -> UnsafeMutablePointer<fts5_api> {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    // SQLite keeps the pointer to the type's name, so that it must live for ever.
    let type: StaticString = "fts5_api_ptr"
    var api: UnsafeMutablePointer<fts5_api>?
    sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nil)
    withUnsafeMutablePointer(to: &api) { pointer in
      type.utf8Start.withMemoryRebound(to: CChar.self, capacity: type.utf8CodeUnitCount + 1) {
        _ = sqlite3_bind_pointer(statement, 1, pointer, $0, nil)
      }
      sqlite3_step(statement)
    }
    guard let api else {
      throw StorageError(.other, "this SQLite has no full-text search (FTS5)")
    }
    return api
  }
}
