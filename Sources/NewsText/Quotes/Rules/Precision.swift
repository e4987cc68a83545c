import NewsModel

/// The precise setting: fewer quotes, nearly all of them right.
enum Precision {
  /// On PolNeAR's development part the rules at or above it find quotes with a precision of 0.8 or
  /// more each.
  private static let threshold = 0.8

  /// The findings of sure rules, one a statement: a fragment within a reported clause that is kept
  /// goes with the clause.
  static func kept(of findings: [Finding]) -> [Finding] {
    let sure = findings.filter { $0.kind == .scare || $0.confidence >= threshold }
    let clauses = sure.filter { $0.kind == .indirect }
    return sure.filter { finding in
      finding.kind != .mixed
        || !clauses.contains {
          $0.content.lowerBound <= finding.content.lowerBound
            && finding.content.upperBound <= $0.content.upperBound
        }
    }
  }
}
