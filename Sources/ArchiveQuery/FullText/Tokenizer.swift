internal import ArchiveStorage
internal import CSQLite
internal import NewsText

/// SQLite's own tokenizer, as the archive's full-text tables use it: what it makes of a text here
/// is what the index has.
final class Tokenizer {
  private let functions: fts5_tokenizer
  private let instance: OpaquePointer

  init(_ api: UnsafeMutablePointer<fts5_api>) throws(StorageError) {
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

  deinit { functions.xDelete(instance) }

  /// The words under which the index has a text: Chinese is cut into its characters first.
  func indexedWords(of text: String) -> [String] {
    tokens(of: segmentedForIndex(text) ?? text).words
  }

  /// The tokens of a text, folded as the index has them, and where they stand.
  func tokens(of text: String) -> TokenizedText {
    var text = text
    return text.withUTF8 { tokens(of: $0) }
  }

  private func tokens(of text: UnsafeBufferPointer<UInt8>) -> TokenizedText {
    var result = TokenizedText()
    text.withMemoryRebound(to: CChar.self) { bytes in
      // No callback of ours fails, and a text that SQLite stored is shorter than 2 GB.
      withUnsafeMutablePointer(to: &result) { result in
        _ = functions.xTokenize(
          instance, result, FTS5_TOKENIZE_AUX, bytes.baseAddress, Int32(clamping: bytes.count),
          appendToken)
      }
    }
    return result
  }
}

/// The tokens of a text in their order.
struct TokenizedText {
  /// Folded: in lower case and without accents.
  var words: [String] = []
  /// UTF-8 byte offsets into the text.
  var ranges: [Range<Int>] = []
}

/// Appends a token to the ``TokenizedText`` behind the context pointer.
private let appendToken:
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
  ) -> Int32 = { context, flags, token, count, start, end in
    guard let context, let token, flags & FTS5_TOKEN_COLOCATED == 0 else { return SQLITE_OK }
    let bytes = UnsafeRawBufferPointer(start: token, count: Int(count))
    let result = context.assumingMemoryBound(to: TokenizedText.self)
    result.pointee.words.append(String(decoding: bytes, as: UTF8.self))
    result.pointee.ranges.append(Int(start)..<Int(end))
    return SQLITE_OK
  }
