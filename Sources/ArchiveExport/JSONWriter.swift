/// JSON (RFC 8259): an array of objects, or an object a line (JSON Lines).
public struct JSONWriter: TableWriter {
  private let sink: ByteSink
  private let isLines: Bool
  private var columns: [String] = []
  private var isFirst = true

  /// A writer of one table; `lines` puts an object on each line and no brackets around.
  public init(to sink: ByteSink, lines: Bool) { (self.sink, isLines) = (sink, lines) }

  /// See ``TableWriter``.
  public mutating func begin(columns: [String]) throws {
    self.columns = columns.map(Self.quoted)
    if !isLines { try sink.write("[") }
  }

  /// See ``TableWriter``.
  public mutating func write(_ row: [Cell]) throws {
    var text = isLines ? "{" : isFirst ? "\n{" : ",\n{"
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "," }
      text += columns[index] + ":" + Self.json(cell)
    }
    try sink.write(text + (isLines ? "}\n" : "}"))
    isFirst = false
  }

  /// See ``TableWriter``.
  public mutating func end() throws {
    if !isLines { try sink.write(isFirst ? "]\n" : "\n]\n") }
    try sink.flush()
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .missing: "null"
    case .text(let text): quoted(text)
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? String(number) : "null"
    }
  }

  /// A JSON string. Beside what RFC 8259 asks for, DEL and U+2028 and U+2029 are escaped: a
  /// terminal acts on the first, and JavaScript once broke lines at the others.
  public static func quoted(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    bytes.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      case 0xA8, 0xA9:
        if bytes.suffix(2) == [0xE2, 0x80] {
          bytes.removeLast(2)
          bytes += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
