/// Runs of letters, digits and underscores, hashed: what the scorer's `\w+` finds.
func tokens(_ text: String) -> [UInt64] {
  var result: [UInt64] = []
  var hash: UInt64 = 0
  var length = 0
  for scalar in text.unicodeScalars {
    let isWord =
      scalar.value < 128
      ? (scalar.value >= 48 && scalar.value < 58) || (scalar.value | 32) &- 97 < 26
        || scalar.value == 95
      : scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
        && scalar.properties.generalCategory != .spacingMark
        || scalar.properties.numericType != nil
    if isWord {
      hash = (hash ^ UInt64(scalar.value)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      length += 1
    } else if length > 0 {
      result.append(hash)
      (hash, length) = (0, 0)
    }
  }
  if length > 0 { result.append(hash) }
  return result
}

/// Runs of four tokens, with how often each occurs; a shorter text is one run.
func shingles(_ tokens: [UInt64], of length: Int = 4) -> [UInt64: Int] {
  var counts: [UInt64: Int] = [:]
  guard !tokens.isEmpty else { return counts }
  for start in 0..<max(1, tokens.count - length + 1) {
    var hash: UInt64 = 17
    for token in tokens[start..<min(start + length, tokens.count)] {
      hash = (hash ^ token) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 31
    }
    counts[hash, default: 0] += 1
  }
  return counts
}

/// The normalised true and false positives and false negatives of one page.
struct Agreement {
  var tp = 0.0
  var fp = 0.0
  var fn = 0.0

  var precision: Double { tp + fp == 0 ? 0 : tp / (tp + fp) }
  var recall: Double { tp + fn == 0 ? 0 : tp / (tp + fn) }
  var f1: Double { tp + fp + fn == 0 ? 1 : 2 * tp / (2 * tp + fp + fn) }
}

func agreement(_ gold: [UInt64: Int], _ found: [UInt64: Int]) -> Agreement {
  var tp = 0
  for (key, count) in found { tp += min(count, gold[key] ?? 0) }
  let fp = found.values.reduce(0, +) - tp
  let fn = gold.values.reduce(0, +) - tp
  let sum = Double(tp + fp + fn)
  if sum == 0 { return Agreement() }
  return Agreement(tp: Double(tp) / sum, fp: Double(fp) / sum, fn: Double(fn) / sum)
}

/// The harmonic mean of mean precision and mean recall, and these.
func shingleF1(_ pages: [Agreement]) -> (f1: Double, precision: Double, recall: Double) {
  var (precision, recall) = ([Double](), [Double]())
  for page in pages {
    if page.tp + page.fp > 0 { precision.append(page.tp / (page.tp + page.fp)) }
    if page.tp + page.fn > 0 { recall.append(page.tp / (page.tp + page.fn)) }
  }
  let p = precision.reduce(0, +) / Double(max(1, precision.count))
  let r = recall.reduce(0, +) / Double(max(1, recall.count))
  return (p + r > 0 ? 2 * p * r / (p + r) : 0, p, r)
}
