/// A paragraph, heading, list item or any other run of text that no block element breaks.
struct ContentBlock: Sendable {
  /// Its text in ``PageBlocks/text``: UTF-8, references resolved, white space collapsed.
  var text: Range<Int>
  /// The first and the last of its text nodes.
  var firstNode: Int
  var lastNode: Int
  /// The block element that it stands in.
  var container: Int
  /// Whether only a line break separates it from the block before.
  var followsBreak: Bool
  var counts = TextCounts()
  /// Letters (``TextCounts/letters``) in links, and in bold or italic type.
  var linkLetters = 0
  var emphasisLetters = 0
}

/// The blocks of a page, in order.
struct PageBlocks: Sendable {
  /// The text of all blocks, one behind the other.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [ContentBlock] = []

  /// Cuts a page into blocks. Scripts, forms' fields, pictures and the like have no text, and what
  /// readers wrote below the article is none of the page's.
  init(_ document: HTMLDocument) {
    var builder = Builder(document)
    builder.run()
    (text, blocks) = (builder.text, builder.blocks)
  }

  /// A block's text.
  func string(_ block: ContentBlock) -> String {
    String(decoding: text[block.text], as: UTF8.self)
  }
}

extension PageBlocks {
  /// A line that ends with `<br>` is a block of its own when it is as long as a paragraph.
  fileprivate static let lineBytes = 100

  private struct Builder {
    let document: HTMLDocument
    var text: [UInt8] = []
    var blocks: [ContentBlock] = []
    /// Of each node: the block element that it is or stands in, and what it inherits.
    private var containers: [Int32]
    private var inherited: [Inherited]
    private var current: ContentBlock?
    private var breaks = 0
    private var mustBreak = false
    /// Where the data row ends in which the nodes stand.
    private var rowEnd = 0

    private struct Inherited: OptionSet {
      let rawValue: UInt8
      static let link = Self(rawValue: 1)
      static let emphasis = Self(rawValue: 2)
      static let preformatted = Self(rawValue: 4)
    }

    init(_ document: HTMLDocument) {
      self.document = document
      containers = [Int32](repeating: 0, count: document.nodes.count)
      inherited = [Inherited](repeating: [], count: document.nodes.count)
      text.reserveCapacity(document.bytes.count / 6)
    }

    mutating func run() {
      var index = 1
      while index < document.nodes.count {
        let node = document.nodes[index]
        let parent = Int(node.parent)
        if node.isText {
          append(index, parent)
          index += 1
          continue
        }
        if node.tag.traits.contains(.textless) || node.isForeign || document.isComments(index) {
          // What stands before and behind a picture or a field is still one line.
          if node.tag.traits.contains(.breaksLine) { mustBreak = true }
          index = Int(node.end)
          continue
        }
        enter(node, index, parent)
        index += 1
      }
      finish()
    }

    private mutating func enter(_ node: HTMLDocument.Node, _ index: Int, _ parent: Int) {
      var flags = inherited[parent]
      var container = containers[parent]
      switch node.tag {
      case .br where index < rowEnd: breaks = 1
      case .br:
        breaks += 1
        if breaks > 1 { mustBreak = true }
        if let current, text.count - current.text.lowerBound >= PageBlocks.lineBytes {
          mustBreak = true
        }
      case .a: flags.insert(.link)
      case .b, .strong, .em, .i: flags.insert(.emphasis)
      default:
        if index < rowEnd {
          // A cell of a data row, or what is in it: the row goes on.
          if current != nil, text.last != 0x20 { text.append(0x20) }
        } else if node.tag.traits.contains(.breaksLine) {
          mustBreak = true
          container = Int32(index)
          if node.tag == .tr, document.isDataRow(index) { rowEnd = Int(node.end) }
        }
      }
      inherited[index] = flags
      containers[index] = container
    }

