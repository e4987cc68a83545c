/// Numbers from 0 to 4,095 as text: two digits of base 64 each, the digits being the 64 ASCII
/// characters from `0` on; in lines.
struct Base64Numbers {
  var numbers: [Int] = []

  /// The number in the middle: what 0 is stored as where numbers have signs.
  static let middle = 2048
  private static let zero = UInt8(ascii: "0")
  private static let numbersALine = 48

  init(_ numbers: [Int]) { self.numbers = numbers }

  /// Reads numbers from text; line ends do not count.
  init(_ text: String) {
    var high: Int?
    for byte in text.utf8 where byte >= Self.zero {
      let digit = Int(byte - Self.zero)
      if let first = high {
        numbers.append(first * 64 + digit)
        high = nil
      } else {
        high = digit
      }
    }
  }

  /// The numbers as text; those out of range become the nearest in it.
  var text: String {
    var text = ""
    for (index, number) in numbers.enumerated() {
      if index > 0, index % Self.numbersALine == 0 { text += "\n" }
      let number = min(max(number, 0), 4095)
      for digit in [number / 64, number % 64] {
        text.unicodeScalars.append(Unicode.Scalar(Self.zero + UInt8(digit)))
      }
    }
    return text
  }
}
