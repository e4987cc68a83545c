import NewsFormats
import NewsModel

/// Formats whose readers need files: SQLite's own library reads those.
private let withFiles: Set = ["sqlite"]
private let formats = Format.all.filter { !withFiles.contains($0.name) }

/// Readers of dumps: the first byte chooses the format, beyond the last it is recognised; the second
/// where the input is cut in two, which must make no difference.
func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard bytes.count > 2 else { return }
  let number = Int(bytes[0])
  let options = ImportOptions(format: formats.indices.contains(number) ? formats[number] : nil)
  let text = Array(bytes.dropFirst(2))
  let whole = events(text, options, cut: text.count)
  let cut = events(text, options, cut: text.count * Int(bytes[1]) / 256)
  precondition(whole == cut, "a cut makes a difference")
  for case .article(let draft, _) in whole ?? [] {
    precondition(draft.text.unicodeScalars.count <= draft.text.utf8.count)
  }
}

/// The records, or nil where no format fits.
private func events(_ text: [UInt8], _ options: ImportOptions, cut: Int) -> [RecordEvent]? {
  var stream = RecordStream(ReaderContext(options: options, now: 1_577_836_800))
  var events: [RecordEvent] = []
  do {
    for range in [0..<cut, cut..<text.count] {
      try stream.push(text.span.extracting(range)) { events.append($0) }
    }
    try stream.finish { events.append($0) }
  } catch {
    return nil
  }
  return events
}
