/// What takes a block's features: their numbers, one by one.
protocol FeatureSink {
  mutating func add(_ feature: Int)
}

/// The sum of the features' weights.
struct WeightSum: FeatureSink {
  let weights: [Float]
  var sum: Float = 0

  mutating func add(_ feature: Int) { sum += weights[feature] }
}

/// The features themselves.
struct FeatureList: FeatureSink {
  var features: [Int32] = []

  mutating func add(_ feature: Int) { features.append(Int32(feature)) }
}

/// Finds the features of a page's blocks.
struct PageFeatures {
  private let document: HTMLDocument
  private let page: PageBlocks
  /// Of each node: letters of the blocks in it, those in links, those of sentences, and blocks.
  private var sums: [TextSums]
  /// The words of a node's classes, once they were asked for.
  private var wordRanges: [Range<Int32>]
  private var words: [UInt16] = []
  /// The nodes that are hidden, of those whose words were asked for.
  private var isHidden: [Bool]
  private var seenWords: [UInt32]
  private var wordStamp: UInt32 = 0
  private var totalLetters = 0
  private var mostSentences = 1
  private var headingBlock: Int?
  private var lettersBefore: [Int] = []
  private var isRepeated: [Bool] = []
  private var isTitle: [Bool] = []
  private let titleHash: UInt64?
  private let titleLength: Int
  private let starts = FeatureGroup.starts

  struct TextSums {
    var letters: Int32 = 0
    var linkLetters: Int32 = 0
    /// Letters of blocks that have the look of sentences.
    var sentences: Int32 = 0
    var blocks: Int32 = 0
  }

  init(_ document: HTMLDocument, _ page: PageBlocks, title: String?) {
    (self.document, self.page) = (document, page)
    sums = [TextSums](repeating: TextSums(), count: document.nodes.count)
    wordRanges = [Range<Int32>](repeating: -1 ..< -1, count: document.nodes.count)
    isHidden = [Bool](repeating: false, count: document.nodes.count)
    seenWords = [UInt32](repeating: 0, count: ClassWords.count)
    titleHash = title.map { textHash(Array($0.utf8).span) }
    titleLength = title?.utf8.count ?? 0
    sum()
  }

  private mutating func sum() {
    var seen: Set<UInt64> = []
    for (index, block) in page.blocks.enumerated() {
      lettersBefore.append(totalLetters)
      totalLetters += block.counts.letters
      var sum = sums[block.container]
      sum.letters += Int32(block.counts.letters)
      sum.linkLetters += Int32(block.linkLetters)
      sum.blocks += 1
      if looksLikeSentences(block) { sum.sentences += Int32(block.counts.letters) }
      sums[block.container] = sum
      let exact = exactHash(page.text.span.extracting(block.text))
      isRepeated.append(block.counts.letters > 15 && !seen.insert(exact).inserted)
      // The title's hash leaves marks out, of which there are few.
      let isHeading =
        abs(block.text.count - titleLength) <= 16
        && textHash(page.text.span.extracting(block.text)) == titleHash
      isTitle.append(isHeading)
      if headingBlock == nil, isHeading { headingBlock = index }
    }
    if headingBlock == nil {
      headingBlock = page.blocks.firstIndex { document.nodes[$0.container].tag == .h1 }
    }
    for index in stride(from: document.nodes.count - 1, to: 0, by: -1)
    where sums[index].blocks > 0 {
      let parent = Int(document.nodes[index].parent)
      sums[parent].letters += sums[index].letters
      sums[parent].linkLetters += sums[index].linkLetters
      sums[parent].sentences += sums[index].sentences
      sums[parent].blocks += sums[index].blocks
    }
    for block in page.blocks {
      let parent = Int(document.nodes[block.container].parent)
      let here = Int(sums[parent].sentences)
      // The page itself has the most: what counts is the text of one parent's own children.
      if here < Int(sums[0].sentences) { mostSentences = max(mostSentences, here) }
    }
  }

  private func looksLikeSentences(_ block: ContentBlock) -> Bool {
    block.counts.letters >= 60 && block.counts.stops > 0
      && block.linkLetters * 2 < block.counts.letters
  }

