extension Term {
  /// The term that a run of characters without white space writes: `sanction*`, `~organise`, `U.S.`
  ///
  /// Nil when there is no letter and no digit in it.
  init?(run: ArraySlice<Unicode.Scalar>) {
    var run = Array(run)
    let isInflected = run.first == "~"
    run = Array(run.drop { !$0.isTokenPart && $0 != "*" && $0 != "?" })
    guard run.contains(where: \.isTokenPart) else { return nil }
    if let errors = Self.takeFuzzyMark(from: &run) {
      self.init(String(run), .fuzzy(errors))
      return
    }
    let isTruncated = Self.takeTruncationMark(from: &run)
    if Self.isPattern(run) {
      self.init(String(run) + (isTruncated ? "*" : ""), .pattern)
    } else {
      run = Array(run.drop { !$0.isTokenPart })
      self.init(String(run), isTruncated ? .prefix : isInflected ? .inflections : .exact)
    }
  }

  /// The term of what stands between two quote marks; nil when there is nothing to look for.
  init?(phrase text: ArraySlice<Unicode.Scalar>, isTruncated: Bool) {
    var words = text.split { $0.isQuerySpace || $0.isDoubleQuote }.map(Array.init)
    // At the end of a word, `?` is what people end a question with.
    words = words.filter { $0.contains(where: \.isTokenPart) }.map { word in
      word.last == "?" ? Array(word[...(word.lastIndex { $0 != "?" } ?? 0)]) : word
    }
    guard var last = words.popLast() else { return nil }
    let hasStar = last.last == "*"
    if hasStar { _ = Self.takeTruncationMark(from: &last) }
    words.append(last)
    let isPattern = words.contains { Self.isPattern($0) }
    let joined = words.map { String($0) }.joined(separator: " ")
    self.init(
      joined, isPattern ? .pattern : isTruncated || hasStar ? .prefix : .exact, isPhrase: true)
  }

  /// Takes `~1` or `~` off the end of a word. What has more digits is more than anybody's typing errors.
  private static func takeFuzzyMark(from run: inout [Unicode.Scalar]) -> Int? {
    guard let tilde = run.lastIndex(of: "~"), tilde > 0, run[tilde - 1].isTokenPart,
      run[(tilde + 1)...].allSatisfy(\.isASCIIDigit)
    else { return nil }
    let digits = String(run[(tilde + 1)...])
    let errors = digits.isEmpty ? 1 : Int(digits) ?? .max
    run.removeSubrange(tilde...)
    return errors
  }

  /// Takes everything off the end that is no part of a word, and says whether a `*` or `!` stood
  /// right behind the word.
  private static func takeTruncationMark(from run: inout [Unicode.Scalar]) -> Bool {
    while let last = run.last, !last.isTokenPart {
      run.removeLast()
      if last == "*" || last == "!", let before = run.last, before.isTokenPart { return true }
    }
    return false
  }

  /// Whether a word has a wildcard inside. In an address or a formula `*` and `?` are no wildcards.
  private static func isPattern(_ run: [Unicode.Scalar]) -> Bool {
    let allowed: Set<Unicode.Scalar> = ["*", "?", "-", "'", "’"]
    return run.contains { $0 == "*" || $0 == "?" }
      && run.allSatisfy { $0.isTokenPart || allowed.contains($0) }
  }
}
