import FoundationEssentials

@testable import NewsText

/// An article whose paragraphs are labelled, as a line of the training files gives it.
struct LabelledArticle: Decodable {
  struct Paragraph: Decodable {
    var text: String
    var label: String
    var confidence: String?
    var core: Bool?

    var isBoilerplate: Bool { label != "body" }
    /// Labels of low confidence are neither trained on nor scored.
    var counts: Bool { confidence != "low" }
  }

  var id: String
  var source: String
  var variant: String
  var title: String?
  /// The collection that the article comes from; the file of many articles a source names none.
  var set: String?
  var paragraphs: [Paragraph]

  /// The part of the evaluation that the article belongs to; `more` for what is only trained on.
  var part: String {
    guard let set else { return "multidoc" }
    return set.hasPrefix("more") ? "more" : String(variant.prefix { $0 != ":" })
  }

  static func read(_ path: String) throws -> [LabelledArticle] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(LabelledArticle.self, from: Data($0))
    }
  }

  /// The fold of its source: all articles of a source are in one, `www.` or not.
  func fold(of count: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let name = source.lowercased()
    for byte in (name.hasPrefix("www.") ? name.dropFirst(4) : name[...]).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return Int((hash >> 33) % UInt64(count))
  }
}

/// A labelled example for a linear model.
struct Example {
  var features: [(index: Int, value: Float)]
  var isBoilerplate: Bool
  /// How much an error on it costs.
  var weight: Float
}
