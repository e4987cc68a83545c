import NewsModel
import Testing

@testable import NewsFormats

/// The moment at which all tests take place: 2020-01-01T00:00:00Z.
let testNow = 1_577_836_800

/// What a reader gives for bytes that come in the pieces that end at `cuts`.
func events(
  _ bytes: [UInt8], format: Format, options: ImportOptions = ImportOptions(),
  fileName: String = "", cuts: [Int] = []
) throws -> [RecordEvent] {
  let context = ReaderContext(fileName: fileName, options: options, now: testNow)
  var reader = format.makeReader(context)
  var events: [RecordEvent] = []
  var start = 0
  for end in cuts + [bytes.count] {
    try reader.push(bytes.span.extracting(start..<end)) { events.append($0) }
    start = end
  }
  try reader.finish { events.append($0) }
  return events
}

/// What a reader gives for a text, having checked that cuts make no difference: cut in two at every
/// byte, and cut at all bytes.
func eventsCutEverywhere(
  _ bytes: [UInt8], format: Format, options: ImportOptions = ImportOptions(), fileName: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> [RecordEvent] {
  let whole = try events(bytes, format: format, options: options, fileName: fileName)
  var cutLists = bytes.indices.map { [$0] }
  cutLists.append(Array(bytes.indices))
  for cuts in cutLists {
    let cut = try events(bytes, format: format, options: options, fileName: fileName, cuts: cuts)
    #expect(cut == whole, "cut at \(cuts.prefix(3))", sourceLocation: sourceLocation)
  }
  return whole
}

func eventsCutEverywhere(
  _ text: String, format: Format, options: ImportOptions = ImportOptions(), fileName: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> [RecordEvent] {
  try eventsCutEverywhere(
    Array(text.utf8), format: format, options: options, fileName: fileName,
    sourceLocation: sourceLocation)
}

/// What an input as it is stored gives, layers taken off and the format recognised.
func storedEvents(
  _ bytes: [UInt8], options: ImportOptions = ImportOptions(), fileName: String = "",
  pieceBytes: Int = 1000
) throws -> (format: Format?, events: [RecordEvent]) {
  var stream = RecordStream(
    ReaderContext(fileName: fileName, options: options, now: testNow))
  var events: [RecordEvent] = []
  var start = 0
  while start < bytes.count {
    let end = min(start + pieceBytes, bytes.count)
    try stream.push(bytes.span.extracting(start..<end)) { events.append($0) }
    start = end
  }
  try stream.finish { events.append($0) }
  return (stream.format, events)
}

extension RecordEvent {
  /// The article, if it is one.
  var article: ArticleDraft? {
    guard case .article(let draft, _) = self else { return nil }
    return draft
  }

  /// The reason for its rejection, if it was rejected.
  var reason: String? {
    guard case .rejected(_, let reason, _) = self else { return nil }
    return reason
  }

  /// Where it stands.
  var position: RecordPosition {
    switch self {
    case .article(_, let position), .rejected(let position, _, _): position
    }
  }
}
