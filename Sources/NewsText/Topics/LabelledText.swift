/// An article as a classifier is taught with, and asked about.
package struct LabelledText: Sendable {
  package var headline: String
  package var body: String
  /// What it is about; one of them for a set of classes that exclude each other.
  package var labels: [String]

  package init(headline: String, body: String, labels: [String] = []) {
    (self.headline, self.body, self.labels) = (headline, body, labels)
  }
}
