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
    addPlaces(of: words, distance, column)
  }

  private mutating func addPlaces(of words: [WordPostings], _ distance: UInt64, _ column: Int?) {
    guard words.count == 1 else { return addPlaces(ofMany: words, distance, column) }
    words[0].withBytes { bytes in
      var index = 0
      for number in numbers {
        index = words[0].numbers.gallop(to: number, from: index)
        if index < words[0].numbers.count, words[0].numbers[index] == number {
          words[0].forEachPlace(at: index, bytes) { place in
            if let start = Self.start(place, distance, column) { places.append(start) }
            return true
          }
        }
        starts.append(places.count)
      }
    }
  }

  /// Of thousands of words, most stand in few of the articles: each word is asked for its own articles, and
  /// not each article for all words.
  private mutating func addPlaces(
    ofMany words: [WordPostings], _ distance: UInt64, _ column: Int?
  ) {
    func forEachPlace(_ body: (_ row: Int, _ place: UInt64) -> Void) {
      for word in words {
        word.withBytes { bytes in
          numbers.forEachShared(with: word.numbers) { row, index in
            word.forEachPlace(at: index, bytes) { place in
              if let start = Self.start(place, distance, column) { body(row, start) }
              return true
            }
          }
        }
      }
    }
    // They are counted first, so that those of each article have a stretch of their own.
    var counts = [Int](repeating: 0, count: numbers.count)
    forEachPlace { row, _ in counts[row] += 1 }
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    places = [UInt64](repeating: 0, count: starts[starts.count - 1])
    var next = starts
    forEachPlace { row, place in
      places[next[row]] = place
      next[row] += 1
    }
    for row in numbers.indices where counts[row] > 1 {
      places[starts[row]..<starts[row + 1]].sort()
    }
  }

  /// The place so far before one, if it is in the wanted column.
  @inline(__always)
  private static func start(_ place: UInt64, _ distance: UInt64, _ column: Int?) -> UInt64? {
    let isWanted = column.map { $0 == Int(truncatingIfNeeded: place >> 32) } ?? true
    return isWanted && place & 0xFFFF_FFFF >= distance ? place - distance : nil
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
