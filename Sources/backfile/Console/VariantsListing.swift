import ArchiveExport
import ArchiveQuery

/// Prints quotes that several outlets printed.
struct VariantsListing {
  let page: PageOptions
  let output: OutputOptions

  func print(_ variants: QuoteVariants) throws {
    guard var table = try output.tableWriter() else { return try printForPeople(variants) }
    let groups = variants.page(
      order: page.sort, limit: page.limit(forPeople: false), offset: page.offset)
    try table.begin(columns: QuoteTable.variantColumns)
    for (number, group) in groups.enumerated() {
      for (wording, hits) in try variants.hits(of: group).enumerated() {
        for hit in hits {
          try table.write(
            QuoteTable.row(
              of: hit, quote: page.offset + number + 1, outlets: group.outlets,
              wording: wording + 1))
        }
      }
    }
    try table.end()
  }

  private func printForPeople(_ variants: QuoteVariants) throws {
    let printer = HitPrinter(to: try output.sink())
    let groups = variants.page(
      order: page.sort, limit: page.limit(forPeople: true), offset: page.offset)
    for group in groups {
      try printer.print(try variants.hits(of: group), outlets: group.outlets)
    }
    try printer.printTotal(
      variants.total, shown: groups.count, offset: page.offset,
      of: "quotes printed by several outlets")
  }
}
