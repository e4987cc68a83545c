/// The form in which a test is bound to a statement: numbers, a node before its parts.
extension PositionTest {
  var encoded: [UInt8] {
    var numbers: [Int32] = []
    encode(into: &numbers)
    return numbers.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }

  /// The test of such bytes; nil when they are something else.
  init?(encoded bytes: UnsafeRawBufferPointer) {
    guard bytes.count.isMultiple(of: 4) else { return nil }
    var numbers = (0..<(bytes.count / 4)).map { index in
      Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
    }[...]
    guard let test = PositionTest(from: &numbers), numbers.isEmpty else { return nil }
    self = test
  }

  private enum Code: Int32 {
    case phrase, all, any, without, chain, window, atLeast
  }

  private func encode(into numbers: inout [Int32]) {
    func put(_ code: Code, _ rest: Int...) {
      numbers.append(code.rawValue)
      numbers.append(contentsOf: rest.map { Int32(clamping: $0) })
    }
    switch self {
    case .phrase(let number): put(.phrase, number)
    case .all(let tests):
      put(.all, tests.count)
      for test in tests { test.encode(into: &numbers) }
    case .any(let tests):
      put(.any, tests.count)
      for test in tests { test.encode(into: &numbers) }
    case .without(let test, let others):
      put(.without, others.count)
      for test in [test] + others { test.encode(into: &numbers) }
    case .chain(let first, let links):
      put(.chain, links.count)
      first.encode(into: &numbers)
      for link in links {
        numbers += [
          Int32(clamping: link.steps), link.isOrdered ? 1 : 0, link.isNegated ? 1 : 0,
        ]
        link.operand.encode(into: &numbers)
      }
    case .window(let steps, let items):
      put(.window, items.count, steps)
      for item in items {
        numbers.append(Int32(clamping: item.count))
        item.test.encode(into: &numbers)
      }
    case .atLeast(let count, let test):
      put(.atLeast, count)
      test.encode(into: &numbers)
    }
  }

  private init?(from numbers: inout ArraySlice<Int32>) {
    func take() -> Int? { numbers.popFirst().map { Int($0) } }
    func tests(_ count: Int) -> [PositionTest]? {
      var tests: [PositionTest] = []
      for _ in 0..<max(0, count) {
        guard let test = PositionTest(from: &numbers) else { return nil }
        tests.append(test)
      }
      return tests
    }
    guard let code = numbers.popFirst().flatMap({ Code(rawValue: $0) }), let number = take() else {
      return nil
    }
    switch code {
    case .phrase: self = .phrase(number)
    case .all:
      guard let tests = tests(number) else { return nil }
      self = .all(tests)
    case .any:
      guard let tests = tests(number) else { return nil }
      self = .any(tests)
    case .without:
      guard let test = tests(1), let others = tests(number) else { return nil }
      self = .without(test[0], others)
    case .chain:
      guard let first = tests(1) else { return nil }
      var links: [Link] = []
      for _ in 0..<max(0, number) {
        guard let steps = take(), let isOrdered = take(), let isNegated = take(),
          let operand = tests(1)
        else { return nil }
        links.append(
          Link(
            steps: steps, isOrdered: isOrdered == 1, isNegated: isNegated == 1,
            operand: operand[0]))
      }
      self = .chain(first[0], links)
    case .window:
      guard let steps = take() else { return nil }
      var items: [Item] = []
      for _ in 0..<max(0, number) {
        guard let count = take(), let test = tests(1) else { return nil }
        items.append(Item(count: count, test: test[0]))
      }
      self = .window(steps: steps, items)
    case .atLeast:
      guard let test = tests(1) else { return nil }
      self = .atLeast(number, test[0])
    }
  }
}
