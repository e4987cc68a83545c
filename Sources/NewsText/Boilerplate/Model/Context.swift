/// What of a paragraph the second model weighs, beside its neighbours: a byte each.
///
/// The weights in `LearntWeights` are stored by place: train them again when this list changes.
enum ContextFeature: Int, CaseIterable {
  // What the first model says of it, of its neighbours, and of the article.
  case score, scoreBefore, scoreAfter, scoreSecondBefore, scoreSecondAfter
  case meanBefore, meanAfter, mean, doubtful, doubtfulShare
  // Form.
  case length, lengthBefore, lengthAfter, ends, endsBefore, endsAfter
  case capitals, numbers, shouted, sentences, commas, colons, menuMarks, addresses, atSigns
  case copyrightSigns, startsSmall, quotation, quotesSomebody, cues, kind, headline
  // Place.
  case fromStart, fromEnd, place, paragraphs, fromFirstProse, fromLastProse
  case proseBefore, proseAfter, wordsBefore, wordsAfter, run, twins
  // What rules are sure of, and what repeats within the source.
  case isSure, sureCount, sureShare, markedBefore, markedAfter
  case clusters, clustersBefore, clustersAfter, repeatedCount, repeatedShare
  case repeatedShareBefore, repeatedShareAfter, clustersOfMost
}

/// Looks at an article's paragraphs together.
struct ContextFeatures {
  static let count = ContextFeature.allCases.count

  let paragraphs: [JudgedParagraph]
  /// In how many clusters of its source each paragraph stands: up to 3, so that what is decided
  /// changes twice at most while an archive grows.
  let clusters: [Int]
  /// For each paragraph, the distance to the nearest prose before and after it, 99 for none.
  private let proseBefore: [Int]
  private let proseAfter: [Int]
  /// The distance to the nearest paragraph that a rule is sure of or that repeats.
  private let markedBefore: [Int]
  private let markedAfter: [Int]
  /// Words of prose before each paragraph, and at the end of all.
  private var proseWords = [0]
  /// The number of repeated paragraphs before each paragraph, and at the end of all.
  private var repeated = [0]
  /// The sums of the scores before each paragraph, and at the end of all.
  private var scores: [Float] = [0]
  /// The length of the run of short lines in which each stands.
  private let runs: [Int]
  /// The paragraphs' hashes, sorted.
  private let hashes: [UInt64]
  private let firstProse: Int
  private let lastProse: Int
  private let doubtful: Int
  private let sureCount: Int
  private let clustersOfMost: Int

  /// - Parameters:
  ///   - paragraphs: The article's paragraphs.
  ///   - clusters: In how many clusters of near-copies of its source each stands.
  init(_ paragraphs: [JudgedParagraph], clusters: [Int]) {
    self.paragraphs = paragraphs
    self.clusters = clusters.map { min($0, 3) }
    let isProse = zip(paragraphs, clusters).map { $0.isProse && $1 < 2 }
    let isMarked = zip(paragraphs, clusters).map {
      $0.isSure || $1 >= 2 && !$0.quotesSomebody
    }
    hashes = paragraphs.map(\.hash).sorted()
    firstProse = isProse.firstIndex(of: true) ?? paragraphs.count
    lastProse = isProse.lastIndex(of: true) ?? -1
    doubtful = paragraphs.count { $0.score > 0 }
    sureCount = paragraphs.count(where: \.isSure)
    clustersOfMost = self.clusters.max() ?? 0
    proseBefore = Self.distances(isProse)
    proseAfter = Self.distances(isProse.reversed()).reversed()
    markedBefore = Self.distances(isMarked)
    markedAfter = Self.distances(isMarked.reversed()).reversed()
    runs = Self.runs(paragraphs)
    for (index, paragraph) in paragraphs.enumerated() {
      proseWords.append(proseWords[index] + (isProse[index] ? paragraph.length : 0))
      repeated.append(repeated[index] + (clusters[index] >= 2 ? 1 : 0))
      scores.append(scores[index] + Self.clamped(paragraph.score))
    }
  }

  /// Whether there is any prose; without it there is nothing to tell leftovers from.
  var hasProse: Bool { firstProse <= lastProse }

  /// The score from which the model's word is taken in this article: a lower one where rules are sure
  /// of several paragraphs, as then more of the page has come along; a higher one where the source is
  /// known, as then most of what is boilerplate repeats.
  var threshold: Float {
    let isNoisy = sureCount >= 3
    let isKnown = clustersOfMost >= (isNoisy ? 3 : 2)
    return (isNoisy ? 0.65 : 1.75) + (isKnown ? 0.85 : 0)
  }

  private static func distances(_ marks: [Bool]) -> [Int] {
    var distance = 99
    return marks.map { isMarked in
      defer { distance = isMarked ? 1 : min(distance + 1, 99) }
      return distance
    }
  }

  private static func runs(_ paragraphs: [JudgedParagraph]) -> [Int] {
    var runs = [Int](repeating: 0, count: paragraphs.count)
    var start = 0
    for index in 0...paragraphs.count {
      if index < paragraphs.count, paragraphs[index].length < 15 { continue }
      for member in start..<index { runs[member] = index - start }
      start = index + 1
    }
    return runs
  }

