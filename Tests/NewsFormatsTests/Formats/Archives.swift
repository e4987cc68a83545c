@testable import NewsFormats

/// Builds containers for the tests.
enum Archives {
  /// A zip archive; a member is stored, or put into deflate blocks that pack nothing.
  static func zip(
    _ members: [(name: String, content: [UInt8])], deflated: Bool = true, sized: Bool = true
  ) -> [UInt8] {
    var archive: [UInt8] = []
    for (name, content) in members {
      let packed = deflated ? deflate(content) : content
      let sizes = little(packed.count, 4) + little(content.count, 4)
      archive += [0x50, 0x4B, 3, 4] + little(20, 2) + little(sized ? 0 : 8, 2)
      archive += little(deflated ? 8 : 0, 2) + little(0, 8)
      archive += sized ? sizes : little(0, 8)
      archive += little(name.utf8.count, 2) + little(0, 2) + Array(name.utf8) + packed
      if !sized { archive += [0x50, 0x4B, 7, 8] + little(0, 4) + sizes }
    }
    return archive + [0x50, 0x4B, 5, 6] + little(0, 18)
  }

  static func deflate(_ content: [UInt8]) -> [UInt8] {
    [1] + little(content.count, 2) + little(~content.count, 2) + content
  }

  /// A tar archive in ustar form.
  static func tar(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    members.flatMap { name, content in
      header(name, content.count, type: "0") + padded(content)
    } + [UInt8](repeating: 0, count: 1024)
  }

  static func header(_ name: String, _ size: Int, type: Character) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at start: Int) {
      for (index, byte) in text.utf8.enumerated() { block[start + index] = byte }
    }
    put(String(name.prefix(100)), at: 0)
    put("0000644", at: 100)
    put(octal(size, 11), at: 124)
    put(String(type), at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(String(repeating: " ", count: 8), at: 148)
    put(octal(block.reduce(0) { $0 + Int($1) }, 6), at: 148)
    block[154] = 0
    return block
  }

  static func padded(_ content: [UInt8]) -> [UInt8] {
    content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A Word document with these paragraphs.
  static func word(_ paragraphs: [String]) -> [UInt8] {
    let body = paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
    let document = "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"
    return zip([("_rels/.rels", Array("<x/>".utf8)), ("word/document.xml", Array(document.utf8))])
  }

  /// A WARC record.
  static func warc(_ type: String, _ block: String, fields: String = "") -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\n\(fields)WARC-Date: 2019-08-01T00:00:00Z\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }
}
