/// What a function makes of each element, worked out on all cores, in order.
///
/// The elements are handed out in small portions, so that one long article does not leave the other
/// cores without work.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], portion: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, [Result]).self) { group in
    let starts = stride(from: 0, to: elements.count, by: portion)
    for start in starts {
      group.addTask {
        let end = min(start + portion, elements.count)
        return (start / portion, elements[start..<end].map(transform))
      }
    }
    var portions = [[Result]](repeating: [], count: starts.underestimatedCount)
    for await (index, results) in group { portions[index] = results }
    return portions.flatMap { $0 }
  }
}
