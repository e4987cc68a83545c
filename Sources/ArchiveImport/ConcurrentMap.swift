internal import Glibc

/// The number of cores that this machine has.
let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// What a function makes of each element, worked out on all cores, in order.
///
/// The elements are handed out in small portions, so that one long article does not leave the other
/// cores without work.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], portion: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  let starts = stride(from: 0, to: elements.count, by: portion)
  let portions = starts.map { elements[$0..<min($0 + portion, elements.count)] }
  return await concurrentMap(portions: portions) { $0.map(transform) }.flatMap { $0 }
}

/// What a function makes of each portion, worked out on all cores, in order.
func concurrentMap<Element: Sendable, Result: Sendable>(
  portions: [ArraySlice<Element>],
  _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    for (index, portion) in portions.enumerated() {
      group.addTask { (index, transform(portion)) }
    }
    var results = [Result?](repeating: nil, count: portions.count)
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

extension Array {
  /// The elements in portions of about so much weight each.
  func portions(of weight: Int, weighing: (Element) -> Int) -> [ArraySlice<Element>] {
    var portions: [ArraySlice<Element>] = []
    var (start, sum) = (0, 0)
    for (index, element) in enumerated() {
      sum += weighing(element)
      if sum >= weight {
        portions.append(self[start...index])
        (start, sum) = (index + 1, 0)
      }
    }
    if start < count { portions.append(self[start...]) }
    return portions
  }
}
