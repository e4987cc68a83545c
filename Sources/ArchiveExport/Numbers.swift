/// A whole number with its thousands set apart: `1,234,567`.
package func grouped(_ number: some BinaryInteger) -> String {
  var digits = String(number)
  var index = digits.endIndex
  while digits.formIndex(&index, offsetBy: -3, limitedBy: digits.startIndex),
    index > digits.startIndex, digits[digits.index(before: index)].isNumber
  {
    digits.insert(",", at: index)
  }
  return digits
}

/// A number with so many decimal places.
package func decimal(_ number: Double, places: Int) -> String {
  guard number.isFinite, abs(number) < 1e15 else { return String(number) }
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let units = Int((abs(number) * Double(scale)).rounded())
  let sign = number < 0 && units > 0 ? "-" : ""
  guard places > 0 else { return sign + String(units) }
  let fraction = String(units % scale)
  return sign + String(units / scale) + "."
    + String(repeating: "0", count: places - fraction.count) + fraction
}

/// A number of bytes in decimal units: `12.3 MB`.
package func bytes(_ count: some BinaryInteger) -> String {
  let units = ["B", "kB", "MB", "GB", "TB"]
  var value = Double(count)
  var unit = 0
  while value >= 1000, unit < units.count - 1 {
    value /= 1000
    unit += 1
  }
  return unit == 0 ? "\(count) B" : "\(decimal(value, places: 1)) \(units[unit])"
}
