/// A number for people, who do not read seventeen digits.
package func rounded(_ number: Double, places: Int) -> Double {
  guard number.isFinite, abs(number) < 1e12 else { return number }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  return (number * scale).rounded() / scale
}
