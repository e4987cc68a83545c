/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed, everywhere.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Seeds that are near each other are spread first: the state moves by a constant, and sequences
  /// that begin near each other would soon be the same.
  package init(seed: UInt64) { state = (seed &+ 1) &* 0xD6E8_FEB8_6659_FD93 }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
