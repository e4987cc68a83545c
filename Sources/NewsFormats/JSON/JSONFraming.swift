/// Whether a place in JSON text is inside a string.
enum JSONQuoting {
  case outside
  case inString
  /// Behind a backslash in a string.
  case escaped
}

/// Collects one element of a list: finds its end without looking closely at what it is.
struct JSONElement: Sendable {
  private(set) var bytes: [UInt8] = []
  private var quoting = JSONQuoting.outside
  private var depth = 0
  /// A number or word, which ends where something else begins.
  private(set) var isScalar = false

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (quoting, depth, isScalar) = (.outside, 0, false)
  }

  /// Takes bytes from `index` on; true when the element is whole, and `index` is behind it.
  mutating func read(_ chunk: Span<UInt8>, _ index: inout Int, line: inout Int) -> Bool {
    let start = index
    defer { bytes.append(contentsOf: chunk.extracting(start..<index)) }
    while index < chunk.count {
      switch quoting {
      case .escaped:
        quoting = .inString
        index += 1
      case .inString:
        index = endOfPlainJSON(chunk, from: index)
        guard index < chunk.count else { return false }
        let byte = chunk[index]
        index += 1
        if byte == UInt8(ascii: "\\") { quoting = .escaped }
        if byte == 0x0A { line += 1 }
        if byte == UInt8(ascii: "\"") {
          quoting = .outside
          if depth == 0 { return true }
        }
      case .outside:
        let byte = chunk[index]
        if isScalar {
          switch byte {
          case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
          default: break
          }
        }
        index += 1
        switch byte {
        case UInt8(ascii: "\""): quoting = .inString
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth <= 0 { return true }
        case 0x0A: line += 1
        default: isScalar = depth == 0
        }
      }
    }
    return false
  }
}

/// Collects what stands around the lists of records, and finds those lists.
///
/// A list of records is the document itself, or stands under a name that interfaces give to their
/// results, in objects under such names: `{"response": {"docs": […]}}`.
struct JSONEnvelope: Sendable {
  enum Outcome {
    case chunkEnded
    /// The last byte read is a bracket that may open a list of records.
    case listMayBegin
  }

  /// NewsAPI and GDELT, Guardian, NYT, Event Registry, Webz.io, JSON Feed, Elasticsearch, Media
  /// Cloud, and what people write themselves.
  private static let listNames: Set<String> = [
    "articles", "results", "response", "docs", "documents", "posts", "items", "hits", "data",
    "records", "rows", "news", "stories", "entries", "item", "@graph",
  ]

  private(set) var bytes: [UInt8] = []
  private var quoting = JSONQuoting.outside
  private var depth = 0
  /// How many of the open objects, from the root on, are such that records may stand in them.
  private var wrapperDepth = 0
  private var stringStart = 0
  private var lastString = 0..<0
  private var key = ""

  /// Whether the list that begins is the document itself.
  var isRootList: Bool { depth == 1 && wrapperDepth == 0 }

  var isTooLong: Bool { bytes.count > RecordLimit.bytes }

  /// Takes bytes from `index` on, up to the end or to a list that may hold records.
  mutating func read(_ chunk: Span<UInt8>, _ index: inout Int, line: inout Int) -> Outcome {
    while index < chunk.count {
      let byte = chunk[index]
      bytes.append(byte)
      index += 1
      if byte == 0x0A { line += 1 }
      switch quoting {
      case .escaped: quoting = .inString
      case .inString:
        if byte == UInt8(ascii: "\\") { quoting = .escaped }
        if byte == UInt8(ascii: "\"") {
          quoting = .outside
          lastString = stringStart..<bytes.count - 1
        }
      case .outside:
        if readPunctuation(byte) { return .listMayBegin }
      }
    }
    return .chunkEnded
  }

  private mutating func readPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""):
      quoting = .inString
      stringStart = bytes.count
    case UInt8(ascii: ":"):
      key = String(decoding: bytes[lastString], as: UTF8.self).lowercased()
    case UInt8(ascii: "{"):
      let mayHoldRecords = depth == 0 || Self.listNames.contains(key)
      if depth == wrapperDepth, mayHoldRecords { wrapperDepth += 1 }
      depth += 1
    case UInt8(ascii: "["):
      depth += 1
      return depth == 1 || (depth - 1 == wrapperDepth && Self.listNames.contains(key))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if depth == wrapperDepth { wrapperDepth -= 1 }
      depth = max(0, depth - 1)
      wrapperDepth = max(0, wrapperDepth)
    default: break
    }
    return false
  }
}
