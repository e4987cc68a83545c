/// The word that is at most two typing errors away, or nil; the closest, and of those the first.
func closest(to word: String, among words: [String]) -> String? {
  let limit = word.utf8.count <= 3 ? 1 : 2
  return words.map { (name: $0, distance: typingErrors(from: word, to: $0)) }
    .filter { $0.distance <= limit }
    .min { $0.distance < $1.distance }?.name
}

/// Letters added, left out, changed, or swapped with their neighbour; 3 for more than 2.
func typingErrors(from a: String, to b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  // More than any limit of ours, and no reason to fill a table with somebody's novel.
  guard abs(a.count - b.count) <= 2 else { return 3 }
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, rows[i - 1][j - 1] + 1)
      }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
