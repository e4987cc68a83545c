/// The attributes that tell something about a page's structure or metadata.
enum HTMLAttributeName: UInt8, CaseIterable, Sendable {
  case ariaHidden, ariaLabel, charset, `class`, content, dataContent, datetime, dir, hidden, href
  case httpEquiv, id, itemprop, itemscope, itemtype, lang, name, property, rel, role, src, style
  case title, type, value, dataTestid, dataComponent, dataType, pubdate, dataTimestamp

  /// The name in lower case.
  var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataComponent: "data-component"
    case .dataContent: "data-content"
    case .dataTestid: "data-testid"
    case .dataTimestamp: "data-timestamp"
    case .dataType: "data-type"
    case .httpEquiv: "http-equiv"
    default: String(describing: self)
    }
  }
}

/// An attribute of an element: only those of ``HTMLAttributeName`` are kept.
struct HTMLAttribute: Sendable {
  var name: HTMLAttributeName
  /// Where the value stands in the source, without quotes, its references not resolved; empty for
  /// an attribute without a value.
  var value: Range<Int>
}
