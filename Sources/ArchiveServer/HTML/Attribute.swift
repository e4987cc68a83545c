/// An attribute of an element. There is none that holds script or style, and those that hold an address
/// take an ``Address``.
struct Attribute: Sendable {
  let name: String
  /// Nil for one that is there or not, such as `open`.
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    (self.name, self.value) = (name.description, value)
  }

  // MARK: Any element

  static func `class`(_ names: String?...) -> Attribute {
    Attribute("class", names.compactMap { $0 }.joined(separator: " "))
  }
  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
  static func dir(_ direction: TextDirection) -> Attribute { Attribute("dir", direction.rawValue) }
  static func title(_ text: String) -> Attribute { Attribute("title", text) }
  static func role(_ role: StaticString) -> Attribute { Attribute("role", role.description) }
  static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }
  static let hidden = Attribute("hidden", nil)

  /// Which way text runs; `auto` is for text of others.
  enum TextDirection: String { case auto, ltr, rtl }

  // MARK: For those who hear the page (WAI-ARIA 1.2)

  static func ariaLabel(_ text: String) -> Attribute { Attribute("aria-label", text) }
  static func ariaLabelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }
  static func ariaDescribedBy(_ id: String) -> Attribute { Attribute("aria-describedby", id) }
  static func ariaCurrent(_ what: String) -> Attribute { Attribute("aria-current", what) }
  static let ariaHidden = Attribute("aria-hidden", "true")
  static let ariaInvalid = Attribute("aria-invalid", "true")

  // MARK: For our script

  static func data(_ name: DataName, _ value: String) -> Attribute {
    switch name {
    case .first: Attribute("data-first", value)
    case .last: Attribute("data-last", value)
    case .query: Attribute("data-query", value)
    case .complete: Attribute("data-complete", value)
    case .brush: Attribute("data-brush", value)
    }
  }
  enum DataName { case first, last, query, complete, brush }

  // MARK: Links, forms and tables

  static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
  static func src(_ address: Address) -> Attribute { Attribute("src", address.text) }
  static func action(_ address: Address) -> Attribute { Attribute("action", address.text) }
  static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", relation.description) }
  static func hreflang(_ tag: String) -> Attribute { Attribute("hreflang", tag) }
  static let download = Attribute("download", nil)
  static func method(_ method: StaticString) -> Attribute {
    Attribute("method", method.description)
  }
  static func type(_ type: StaticString) -> Attribute { Attribute("type", type.description) }
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func content(_ text: String) -> Attribute { Attribute("content", text) }
  static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  static func list(_ id: String) -> Attribute { Attribute("list", id) }
  static func placeholder(_ text: String) -> Attribute { Attribute("placeholder", text) }
  static func autocomplete(_ hint: StaticString) -> Attribute {
    Attribute("autocomplete", hint.description)
  }
  static let autocapitalizeNone = Attribute("autocapitalize", "none")
  static let spellcheckOff = Attribute("spellcheck", "false")
  static let required = Attribute("required", nil)
  static let selected = Attribute("selected", nil)
  static let open = Attribute("open", nil)
  static let `defer` = Attribute("defer", nil)
  static func maxLength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
  static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
  static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", scope.description) }
  static func colspan(_ columns: Int) -> Attribute { Attribute("colspan", String(columns)) }
  static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
  static func width(_ pixels: Int) -> Attribute { Attribute("width", String(pixels)) }
  static func height(_ pixels: Int) -> Attribute { Attribute("height", String(pixels)) }
  static func datetime(_ time: String) -> Attribute { Attribute("datetime", time) }
  static let utf8 = Attribute("charset", "utf-8")

  // MARK: Drawings

  static func viewBox(_ width: Double, _ height: Double) -> Attribute {
    Attribute("viewBox", "0 0 \(shortNumber(width)) \(shortNumber(height))")
  }
  static func x(_ value: Double) -> Attribute { Attribute("x", shortNumber(value)) }
  static func y(_ value: Double) -> Attribute { Attribute("y", shortNumber(value)) }
  static func x1(_ value: Double) -> Attribute { Attribute("x1", shortNumber(value)) }
  static func x2(_ value: Double) -> Attribute { Attribute("x2", shortNumber(value)) }
  static func y1(_ value: Double) -> Attribute { Attribute("y1", shortNumber(value)) }
  static func y2(_ value: Double) -> Attribute { Attribute("y2", shortNumber(value)) }
  static func rectWidth(_ value: Double) -> Attribute { Attribute("width", shortNumber(value)) }
  static func rectHeight(_ value: Double) -> Attribute { Attribute("height", shortNumber(value)) }
  static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
    Attribute(
      "points",
      points.map { "\(shortNumber($0.x)),\(shortNumber($0.y))" }.joined(separator: " "))
  }
  static func textAnchor(_ anchor: StaticString) -> Attribute {
    Attribute("text-anchor", anchor.description)
  }
  static let stretched = Attribute("preserveAspectRatio", "none")
}

/// A coordinate: one decimal place is a tenth of a pixel.
private func shortNumber(_ value: Double) -> String {
  let rounded = (value * 10).rounded() / 10
  return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
}
