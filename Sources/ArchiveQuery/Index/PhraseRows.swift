/// Articles with the places in each of a part of a phrase, column << 32 | position, ascending.
struct PhraseRows {
  private(set) var numbers: [UInt32]
  private(set) var places: [UInt64] = []
  /// Where the places of each article begin; one more for the end.
  private(set) var starts: [Int] = [0]

  init(_ numbers: [UInt32]) {
    self.numbers = numbers
    starts.reserveCapacity(numbers.count + 1)
  }

  /// Fills in the places of words, in one column or all.
  mutating func addPlaces(of words: [WordPostings], column: Int?) {
    places.reserveCapacity(numbers.count * 2)
    guard words.count > 1 else { return addPlaces(of: words[0], column) }
    var indexes = words.map { _ in 0 }
    for number in numbers {
      let start = places.count
      for (which, word) in words.enumerated() {
        let index = word.numbers.gallop(to: number, from: indexes[which])
        indexes[which] = index
        guard index < word.numbers.count, word.numbers[index] == number else { continue }
        append(word, index, column)
      }
      places[start...].sort()
      starts.append(places.count)
    }
  }

  private mutating func addPlaces(of word: WordPostings, _ column: Int?) {
    var index = 0
    for number in numbers {
      index = word.numbers.gallop(to: number, from: index)
      append(word, index, column)
      starts.append(places.count)
    }
  }

  @inline(__always)
  private mutating func append(_ word: WordPostings, _ index: Int, _ column: Int?) {
    word.forEachPosition(at: index) { its, position in
      if column == nil || column == its { places.append(UInt64(its) << 32 | UInt64(position)) }
    }
  }

  /// Keeps the places behind which one of the others stands, and moves on to that.
  mutating func keep(endingBefore next: PhraseRows) {
    var kept = 0
    for row in numbers.indices {
      var (place, other) = (starts[row], next.starts[row])
      let (end, otherEnd) = (starts[row + 1], next.starts[row + 1])
      starts[row] = kept
      while place < end, other < otherEnd {
        let wanted = places[place] + 1
        if next.places[other] < wanted {
          other += 1
        } else {
          if next.places[other] == wanted {
            places[kept] = wanted
            kept += 1
          }
          place += 1
        }
      }
    }
    starts[numbers.count] = kept
    places.removeLast(places.count - kept)
  }

  /// Leaves out articles without a place, and moves the places back to the first word.
  mutating func dropEmpty(shiftingBy distance: UInt64) {
    var kept = 0
    for row in numbers.indices where starts[row + 1] > starts[row] {
      numbers[kept] = numbers[row]
      kept += 1
      starts[kept] = starts[row + 1]
    }
    numbers.removeLast(numbers.count - kept)
    starts.removeLast(starts.count - kept - 1)
    for index in places.indices { places[index] -= distance }
  }
}
