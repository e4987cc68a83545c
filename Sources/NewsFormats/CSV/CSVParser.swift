/// Takes a table apart into rows of cells, to RFC 4180, and gently where tables depart from it.
///
/// A quote opens a quoted cell only as the cell's first byte. Rows end with LF, CRLF or CR. Cells
/// are bytes: whoever asks for one decodes it.
struct CSVParser: Sendable {
  private enum State {
    /// At the start of a cell.
    case cellStart
    /// In a cell without quotes, or behind the closing quote of one that goes on.
    case bare
    /// Between quotes.
    case quoted
    /// Behind a quote between quotes: it is doubled, or it closes the cell.
    case quoteInQuoted
  }

  private let delimiter: UInt8
  private var state = State.cellStart
  /// The last byte was a CR that ended a row: an LF that follows belongs to it.
  private var skipsLineFeed = false
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The line of the next byte, counted from 1.
  private(set) var line = 1
  /// The line on which the row's last quoted cell began.
  private(set) var quoteLine = 1
  /// Whether the row was longer than ``RecordLimit/bytes``, and is not kept whole.
  private(set) var isTooLong = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The cells of the row that has ended.
  var cellCount: Int { ends.count }

  /// Whether nothing at all stands in the row: a blank line.
  var isBlank: Bool { ends.count <= 1 && bytes.isEmpty }

  /// Whether the input has ended between quotes.
  var isInQuotes: Bool { state == .quoted }

  /// Whether nothing of a row has been read.
  var isAtRowStart: Bool { state == .cellStart && ends.isEmpty }

  /// Whether nothing stands in a cell.
  func isEmpty(cell index: Int) -> Bool { range(ofCell: index).isEmpty }

  /// What a cell says.
  func text(ofCell index: Int) -> DecodedText {
    DecodedText(bytes.span.extracting(range(ofCell: index)))
  }

  private func range(ofCell index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Forgets the row, so that the next can be read.
  mutating func clear() {
    if bytes.count > 1 << 20 { bytes = [] }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  /// Reads from `index` to the end of a row, or of the chunk; true at the end of a row.
  mutating func read(_ chunk: Span<UInt8>, _ index: inout Int) -> Bool {
    if skipsLineFeed, index < chunk.count {
      skipsLineFeed = false
      if chunk[index] == 0x0A { index += 1 }
    }
    while index < chunk.count {
      switch state {
      case .cellStart:
        if chunk[index] == UInt8(ascii: "\"") {
          quoteLine = line
          state = .quoted
          index += 1
        } else {
          state = .bare
        }
      case .bare:
        let end = endOfBare(chunk, from: index)
        keep(chunk.extracting(index..<end))
        index = end
        guard index < chunk.count else { return false }
        index += 1
        if endCell(by: chunk[end]) { return true }
      case .quoted:
        let end = chunk.firstIndex(of: UInt8(ascii: "\""), from: index) ?? chunk.count
        countLines(chunk.extracting(index..<end))
        keep(chunk.extracting(index..<end))
        index = end
        guard index < chunk.count else { return false }
        index += 1
        state = .quoteInQuoted
      case .quoteInQuoted:
        if chunk[index] == UInt8(ascii: "\"") {
          keep(chunk.extracting(index..<index + 1))
          index += 1
          state = .quoted
        } else {
          state = .bare
        }
      }
    }
    return false
  }

  /// Ends the last row at the end of the input.
  mutating func finish() {
    if !isAtRowStart { ends.append(bytes.count) }
    state = .cellStart
  }

  private func endOfBare(_ chunk: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < chunk.count {
      let byte = chunk[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    return index
  }

  /// True if the byte ends the row too.
  private mutating func endCell(by byte: UInt8) -> Bool {
    ends.append(bytes.count)
    state = .cellStart
    guard byte != delimiter else { return false }
    line += 1
    skipsLineFeed = byte == 0x0D
    return true
  }

  /// Rows too long are not kept: their end is still looked for.
  private mutating func keep(_ part: Span<UInt8>) {
    guard bytes.count + part.count <= RecordLimit.bytes else {
      isTooLong = true
      return
    }
    bytes.append(contentsOf: part)
  }

  private mutating func countLines(_ part: Span<UInt8>) {
    var index = 0
    while let found = part.firstIndex(of: 0x0A, from: index) {
      line += 1
      index = found + 1
    }
  }
}
