public import NewsModel

/// What is known of paragraphs from outside of their article: from the other articles of its source,
/// and from what people have said.
public protocol ParagraphKnowledge {
  /// In how many clusters of near-copies within the source the paragraph with this hash is known to
  /// stand; 0 for fewer than two (``RepeatLearner``).
  func clusters(of hash: UInt64) -> Int

  /// Whether people want the paragraph in the article, whatever this rule says.
  func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool
}

/// Nothing: the article stands for itself.
public struct NothingKnown: ParagraphKnowledge {
  /// Nothing.
  public init() {}

  /// 0.
  public func clusters(of hash: UInt64) -> Int { 0 }

  /// False.
  public func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool { false }
}

/// What the other articles of its source show.
public struct RepeatsOfSource: ParagraphKnowledge {
  private let learner: RepeatLearner
  private let source: String?

  /// What a learner has learnt of a source; nothing where there is no source.
  public init(_ learner: RepeatLearner, source: String?) {
    (self.learner, self.source) = (learner, source)
  }

  /// In how many clusters of the source the learner has seen the paragraph.
  public func clusters(of hash: UInt64) -> Int {
    source.map { learner.clusterCount(of: hash, in: $0) } ?? 0
  }

  /// False: a learner knows nothing of people.
  public func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool { false }
}
