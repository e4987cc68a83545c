/// The name that somebody who wrote another word may have meant, or nil: the one with the fewest typing
/// errors, and of those the first.
func closest(to word: String, among names: [String]) -> String? {
  let length = word.unicodeScalars.count
  guard likelyLengths.contains(length) else { return nil }
  return names.compactMap { name in
    SimilarWords.distance(from: word, to: name, errors: length <= 3 ? 1 : 2)
      .map { (name: name, distance: $0) }
  }.min { $0.distance < $1.distance }?.name
}

/// For one letter any other would do, and who writes more than so many means no name of ours.
private let likelyLengths = 2...100

/// How many typing errors a word of a text may have so that the word that was meant can be told from all
/// others; nil where it cannot.
func likelyTypingErrors(in word: String) -> Int? {
  let length = word.unicodeScalars.count
  // Of two letters, half would be wrong; and no number is the likely one for another.
  guard length > 2, likelyLengths.contains(length),
    !word.unicodeScalars.allSatisfy(\.isASCIIDigit)
  else { return nil }
  return length <= 4 ? 1 : 2
}
