/// Names and values of a query or a form, in their order.
struct Parameters: Sendable, Equatable {
  let pairs: [(name: String, value: String)]

  /// Reads what stands behind a question mark, or a form's body
  /// (`application/x-www-form-urlencoded`). Beyond a thousand pairs nothing is read.
  init(coded text: some StringProtocol) {
    pairs = text.split(separator: "&").prefix(1000).map { pair in
      guard let equals = pair.firstIndex(of: "=") else {
        return (PercentCoding.decoded(pair, isForm: true), "")
      }
      return (
        PercentCoding.decoded(pair[..<equals], isForm: true),
        PercentCoding.decoded(pair[pair.index(after: equals)...], isForm: true)
      )
    }
  }

  /// The first value of a name.
  subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// All values of a name.
  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  static func == (a: Parameters, b: Parameters) -> Bool {
    a.pairs.elementsEqual(b.pairs) { $0 == $1 }
  }
}