    private mutating func append(_ index: Int, _ parent: Int) {
      let range = document.nodes[index].range
      let container = Int(containers[parent])
      let start = text.count
      let isBlank = document.isBlank(range)
      if isBlank {
        // White space counts where a line goes on.
        if current != nil, text.last != 0x20 { text.append(0x20) }
        return
      }
      var wasBreak = breaks > 0
      if let block = current, mustBreak || block.container != container {
        wasBreak = wasBreak && block.container == container
        finish()
      }
      if current == nil {
        current = ContentBlock(
          text: text.count..<text.count, firstNode: index, lastNode: index, container: container,
          followsBreak: wasBreak)
      } else if breaks > 0, text.last != 0x20 {
        text.append(0x20)
      }
      breaks = 0
      mustBreak = false
      appendCollapsed(index)
      current?.lastNode = index
      let flags = inherited[parent]
      if flags.contains(.link) || flags.contains(.emphasis) {
        let first = min(start, text.count)
        let letters = TextCounts(text.span.extracting(first..<text.count)).letters
        if flags.contains(.link) { current?.linkLetters += letters }
        if flags.contains(.emphasis) { current?.emphasisLetters += letters }
      }
    }

    /// Appends a text node, each run of white space as one space.
    private mutating func appendCollapsed(_ index: Int) {
      let start = text.count
      document.append(textOf: index, to: &text)
      let wasSpace = start == current?.text.lowerBound || (start > 0 && text[start - 1] == 0x20)
      let length = text.withUnsafeMutableBufferPointer {
        Self.collapse(UnsafeMutableBufferPointer(rebasing: $0[start...]), wasSpace: wasSpace)
      }
      text.removeLast(text.count - start - length)
    }

    /// Collapses white space in place; returns how many bytes are left.
    private static func collapse(
      _ text: UnsafeMutableBufferPointer<UInt8>, wasSpace: Bool
    ) -> Int {
      var wasSpace = wasSpace
      var (read, write) = (0, 0)
      while read < text.count {
        var byte = text[read]
        read += 1
        // A no-break space is a space here; zero-width spaces and soft hyphens are nothing.
        if byte == 0xC2, read < text.count, text[read] == 0xA0 || text[read] == 0xAD {
          let isSoftHyphen = text[read] == 0xAD
          read += 1
          if isSoftHyphen { continue }
          byte = 0x20
        } else if byte == 0xE2, read + 1 < text.count, text[read] == 0x80, text[read + 1] == 0x8B {
          read += 2
          continue
        } else if byte == 0xEF, read + 1 < text.count, text[read] == 0xBB, text[read + 1] == 0xBF {
          read += 2
          continue
        }
        if byte <= 0x20 {
          if wasSpace { continue }
          wasSpace = true
          text[write] = 0x20
        } else {
          wasSpace = false
          text[write] = byte
        }
        write += 1
      }
      return write
    }

    private mutating func finish() {
      guard var block = current else { return }
      current = nil
      while text.count > block.text.lowerBound, text.last == 0x20 { text.removeLast() }
      block.text = block.text.lowerBound..<text.count
      guard !block.text.isEmpty else { return }
      block.counts = TextCounts(text.span.extracting(block.text))
      if block.counts.letters > 0 { blocks.append(block) }
    }
  }
}

extension HTMLDocument {
  /// How much text a cell of a table of data may have, in bytes of the source.
  private static let cellBytes = 160

  /// Whether a table's row is one of data, which is read as one line: two cells or more with something
  /// in them, all of them short, and nothing in them that makes a page's layout.
  ///
  /// 38 of 294 wcxb-article pages have such rows in their right answers, one line each.
  fileprivate func isDataRow(_ row: Int) -> Bool {
    let end = Int(nodes[row].end)
    var cells = 0
    var cellText = 0
    var index = row + 1
    while index < end {
      let node = nodes[index]
      if node.isText {
        if !isBlank(node.range) {
          if cellText == 0 { cells += 1 }
          cellText += Int(node.length)
          if cellText > Self.cellBytes { return false }
        }
        index += 1
        continue
      }
      switch node.tag {
      case .td, .th: cellText = 0
      case .p, .div, .br: break
      default:
        if node.isForeign || node.tag.traits.contains(.textless) {
          index = Int(node.end)
          continue
        }
        if node.tag.traits.contains(.breaksLine) { return false }
      }
      index += 1
    }
    return cells > 1
  }

  /// Whether a range of the source is white space.
  @inline(__always)
  func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where !isHTMLSpace(bytes[index]) { return false }
    return true
  }
}
