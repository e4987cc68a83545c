/// The columns of a table whose first row is an article already.
///
/// Some data sets are known by the look of their cells; of any other table the columns are told by
/// what stands in them.
struct HeaderlessTable {
  /// The names of the columns, as far as they mean anything.
  private(set) var names: [String]
  /// What stands for a line break in a cell; AG News writes a backslash.
  private(set) var lineBreak: UInt8?
  /// The data set, for messages.
  private(set) var description: String

  /// The columns of a table by its first rows, or nil where none of them is text or a headline.
  init?(_ rows: [[String]]) {
    guard let first = rows.first else { return nil }
    lineBreak = nil
    if let layout = Self.layouts.first(where: { $0.fits(rows.prefix(20)) }) {
      names = layout.names
      lineBreak = layout.lineBreak
      description = layout.description
      return
    }
    let columns = (0..<first.count).map { index in
      TableColumn(rows.compactMap { $0.count > index ? $0[index] : nil })
    }
    let longest = columns.indices.filter { columns[$0].isProse }
      .max { columns[$0].averageBytes < columns[$1].averageBytes }
    guard let longest, columns[longest].averageBytes > 15 else { return nil }
    let isText = columns[longest].averageBytes > 80
    let headline = columns.indices.first {
      $0 != longest && columns[$0].isProse && (10...200).contains(columns[$0].averageBytes)
        && columns[$0].isDistinct
    }
    description = "no header: columns told by what stands in them"
    names = columns.indices.map { index in
      if index == longest { return isText ? "text" : "headline" }
      if index == headline, isText { return "headline" }
      if columns[index].isAddress { return "url" }
      if columns[index].isDate { return "date" }
      return "column \(index + 1)"
    }
    // Of two columns with one meaning the first has it.
    for name in ["url", "date"] {
      for index in names.indices.filter({ names[$0] == name }).dropFirst() {
        names[index] = "column \(index + 1)"
      }
    }
  }

  private struct Layout: Sendable {
    var description: String
    var names: [String]
    var lineBreak: UInt8?
    var fits: @Sendable (ArraySlice<[String]>) -> Bool
  }

  private static let layouts: [Layout] = [
    // recommenders-team, MIND: "News ID, category, subcategory, title, abstract, URL, …".
    Layout(
      description: "MIND news.tsv",
      names: [
        "news id", "category", "subcategory", "title", "abstract", "url", "title entities",
        "abstract entities",
      ],
      fits: { rows in
        rows.allSatisfy { row in
          (6...8).contains(row.count) && row[0].hasPrefix("N") && row[0].count > 1
            && row[0].dropFirst().allSatisfy { "0"..."9" ~= $0 }
        }
      }),
    // Zhang, Zhao and LeCun 2015: class, title, description; `\` for a line feed.
    Layout(
      description: "AG News", names: ["class", "title", "description"],
      lineBreak: UInt8(ascii: "\\"),
      fits: { rows in
        rows.allSatisfy { $0.count == 3 && $0[0].count == 1 && ("0"..."9").contains($0[0]) }
      }),
    // trafilatura, `xmltocsv`.
    Layout(
      description: "trafilatura",
      names: [
        "url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments",
        "license", "pagetype",
      ],
      fits: { rows in
        rows.allSatisfy { row in
          (8...11).contains(row.count) && (isAddress(row[0]) || row[0] == "null")
            && row[2].utf8.count <= 16 && row[2].utf8.allSatisfy(isHexadecimal)
        }
      }),
    // GDELT Global Knowledge Graph 2.1 codebook: 27 columns, no header.
    Layout(
      description: "GDELT GKG 2.1",
      names: [
        "GKGRECORDID", "date", "source collection", "source name", "url", "counts", "counts 2",
        "themes", "themes 2", "locations", "locations 2", "persons", "persons 2", "organizations",
        "organizations 2", "tone", "dates", "GCAM", "image", "related images", "image embeds",
        "video embeds", "quotations", "all names", "amounts", "translation info", "page title",
      ],
      fits: { rows in
        rows.allSatisfy { $0.count == 27 && $0[1].count == 14 && Int($0[1]) != nil }
      }),
  ]

  /// What a cell says, once what its data set writes for line breaks and the like is undone.
  func cleaned(_ cell: String, of name: String) -> String {
    if let lineBreak {
      // AG News has also lost the ampersands of its character references: `#39;`, `quot;`.
      let lines = cell.utf8.map { $0 == lineBreak ? UInt8(ascii: "\n") : $0 }
      return withAmpersands(String(decoding: lines, as: UTF8.self))
    }
    // GDELT's last column is XML around the page's title.
    guard name == "page title" else { return cell }
    let parts = cell.split(separator: "<PAGE_TITLE>", omittingEmptySubsequences: false)
    guard parts.count > 1, let title = parts[1].split(separator: "</PAGE_TITLE>").first else {
      return ""
    }
    return String(title)
  }
}

/// `#39;` with its ampersand.
private func withAmpersands(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.contains(UInt8(ascii: "#")) else { return text }
  var output: [UInt8] = []
  for index in bytes.indices {
    if bytes[index] == UInt8(ascii: "#"), index == 0 || bytes[index - 1] != UInt8(ascii: "&") {
      let reference = [0x26] + Array(bytes[index...].prefix(8))
      if characterReference(reference.span, at: 0) != nil { output.append(UInt8(ascii: "&")) }
    }
    output.append(bytes[index])
  }
  return String(decoding: output, as: UTF8.self)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
}

/// What stands in a column of a table without a header.
private struct TableColumn {
  var averageBytes = 0
  var isAddress = false
  var isDate = false
  var isDistinct = false
  /// Words with spaces between them, or text in a script without spaces.
  var isProse = false

  init(_ cells: [String]) {
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return }
    averageBytes = filled.reduce(0) { $0 + $1.utf8.count } / filled.count
    func most(_ isSo: (String) -> Bool) -> Bool { filled.count(where: isSo) * 5 > filled.count * 4 }
    isAddress = most(NewsFormats.isAddress)
    isDate = most { cell in
      guard cell.utf8.count >= 8, cell.utf8.count <= 40 else { return false }
      switch readDate(cell) {
      case .date, .ambiguous: return true
      case .notUnderstood: return false
      }
    }
    isDistinct = Set(filled).count * 10 > filled.count * 8
    isProse =
      !isAddress && !isDate
      && most { cell in
        cell.utf8.count { $0 == 0x20 } >= 2 || cell.utf8.count { $0 >= 0x80 } > 9
      }
  }
}
