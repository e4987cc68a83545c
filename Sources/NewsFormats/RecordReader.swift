public import NewsModel

/// What a reader found in a dump.
public enum RecordEvent: Sendable, Equatable {
  /// An article, its fields mapped. It is handed on many times: in a box, that costs little.
  indirect case article(ArticleDraft, RecordPosition)
  /// A record that could not be read: why, and how its raw bytes begin (at most 2,000 of them).
  case rejected(RecordPosition, reason: String, excerpt: String)
}

/// Reads one dump in one format: it is pushed the bytes in pieces and gives records back.
///
/// Where the pieces are cut makes no difference: a reader keeps what it needs of an unfinished
/// record, and no more than ``RecordLimit/bytes`` of it. The bytes are decompressed, and UTF-8 as
/// far as the dump is; a byte order mark has been taken off.
package protocol RecordReader: Sendable {
  /// Takes the next piece of the dump and gives every record that it completes to `sink`.
  ///
  /// A bad record is an event, not an error. An error means that the dump cannot be read at all.
  mutating func push(_ chunk: Span<UInt8>, to sink: (RecordEvent) throws -> Void) throws

  /// Says that the dump has ended; gives the last record, or what is wrong with the end.
  mutating func finish(to sink: (RecordEvent) throws -> Void) throws
}

/// How large one record may be.
package enum RecordLimit {
  /// Longer records are rejected: no article has this size, a broken quote or bracket has.
  package static let bytes = 64 << 20
  /// Longer texts are rejected: what is found in a text takes many times its room, and novels of a
  /// million words have a third of it.
  package static let textBytes = 16 << 20
  /// How much of a rejected record is kept.
  package static let excerptBytes = 2000
}

/// The beginning of a raw record, for people to look at: valid UTF-8, cut between characters.
func excerpt(of record: Span<UInt8>) -> String {
  var end = min(record.count, RecordLimit.excerptBytes)
  if end < record.count {
    while end > 0, record[end] & 0xC0 == 0x80 { end -= 1 }
  }
  return repairedString(record.extracting(0..<end))
}