  // MARK: Features

  /// The number of a group's bin; what is beyond the last bin is in the last.
  @inline(__always)
  private static func feature(_ starts: [Int], _ group: FeatureGroup, _ bin: Int) -> Int {
    min(starts[group.rawValue] + bin, starts[group.rawValue + 1] - 1)
  }

  /// Writes the features of a block.
  mutating func append(of index: Int, to features: inout some FeatureSink) {
    let starts = starts
    func add(_ group: FeatureGroup, _ bin: Int) {
      features.add(Self.feature(starts, group, bin))
    }
    let block = page.blocks[index]
    let counts = block.counts
    let size = counts.letters < 30 ? 0 : counts.letters < 120 ? 1 : 2
    add(.always, 0)
    add(.length, FeatureBins.bin(counts.letters, FeatureBins.letters))
    add(.links, size * 6 + FeatureBins.share(block.linkLetters, of: counts.letters))
    add(.ending, size * 7 + ending(block))
    add(.opening, opening(block))
    add(.stops, size * 5 + FeatureBins.bin(counts.stops, FeatureBins.few))
    add(.commas, size * 5 + FeatureBins.bin(counts.commas, FeatureBins.few))
    add(.digits, (size == 0 ? 0 : 6) + FeatureBins.share(counts.digits, of: counts.letters))
    add(.capitals, (size == 0 ? 0 : 6) + FeatureBins.share(counts.upper * 2, of: counts.letters))
    add(
      .emphasis,
      (size == 2 ? 6 : 0) + FeatureBins.share(block.emphasisLetters, of: counts.letters))
    add(.words, FeatureBins.bin(counts.words, FeatureBins.words))
    addMarks(block, add)
    addPlace(block, size: size, to: &features)
    add(.position, lettersBefore[index] * 10 / max(totalLetters, 1))
    if isTitle[index] { add(.title, 0) }
    if let headingBlock {
      let distance = index - headingBlock
      add(
        .headingBefore,
        distance < -10
          ? 0
          : distance < 0
            ? 1
            : distance == 0
              ? 2
              : distance < 4
                ? 3
                : distance < 12 ? 4 : distance < 40 ? 5 : 6)
    } else {
      add(.headingBefore, 7)
    }
    add(.previous, neighbour(index - 1, of: block))
    add(.next, neighbour(index + 1, of: block))
    if isRepeated[index] { add(.repeated, 0) }
    let parent = Int(document.nodes[block.container].parent)
    let grandparent = Int(document.nodes[parent].parent)
    add(.parentText, textBin(parent))
    add(.grandparentText, textBin(grandparent))
    add(.parentLinks, linkBin(parent))
    add(.grandparentLinks, linkBin(grandparent))
    add(
      .siblings, FeatureBins.bin(Int(sums[parent].blocks), [1, 2, 4, 8, 16, 32, 64]))
    if counts.words <= 14 { addWordHashes(block, to: &features) }
  }

  /// Writes numbers of a block's place and look: a few of the features, not in bins.
  func append(measuresOf index: Int, to values: inout [Float]) {
    let block = page.blocks[index]
    var node = block.container
    for _ in 0..<3 {
      node = Int(document.nodes[node].parent)
      let sum = sums[node]
      values.append(Float(sum.letters))
      values.append(Float(sum.linkLetters) / Float(max(1, sum.letters)))
      values.append(Float(sum.sentences) / Float(max(1, sums[0].sentences)))
      values.append(Float(sum.blocks))
    }
    values.append(Float(lettersBefore[index]) / Float(max(1, totalLetters)))
    values.append(Float(totalLetters))
    values.append(headingBlock.map { Float(index - $0) } ?? -999)
    values.append(isRepeated[index] ? 1 : 0)
    values.append(isTitle[index] ? 1 : 0)
    values.append(Float(ending(block)))
    values.append(Float(opening(block)))
  }

