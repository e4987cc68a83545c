extension HTMLDocument {
  /// What the page says its headline is: OpenGraph, else the title.
  var pageTitle: String? {
    var title: String?
    for index in nodes.indices where !nodes[index].isText {
      switch nodes[index].tag {
      case .meta:
        if attribute(.property, of: index, is: "og:title"), let value = value(.content, of: index) {
          return value
        }
      case .title where title == nil && !nodes[index].isForeign: title = text(of: index)
      default: break
      }
    }
    return title
  }
}
