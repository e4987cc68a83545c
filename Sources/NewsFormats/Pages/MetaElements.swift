/// What the `meta`, `link` and `title` elements of a page say.
struct MetaElements: Sendable {
  private var contents: [String: [String]] = [:]
  /// The `title` element's text.
  private(set) var title: String?
  /// The address that `link rel="canonical"` names.
  private(set) var canonical: String?
  /// The `lang` of the page.
  private(set) var language: String?
  /// The scripts with JSON-LD, as nodes.
  private(set) var structuredData: [Int] = []

  /// More than any page has, and little enough for a hostile one.
  private static let limit = 1000

  /// Reads a page's elements; those of the body count too, since many pages have them there.
  init(_ document: HTMLDocument) {
    language = document.value(.lang, of: 0)
    var count = 0
    for index in document.nodes.indices where count < Self.limit {
      switch document.nodes[index].tag {
      case .meta:
        count += 1
        add(document, index)
      case .title:
        if title == nil, !document.nodes[index].isForeign {
          title = document.text(of: index).collapsed
        }
      case .link:
        if canonical == nil, document.attribute(.rel, of: index, is: "canonical") {
          canonical = document.value(.href, of: index)
        }
      case .script:
        if document.attribute(.type, of: index, is: "application/ld+json") {
          count += 1
          structuredData.append(index)
        }
      default: break
      }
    }
  }

  private mutating func add(_ document: HTMLDocument, _ index: Int) {
    guard let content = document.value(.content, of: index)?.collapsed, !content.isEmpty else {
      return
    }
    for attribute in [HTMLAttributeName.property, .name, .itemprop, .httpEquiv] {
      if let name = document.value(attribute, of: index) {
        contents[name.lowercased(), default: []].append(content)
      }
    }
  }

  /// What an element of one of these names says: the first name that has something decides.
  func first(_ names: String...) -> String? {
    for name in names {
      if let content = contents[name]?.first { return content }
    }
    return nil
  }

  /// Everything that the elements of a name say.
  func all(_ name: String) -> [String] { contents[name] ?? [] }
}

extension String {
  /// The text with each run of white space as one space, and none at its ends.
  var collapsed: String {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    var isPending = false
    var wasC2 = false
    for byte in utf8 {
      if byte <= 0x20 || wasC2 && byte == 0xA0 {
        if wasC2 { output.removeLast() }
        isPending = !output.isEmpty
        wasC2 = false
        continue
      }
      if isPending {
        output.append(0x20)
        isPending = false
      }
      wasC2 = byte == 0xC2
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
