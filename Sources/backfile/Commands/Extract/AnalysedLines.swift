import ArchiveExport
import Glibc
import NewsFormats

/// Analyses lines on all cores and writes the answers in the order of the lines.
///
/// No more than a few pieces of the input are under way at once, so memory stays flat.
struct AnalysedLines {
  let extraction: any Extraction
  let sink: ByteSink

  private struct Piece: Sendable {
    var number: Int
    var output: [UInt8]
    var errors: Int
  }

  /// Analyses every line of an input; returns how many could not be.
  func run(_ reader: consuming LineReader) async throws -> Int {
    let extraction = self.extraction
    let window = max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) * 2
    return try await withThrowingTaskGroup(of: Piece.self) { group in
      var finished: [Int: Piece] = [:]
      var (started, written, errors) = (0, 0, 0)
      func write(until limit: Int) async throws {
        while started - written > limit, let piece = try await group.next() {
          finished[piece.number] = piece
          while let next = finished.removeValue(forKey: written) {
            try sink.write(next.output)
            errors += next.errors
            written += 1
          }
        }
      }
      while let lines = try reader.next() {
        if lines.isEmpty { continue }
        let number = started
        started += 1
        group.addTask { Self.answers(to: lines, number: number, extraction) }
        // Lines that come in one by one are answered one by one: somebody may wait for each.
        let isTrickle = lines.reduce(0) { $0 + $1.bytes.count } < 4096
        try await write(until: isTrickle ? 0 : window - 1)
        if isTrickle { try sink.flush() }
      }
      try await write(until: 0)
      try sink.flush()
      return errors
    }
  }

  private static func answers(
    to lines: [InputLine], number: Int, _ extraction: any Extraction
  ) -> Piece {
    var piece = Piece(number: number, output: [], errors: 0)
    for line in lines where !line.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      do {
        piece.output += try answer(to: line, extraction).utf8
      } catch {
        piece.errors += 1
        let id = error.id ?? "null"
        piece.output +=
          "{\"id\":\(id),\"line\":\(line.number),\"error\":\(JSONWriter.quoted(error.message))}\n"
          .utf8
      }
    }
    return piece
  }

  private struct LineError: Error {
    var id: String?
    var message: String
  }

  private static func answer(
    to line: InputLine, _ extraction: any Extraction
  ) throws(LineError) -> String {
    if line.isTooLong { throw LineError(message: "the line is too long") }
    let record: JSONObject
    do {
      record = try JSONObject(line.bytes.span)
    } catch {
      throw LineError(message: error.message)
    }
    let id = record.json("id")
    do {
      return "{\"id\":\(id ?? "null"),\(try extraction.members(of: record))}\n"
    } catch {
      throw LineError(id: id, message: error.message)
    }
  }
}
