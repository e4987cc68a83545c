internal import ArchiveStorage
internal import NewsModel
internal import NewsText

/// What people keep in the reporting, for looking up.
struct KeptParagraphs: Sendable {
  private var ofHash: [UInt64: [KeptBoilerplate]] = [:]
  private var ofAll: [KeptBoilerplate] = []

  init() {}

  init(_ connection: Connection) throws {
    for kept in try KeptBoilerplateStore(connection).all() {
      if let hash = kept.hash {
        ofHash[hash, default: []].append(kept)
      } else {
        ofAll.append(kept)
      }
    }
  }

  func contains(
    _ hash: UInt64, by rule: BoilerplateRule, source: String?, article: ArticleID?
  ) -> Bool {
    if ofHash.isEmpty && ofAll.isEmpty { return false }
    let name = rule.description
    func holds(_ kept: KeptBoilerplate) -> Bool {
      (kept.source == nil || kept.source == source) && (kept.rule == nil || kept.rule == name)
        && (kept.article == nil || kept.article == article)
    }
    return ofAll.contains(where: holds) || ofHash[hash, default: []].contains(where: holds)
  }
}

/// What an archive knows of the paragraphs of one of its articles.
struct ArchiveKnowledge: ParagraphKnowledge {
  let learner: RepeatLearner
  let kept: KeptParagraphs
  let source: String?
  /// The article, where the archive has it already.
  var article: ArticleID?

  func clusters(of hash: UInt64) -> Int {
    source.map { learner.clusterCount(of: hash, in: $0) } ?? 0
  }

  func isKept(_ hash: UInt64, by rule: BoilerplateRule) -> Bool {
    kept.contains(hash, by: rule, source: source, article: article)
  }
}
