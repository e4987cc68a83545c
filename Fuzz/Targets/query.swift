import ArchiveQuery
import NewsModel

private let today = PartialDate(iso8601: "2020-02-03")

/// Queries: each has a reading or an error that points into it, and what is read can be written out.
func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  let length = text.unicodeScalars.count
  func check(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= length, "outside the query: \(range)")
  }
  do {
    let query = try Query(parsing: text, today: today)
    for note in query.notes { check(note.range) }
    precondition(query.reading.utf8.count < 64 * (bytes.count + 64), "a reading without end")
  } catch {
    check(error.range)
  }
}
