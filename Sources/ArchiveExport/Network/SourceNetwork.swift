internal import ArchiveQuery
internal import NewsModel

/// The forms in which networks are written.
public enum NetworkFormat: String, Sendable, CaseIterable {
  /// GEXF 1.3 (gexf.net), what Gephi reads best.
  case gexf
  /// GraphML (graphml.graphdrawing.org), what most other programs read.
  case graphml
}

/// Which sources quote which speakers, and how often.
struct SourceNetwork {
  /// A source or a speaker.
  struct Node: Hashable {
    enum Kind: String { case source, speaker }
    let kind: Kind
    let name: String
  }

  /// From a source to a speaker.
  struct Edge {
    var quotes = 0
    var articles = 0
  }

  private struct Pair: Hashable {
    let source: String
    let speaker: String
  }

  private var edges: [Pair: Edge] = [:]

  /// Counts the quotes of an article; scare quotes quote nobody.
  mutating func add(_ article: StoredArticle) {
    let source = article.source ?? ""
    let speakers = article.quotes.filter { $0.kind != .scare }.compactMap(\.speaker)
    for speaker in speakers {
      edges[Pair(source: source, speaker: speaker), default: Edge()].quotes += 1
    }
    for speaker in Set(speakers) { edges[Pair(source: source, speaker: speaker)]?.articles += 1 }
  }

  func text(in format: NetworkFormat) -> String {
    let sorted = edges.sorted {
      ($0.key.source, $0.key.speaker) < ($1.key.source, $1.key.speaker)
    }
    let sources = Set(sorted.map(\.key.source)).sorted().map { Node(kind: .source, name: $0) }
    let speakers = Set(sorted.map(\.key.speaker)).sorted().map { Node(kind: .speaker, name: $0) }
    let nodes = sources + speakers
    let numbers = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let links = sorted.map { pair, edge in
      (
        from: numbers[Node(kind: .source, name: pair.source)] ?? 0,
        to: numbers[Node(kind: .speaker, name: pair.speaker)] ?? 0, edge: edge
      )
    }
    switch format {
    case .gexf: return GEXF.text(nodes, links)
    case .graphml: return GraphML.text(nodes, links)
    }
  }

  fileprivate typealias Link = (from: Int, to: Int, edge: Edge)
}

extension SourceNetwork.Node {
  fileprivate var label: String { (name.isEmpty ? "(no source)" : name).escapedForXML }
}

/// GEXF 1.3 (gexf.net/schema.html).
private enum GEXF {
  static func text(_ nodes: [SourceNetwork.Node], _ links: [SourceNetwork.Link]) -> String {
    let nodeLines = nodes.enumerated().map { number, node in
      """
            <node id="n\(number)" label="\(node.label)">\
      <attvalues><attvalue for="0" value="\(node.kind.rawValue)"/></attvalues></node>
      """
    }
    let linkLines = links.enumerated().map { number, link in
      """
            <edge id="e\(number)" source="n\(link.from)" target="n\(link.to)" \
      weight="\(link.edge.quotes)"><attvalues>\
      <attvalue for="0" value="\(link.edge.articles)"/></attvalues></edge>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <graph mode="static" defaultedgetype="directed">
          <attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
          <attributes class="edge"><attribute id="0" title="articles" type="integer"/></attributes>
          <nodes>
      \(nodeLines.joined(separator: "\n"))
          </nodes>
          <edges>
      \(linkLines.joined(separator: "\n"))
          </edges>
        </graph>
      </gexf>

      """
  }
}

/// GraphML 1.0 (graphml.graphdrawing.org/specification.html).
private enum GraphML {
  static func text(_ nodes: [SourceNetwork.Node], _ links: [SourceNetwork.Link]) -> String {
    let nodeLines = nodes.enumerated().map { number, node in
      """
          <node id="n\(number)"><data key="label">\(node.label)</data>\
      <data key="kind">\(node.kind.rawValue)</data></node>
      """
    }
    let linkLines = links.map { link in
      """
          <edge source="n\(link.from)" target="n\(link.to)">\
      <data key="weight">\(link.edge.quotes)</data>\
      <data key="articles">\(link.edge.articles)</data></edge>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
        <key id="articles" for="edge" attr.name="articles" attr.type="int"/>
        <graph edgedefault="directed">
      \(nodeLines.joined(separator: "\n"))
      \(linkLines.joined(separator: "\n"))
        </graph>
      </graphml>

      """
  }
}
