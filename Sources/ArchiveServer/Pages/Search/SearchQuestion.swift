internal import ArchiveQuery
internal import ArchiveStorage

/// A query that the search page is asked, read; and what all its tabs say about it.
struct SearchQuestion {
  let address: SearchAddress
  let visit: Visit
  /// The query as it was understood; nil where it was not.
  let query: Query?
  let error: QuerySyntaxError?

  init(_ address: SearchAddress, _ visit: Visit) {
    (self.address, self.visit) = (address, visit)
    do throws(QuerySyntaxError) {
      (query, error) = (try Query(parsing: address.text), nil)
    } catch {
      (query, self.error) = (nil, error)
    }
  }

  var reader: ArchiveReader { visit.reader }

  /// The query; one that was not understood never comes here.
  func asked() throws -> Query {
    if let query { return query }
    throw PageError.badRequest(error?.message ?? "There is no query.")
  }

  /// What is said of the query in every JSON answer.
  var json: [(name: String, value: JSON)] {
    [
      ("query", .string(address.text)), ("reading", JSON(query?.reading)),
      ("notes", .array((query?.notes ?? []).map { .string($0.message) })),
    ]
  }

  /// The command line of a subcommand that asks the same.
  func command(_ subcommand: String..., options: [String] = []) -> [String] {
    // What begins with a dash would be taken for an option.
    let text = address.text
    let words =
      text.isEmpty ? options : text.hasPrefix("-") ? options + ["--", text] : [text] + options
    return subcommand + visit.command() + words
  }
}