  private func ending(_ block: ContentBlock) -> Int {
    let text = page.text
    var last = block.text.upperBound - 1
    var hasQuote = false
    if text[last] == 0x22 || text[last] == 0x27 || text[last] == 0x29 {
      hasQuote = true
      last -= 1
    } else if last - 2 >= block.text.lowerBound, text[last - 2] == 0xE2, text[last - 1] == 0x80,
      text[last] == 0x9D || text[last] == 0x99
    {
      hasQuote = true
      last -= 3
    }
    guard last >= block.text.lowerBound else { return 6 }
    switch ByteClass.table[Int(text[last])] {
    case .stop: return hasQuote ? 1 : 0
    case .comma: return 2
    case .digit: return 3
    case .mark: return text[last] == UInt8(ascii: ":") ? 4 : 6
    case .continuation:
      let wide =
        last - 2 >= block.text.lowerBound ? (text[last - 2], text[last - 1], text[last]) : (0, 0, 0)
      return wide == (0xE3, 0x80, 0x82) || wide == (0xE2, 0x80, 0xA6) ? 0 : 5
    default: return hasQuote ? 6 : 5
    }
  }

  private func opening(_ block: ContentBlock) -> Int {
    let text = page.text
    let first = text[block.text.lowerBound]
    switch ByteClass.table[Int(first)] {
    case .upper: return 0
    case .lower: return 1
    case .digit: return 2
    case .quote: return 3
    case .longLead where text[block.text.lowerBound + 1] == 0x80: return 4
    case .lead, .longLead: return 5
    default: return 6
    }
  }

