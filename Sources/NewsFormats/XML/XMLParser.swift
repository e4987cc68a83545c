import CLibXML2

/// Takes an XML document apart as it comes, and keeps only the records in it.
///
/// libxml2's push parser does the reading: its entities and its access to files and the network are
/// off (see `CLibXML2/shim.h`). What it calls back builds one record at a time.
final class XMLRecordParser {
  /// A record, or why it is none.
  enum Found {
    case record(XMLElement, line: Int)
    case tooLong(line: Int)
  }

  private var handler = xmlSAXHandler()
  private var parser: xmlParserCtxtPtr?
  private let builder: XMLRecordBuilder

  /// - Parameter isRecord: Whether a record begins, given the names of the open elements, the last of
  ///   them its own.
  init(isRecord: @escaping @Sendable ([String]) -> Bool) {
    builder = XMLRecordBuilder(isRecord: isRecord)
    handler.startElementNs = startElement
    handler.endElementNs = { context, _, _, _ in
      openRecord(context)?.end()
    }
    handler.characters = { context, bytes, count in
      guard let bytes else { return }
      openRecord(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    parser = backfile_xml_parser(&handler, Unmanaged.passUnretained(builder).toOpaque())
    builder.parser = parser
  }

  deinit {
    if let parser { backfile_xml_free(parser) }
  }

  /// Elements outside of records, by name and parent's name: a feed's title and language.
  var context: XMLContext { builder.context }

  /// Takes the next piece of the document and gives the records that it completes.
  func push(_ chunk: Span<UInt8>) -> [Found] {
    parse(chunk, isLast: false)
  }

  /// Says that the document has ended; gives what was open as far as it was read.
  func finish() -> [Found] {
    let found = parse([UInt8]().span, isLast: true)
    return found + builder.takeOpenRecord()
  }

  /// Why the document could not be read to its end, if it could not.
  var problem: String? {
    guard let parser, parser.pointee.wellFormed == 0, let error = xmlCtxtGetLastError(parser)
    else { return nil }
    let text = error.pointee.message.map { String(cString: $0).trimmedText } ?? "broken"
    return "line \(error.pointee.line): \(text)"
  }

  private func parse(_ chunk: Span<UInt8>, isLast: Bool) -> [Found] {
    guard let parser else { return [] }
    // libxml2 counts in 32 bits.
    var start = 0
    repeat {
      let end = min(chunk.count, start + (1 << 20))
      chunk.extracting(start..<end).withUnsafeBytes { bytes in
        let text = bytes.bindMemory(to: CChar.self)
        _ = xmlParseChunk(parser, text.baseAddress, Int32(text.count), isLast ? 1 : 0)
      }
      start = end
    } while start < chunk.count
    return builder.takeFound()
  }
}

/// The text of elements that stand outside of records.
struct XMLContext: Sendable {
  private(set) var root = ""
  private(set) var attributes: [String: String] = [:]
  private(set) var texts: [String: String] = [:]

  /// The text of an element by its parent's name and its own: `channel/title`.
  subscript(path: String) -> String? { texts[path].flatMap { $0.isEmpty ? nil : $0 } }

  fileprivate mutating func setRoot(_ element: XMLElement) {
    (root, attributes) = (element.name, element.attributes)
  }

  fileprivate mutating func add(_ path: String, _ text: String) {
    guard texts.count < 500, texts[path] == nil, text.utf8.count < 4000 else { return }
    texts[path] = text
  }
}

/// Builds records from what the parser calls back.
private final class XMLRecordBuilder {
  /// Deeper elements are passed over, their text is kept: far deeper than any article.
  private static let maxDepth = 200

  var parser: xmlParserCtxtPtr?
  private let isRecord: @Sendable ([String]) -> Bool
  private(set) var context = XMLContext()
  private var names: [String] = []
  /// The open elements of the record, outermost first; empty outside of records.
  private var open: [XMLElement] = []
  /// Open elements of the record that are too deep to be kept.
  private var tooDeep = 0
  private var text: [UInt8] = []
  private var size = 0
  private var line = 0
  private var isTooLong = false
  private var found: [XMLRecordParser.Found] = []

  init(isRecord: @escaping @Sendable ([String]) -> Bool) { self.isRecord = isRecord }

  func takeFound() -> [XMLRecordParser.Found] {
    defer { found = [] }
    return found
  }

  /// The record that the document ended inside of.
  func takeOpenRecord() -> [XMLRecordParser.Found] {
    while !open.isEmpty { end() }
    return takeFound()
  }

  func begin(_ element: XMLElement) {
    if names.isEmpty { context.setRoot(element) }
    if open.isEmpty {
      text.removeAll(keepingCapacity: true)
      names.append(element.name)
      guard isRecord(names) else { return }
      line = parser.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0
      (size, isTooLong) = (0, false)
      open.append(element)
      return
    }
    closeText()
    if open.count >= Self.maxDepth {
      tooDeep += 1
    } else {
      open.append(element)
    }
    size += element.attributes.reduce(element.name.utf8.count + 32) { $0 + $1.value.utf8.count }
  }

  func end() {
    guard !open.isEmpty else {
      let text = String(decoding: text, as: UTF8.self).trimmedText
      self.text.removeAll(keepingCapacity: true)
      if let name = names.popLast() {
        if !text.isEmpty { context.add((names.last ?? "") + "/" + name, text) }
      }
      return
    }
    closeText()
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    let element = open.removeLast()
    if open.isEmpty {
      names.removeLast()
      found.append(isTooLong ? .tooLong(line: line) : .record(element, line: line))
    } else {
      open[open.count - 1].nodes.append(.element(element))
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if open.isEmpty {
      if text.count < 4000 { text.append(contentsOf: bytes) }
      return
    }
    size += bytes.count
    if size > RecordLimit.bytes { isTooLong = true }
    if !isTooLong { text.append(contentsOf: bytes) }
  }

  private func closeText() {
    guard !text.isEmpty else { return }
    open[open.count - 1].nodes.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }
}

/// The builder behind libxml2's user data.
private func openRecord(_ context: UnsafeMutableRawPointer?) -> XMLRecordBuilder? {
  context.map { Unmanaged<XMLRecordBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private let startElement: startElementNsSAX2Func = {
  context, name, _, namespace, _, _, attributeCount, _, attributes in
  guard let name else { return }
  var element = XMLElement(name: String(cString: name))
  if let namespace { element.namespace = String(cString: namespace) }
  if let attributes {
    // Five pointers each: name, prefix, namespace, and the beginning and end of the value.
    for index in 0..<Int(attributeCount) {
      guard let name = attributes[index * 5], let start = attributes[index * 5 + 3],
        let end = attributes[index * 5 + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      element.attributes[String(cString: name)] = withoutReferences(
        String(decoding: value, as: UTF8.self))
    }
  }
  openRecord(context)?.begin(element)
}

/// An attribute's value: without entity handlers libxml2 leaves `&#38;` for an ampersand in it.
private func withoutReferences(_ value: String) -> String {
  guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
  return MarkupText.plain(value) ?? value
}
