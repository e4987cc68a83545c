internal import ArchiveStorage
internal import FullTextIndex

/// What is a copy of what, in arrays by the articles' numbers. They are read when they are asked for
/// first.
final class CopyNumbers {
  private let connection: Connection
  /// Which own this.
  private unowned let arrays: ArticleArrays

  init(_ connection: Connection, _ arrays: ArticleArrays) {
    (self.connection, self.arrays) = (connection, arrays)
  }

  /// The number of the original of each article; its own, where it is one.
  ///
  /// Fails where it is not known of all articles: no answer is better than a wrong one.
  private(set) lazy var originals = Result { try readOriginals() }

  /// The copies, ascending.
  private(set) lazy var copies = Result {
    try originals.get().enumerated().compactMap { number, original in
      original == UInt32(number) ? nil : UInt32(number)
    }
  }

  private func readOriginals() throws -> [UInt32] {
    try CopyStore(connection).requireComplete()
    var originals = arrays.numbers.all
    guard try CopyStore.isPresent(in: connection) else { return originals }
    let numbers = try arrays.numbersByArrival.get()
    try connection.forEachRow("SELECT arrival, original FROM article_copy") { row in
      let (copy, original) = (row.int(0), row.int(1))
      if numbers.indices.contains(copy), numbers.indices.contains(original) {
        originals[Int(numbers[copy])] = numbers[original]
      }
      return true
    }
    return originals
  }
}

extension CopyStore {
  /// Throws where it is not known of all articles whether they are copies.
  func requireComplete() throws {
    guard try !isComplete() else { return }
    throw QueryPlanError.notReady(
      "It is not known of all articles whether they are copies; `backfile duplicates update` finds out."
    )
  }
}