  private static func clamped(_ score: Float) -> Float { min(max(score, -5), 5) }

  private func score(_ index: Int) -> Float {
    paragraphs.indices.contains(index) ? Self.clamped(paragraphs[index].score) : 1.5
  }

  private func mean(_ range: Range<Int>) -> Float {
    let inside = range.clamped(to: 0..<paragraphs.count)
    guard !inside.isEmpty else { return 1.5 }
    return (scores[inside.upperBound] - scores[inside.lowerBound]) / Float(inside.count)
  }

  /// How many of the paragraphs have this hash.
  private func timesSeen(_ hash: UInt64) -> Int {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return hashes[low...].prefix(8) { $0 == hash }
  }

  /// Writes the features of a paragraph, in the order of ``ContextFeature``.
  func write(of index: Int, to bytes: inout [UInt8]) {
    func set(_ feature: ContextFeature, _ value: Int) {
      bytes[feature.rawValue] = UInt8(min(max(value + 128, 0), 255))
    }
    func set(_ feature: ContextFeature, _ score: Float) { set(feature, Int(score * 20)) }
    func neighbour(_ index: Int, _ value: (JudgedParagraph) -> Int) -> Int {
      paragraphs.indices.contains(index) ? value(paragraphs[index]) : -1
    }
    let own = paragraphs[index]
    let count = paragraphs.count
    set(.score, score(index))
    set(.scoreBefore, score(index - 1))
    set(.scoreAfter, score(index + 1))
    set(.scoreSecondBefore, score(index - 2))
    set(.scoreSecondAfter, score(index + 2))
    set(.meanBefore, mean(index - 5..<index))
    set(.meanAfter, mean(index + 1..<index + 6))
    set(.mean, mean(0..<count))
    set(.doubtful, doubtful)
    set(.doubtfulShare, doubtful * 100 / count)
    set(.length, own.length)
    set(.lengthBefore, neighbour(index - 1) { min($0.length, 127) })
    set(.lengthAfter, neighbour(index + 1) { min($0.length, 127) })
    set(.ends, own.endsSentence ? 1 : 0)
    set(.endsBefore, neighbour(index - 1) { $0.endsSentence ? 1 : 0 })
    set(.endsAfter, neighbour(index + 1) { $0.endsSentence ? 1 : 0 })
    let form = own.form
    set(.capitals, Int(form.capitals))
    set(.numbers, Int(form.numbers))
    set(.shouted, Int(form.shouted))
    set(.sentences, Int(form.sentences))
    set(.commas, Int(form.commas))
    set(.colons, Int(form.colons))
    set(.menuMarks, Int(form.menuMarks))
    set(.addresses, Int(form.addresses))
    set(.atSigns, Int(form.atSigns))
    set(.copyrightSigns, Int(form.copyrightSigns))
    set(.startsSmall, form.startsSmall ? 1 : 0)
    set(.quotation, Int(form.quotation))
    set(.quotesSomebody, own.quotesSomebody ? 1 : 0)
    set(.cues, Int(form.cues))
    set(.kind, Int(form.kind))
    set(.headline, own.headline)
    set(.fromStart, index)
    set(.fromEnd, count - 1 - index)
    set(.place, index * 100 / max(1, count - 1))
    set(.paragraphs, count)
    set(.fromFirstProse, index - firstProse)
    set(.fromLastProse, index - lastProse)
    set(.proseBefore, proseBefore[index])
    set(.proseAfter, proseAfter[index])
    set(.wordsBefore, proseWords[index] / 8)
    set(.wordsAfter, (proseWords[count] - proseWords[index + 1]) / 8)
    set(.run, runs[index])
    set(.twins, timesSeen(own.hash))
    set(.isSure, own.isSure ? 1 : 0)
    set(.sureCount, sureCount)
    set(.sureShare, sureCount * 100 / count)
    set(.markedBefore, markedBefore[index])
    set(.markedAfter, markedAfter[index])
    set(.clusters, clusters[index])
    set(.clustersBefore, index > 0 ? clusters[index - 1] : -1)
    set(.clustersAfter, index + 1 < count ? clusters[index + 1] : -1)
    set(.repeatedCount, repeated[count])
    set(.repeatedShare, repeated[count] * 100 / count)
    set(.repeatedShareBefore, index > 0 ? repeated[index] * 100 / index : -1)
    let after = count - 1 - index
    set(
      .repeatedShareAfter,
      after > 0 ? (repeated[count] - repeated[index + 1]) * 100 / after : -1)
    set(.clustersOfMost, clustersOfMost)
  }
}

extension ArraySlice {
  /// How many elements at the beginning meet a condition, up to a limit.
  fileprivate func prefix(_ limit: Int, while condition: (Element) -> Bool) -> Int {
    var count = 0
    for element in self {
      guard count < limit, condition(element) else { break }
      count += 1
    }
    return count
  }
}
