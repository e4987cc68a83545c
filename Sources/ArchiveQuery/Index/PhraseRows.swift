/// Articles with the places in each where a phrase can begin, column << 32 | position, ascending.
struct PhraseRows {
  private(set) var numbers: [UInt32]
  private(set) var places: [UInt64] = []
  /// Where the places of each article begin; one more for the end.
  private(set) var starts: [Int] = [0]

  /// The articles of some numbers, with the places that are so far before those of words.
  init(_ numbers: [UInt32], before words: [WordPostings], by distance: UInt64, column: Int?) {
    self.numbers = numbers
    starts.reserveCapacity(numbers.count + 1)
    places.reserveCapacity(numbers.count * 2)
    addPlaces(of: words, distance, column)
  }

  private mutating func addPlaces(of words: [WordPostings], _ distance: UInt64, _ column: Int?) {
    var indexes = words.map { _ in 0 }
    for number in numbers {
      let start = places.count
      for (which, word) in words.enumerated() {
        let index = word.numbers.gallop(to: number, from: indexes[which])
        indexes[which] = index
        guard index < word.numbers.count, word.numbers[index] == number else { continue }
        word.forEachPlace(at: index) { place in
          let isWanted = column.map { $0 == Int(place >> 32) } ?? true
          if isWanted, place & 0xFFFF_FFFF >= distance { places.append(place - distance) }
          return true
        }
      }
      if words.count > 1 { places[start...].sort() }
      starts.append(places.count)
    }
  }

  /// Keeps the places so far behind which a word stands.
  mutating func keep(before word: WordPostings, by distance: UInt64) {
    var (kept, index) = (0, 0)
    word.withBytes { bytes in
      for row in numbers.indices {
        var place = starts[row]
        let end = starts[row + 1]
        starts[row] = kept
        guard place < end else { continue }
        index = word.numbers.gallop(to: numbers[row], from: index)
        guard index < word.numbers.count, word.numbers[index] == numbers[row] else { continue }
        word.forEachPlace(at: index, bytes) { its in
          while place < end, places[place] + distance < its { place += 1 }
          guard place < end else { return false }
          if places[place] + distance == its {
            places[kept] = places[place]
            (kept, place) = (kept + 1, place + 1)
          }
          return true
        }
      }
    }
    starts[numbers.count] = kept
    places.removeLast(places.count - kept)
  }

  /// Keeps the places that others have too.
  mutating func keep(_ others: PhraseRows) {
    var kept = 0
    for row in numbers.indices {
      var (place, other) = (starts[row], others.starts[row])
      let (end, otherEnd) = (starts[row + 1], others.starts[row + 1])
      starts[row] = kept
      while place < end, other < otherEnd {
        let (its, wanted) = (places[place], others.places[other])
        if its == wanted {
          places[kept] = its
          kept += 1
        }
        if its <= wanted { place += 1 }
        if wanted <= its { other += 1 }
      }
    }
    starts[numbers.count] = kept
    places.removeLast(places.count - kept)
  }

  /// Leaves out articles without a place.
  mutating func dropEmpty() {
    var kept = 0
    for row in numbers.indices where starts[row + 1] > starts[row] {
      numbers[kept] = numbers[row]
      kept += 1
      starts[kept] = starts[row + 1]
    }
    numbers.removeLast(numbers.count - kept)
    starts.removeLast(starts.count - kept - 1)
  }
}
