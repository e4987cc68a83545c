import Foundation
@testable import NewsFormats

/// A page of an evaluation set with its right answer.
struct GoldPage {
  var id: String
  var set: String
  var site: String
  var html: [UInt8]
  var body: String
  var full: String?
}

func readSets(_ folder: String, _ sets: [String]) throws -> [GoldPage] {
  var pages: [GoldPage] = []
  for set in sets {
    let lines = try String(contentsOfFile: "\(folder)/\(set).dev.jsonl", encoding: .utf8)
    for line in lines.split(separator: "\n") {
      guard
        let gold = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let body = gold["body"] as? String, let file = gold["file"] as? String
      else { continue }
      let address = gold["url"] as? String ?? ""
      var site = gold["site"] as? String ?? URL(string: address)?.host ?? file
      if site.hasPrefix("www.") { site.removeFirst(4) }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
      pages.append(
        GoldPage(
          id: gold["id"] as? String ?? "", set: set, site: site, html: [UInt8](data), body: body, full: gold["body_full"] as? String))
    }
  }
  return pages
}