  private func addMarks(_ block: ContentBlock, _ add: (FeatureGroup, Int) -> Void) {
    let text = page.text
    var seen: UInt16 = 0
    for index in block.text {
      switch text[index] {
      case UInt8(ascii: "|"): seen |= 1
      case UInt8(ascii: "@"): seen |= 2
      case UInt8(ascii: "#"): seen |= 4
      case UInt8(ascii: ":"): seen |= 8
      case UInt8(ascii: "/"): seen |= 16
      case UInt8(ascii: "("): seen |= 32
      case 0xA9 where index > 0 && text[index - 1] == 0xC2: seen |= 64
      case 0xBB where index > 0 && text[index - 1] == 0xC2: seen |= 128
      case UInt8(ascii: "?"): seen |= 256
      case UInt8(ascii: "\""): seen |= 512
      case 0x9C where index > 1 && text[index - 1] == 0x80 && text[index - 2] == 0xE2: seen |= 512
      case UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "+"): seen |= 1024
      case UInt8(ascii: "$"), UInt8(ascii: "%"): seen |= 2048
      default: break
      }
    }
    for bit in 0..<12 where seen & 1 << bit != 0 { add(.marks, bit) }
  }

  private func neighbour(_ index: Int, of block: ContentBlock) -> Int {
    guard page.blocks.indices.contains(index) else { return 47 }
    let other = page.blocks[index]
    let isSibling =
      document.nodes[other.container].parent == document.nodes[block.container].parent
    let isSameTag = document.nodes[other.container].tag == document.nodes[block.container].tag
    let length = FeatureBins.bin(other.counts.letters, [20, 80, 200])
    let links = other.linkLetters * 2 > other.counts.letters ? 1 : 0
    return min(46, (length * 2 + links) * 4 + (isSibling ? 2 : 0) + (isSameTag ? 1 : 0))
  }

  private func textBin(_ node: Int) -> Int {
    let sentences = Int(sums[node].sentences)
    if sentences == 0 { return 0 }
    return min(11, 1 + sentences * 10 / mostSentences)
  }

  private func linkBin(_ node: Int) -> Int {
    FeatureBins.share(Int(sums[node].linkLetters), of: Int(sums[node].letters))
  }

  // MARK: Place

  private mutating func addPlace(
    _ block: ContentBlock, size: Int, to features: inout some FeatureSink
  ) {
    let starts = starts
    func feature(_ group: FeatureGroup, _ bin: Int) -> Int { Self.feature(starts, group, bin) }
    let containerTag = Int(document.nodes[block.container].tag.rawValue)
    features.add(
      feature(.container, (size == 0 ? 0 : FeatureGroup.tagCount) + containerTag))
    var node = Int(document.nodes[block.firstNode].parent)
    features.add(feature(.innermost, Int(document.nodes[node].tag.rawValue)))
    wordStamp += 1
    var tags: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var level = 0
    var standsInHidden = false
    while node > 0, document.nodes[node].tag != .body {
      let tag = Int(document.nodes[node].tag.rawValue)
      switch tag >> 6 {
      case 0: tags.0 |= 1 << UInt64(tag & 63)
      case 1: tags.1 |= 1 << UInt64(tag & 63)
      default: tags.2 |= 1 << UInt64(tag & 63)
      }
      if document.nodes[node].attributeCount > 0 {
        let range = wordRange(of: node)
        standsInHidden = standsInHidden || isHidden[node]
        for place in range {
          let word = Int(words[Int(place)])
          if seenWords[word] != wordStamp {
            seenWords[word] = wordStamp
            features.add(feature(.farWords, word))
            if level < 3 { features.add(feature(.nearWords, word)) }
          }
        }
      }
      level += 1
      node = Int(document.nodes[node].parent)
    }
    for (base, word) in [(0, tags.0), (64, tags.1), (128, tags.2)] {
      var bits = word
      while bits != 0 {
        features.add(feature(.ancestors, base + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    if standsInHidden { features.add(feature(.hidden, 0)) }
    features.add(feature(.depth, FeatureBins.bin(level, [3, 5, 7, 9, 12, 15, 20])))
  }

  private mutating func wordRange(of node: Int) -> Range<Int32> {
    if wordRanges[node].lowerBound >= 0 { return wordRanges[node] }
    let document = document
    let start = words.count
    let first = Int(document.nodes[node].firstAttribute)
    for index in first..<first + Int(document.nodes[node].attributeCount) {
      let attribute = document.attributes[index]
      switch attribute.name {
      case .class, .id, .itemprop, .role, .dataTestid, .dataComponent, .dataType:
        ClassWords.append(wordsOf: document.bytes.span, attribute.value, to: &words)
      default: break
      }
    }
    wordRanges[node] = Int32(start)..<Int32(words.count)
    isHidden[node] = document.isHidden(node)
    return wordRanges[node]
  }

  private func addWordHashes(_ block: ContentBlock, to features: inout some FeatureSink) {
    let text = page.text
    var index = block.text.lowerBound
    while index < block.text.upperBound {
      var hash = NameHash()
      let start = index
      while index < block.text.upperBound, isWordByte(text[index]) {
        hash.append(asciiLowercase(text[index]))
        index += 1
      }
      if index - start > 1 {
        let bin = Int((hash.value ^ hash.value >> 15) % UInt32(FeatureGroup.wordHashCount))
        features.add(starts[FeatureGroup.wordHashes.rawValue] + bin)
      }
      while index < block.text.upperBound, !isWordByte(text[index]) { index += 1 }
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte >= 0x80 }
}

/// A hash of bytes as they are, eight at a time.
private func exactHash(_ bytes: Span<UInt8>) -> UInt64 {
  bytes.withUnsafeBytes { bytes in
    var hash = UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      hash =
        (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    return hash
  }
}

/// A hash of a text that leaves case, white space and punctuation out.
func textHash(_ bytes: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in bytes.indices {
    let byte = asciiLowercase(bytes[index])
    guard byte >= 0x80 || isASCIILetter(byte) || isDigit(byte) else { continue }
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return hash
}

extension HTMLDocument {
  /// Whether an element's attributes hide it.
  func isHidden(_ node: Int) -> Bool {
    if attribute(.hidden, of: node) != nil { return true }
    if attribute(.ariaHidden, of: node, is: "true") { return true }
    guard let style = attribute(.style, of: node) else { return false }
    let value = bytes.span.extracting(style)
    for index in value.indices where value[index] | 0x20 == UInt8(ascii: "n") {
      if value.hasPrefixIgnoringCase("none", at: index), index >= 8 {
        var before = index - 1
        while before > 0, value[before] == 0x20 || value[before] == UInt8(ascii: ":") {
          before -= 1
        }
        if before >= 6, value.hasPrefixIgnoringCase("display", at: before - 6) { return true }
      }
    }
    return false
  }
}
