/// How the pieces of a text, body paragraphs and boilerplate blocks in order, stood in the original.
///
/// It is stored as a short text with this grammar:
///
///     layout    = [white] *( ";" exception ) [ ";/" white *( "," fold ) ] [ ";p" ]
///     exception = ( index | "$" ) ":" [white]      index: before which piece; "$": after the last
///     fold      = spaces [ ":" white ]             spaces of the pieces since the fold before
///     white     = *( ( "n" / "r" / "t" / "s" / "f" / "<" hex ">" ) [times] )
///
/// The first `white` stands between two pieces, and nothing before the first and after the last,
/// where no exception says otherwise. A fold is a space of a piece that stands for other white space:
/// for the `white` after `/`, if it names none. `p` says that the text is what was chosen of a web page,
/// whose paragraphs rules alone judge again. One line a paragraph with a line end at the end is
/// `n;$:n`; text wrapped at 70 columns is some three bytes a line.
struct Layout: Equatable {
  /// A space of the pieces that stands for other white space.
  struct Fold: Equatable {
    /// How many spaces of the pieces stand between this one and the fold before.
    var spacesBetween: Int
    var original: [UInt8]
  }

  static let blankLine: [UInt8] = [0x0A, 0x0A]

  /// What stands between two pieces, exceptions aside.
  var separator = blankLine
  /// What stands before the piece of a number, where that is not the separator (before the first:
  /// not nothing).
  var exceptions: [Int: [UInt8]] = [:]
  /// What stands after the last piece.
  var ending: [UInt8] = []
  var folds: [Fold] = []
  /// Whether the text is what was chosen of a web page.
  var isOfPage = false

  init() {}

  /// The layout of pieces of a text.
  init(of ranges: [Range<Int>], in paragraphs: Paragraphs) {
    let bytes = paragraphs.bytes
    if paragraphs.folds.isEmpty, let gap = Self.onlyGap(between: ranges, in: bytes) {
      let (start, end) = (ranges.first?.lowerBound ?? 0, ranges.last?.upperBound ?? 0)
      if start > 0 { exceptions[0] = Array(bytes[..<start]) }
      separator = gap
      ending = Array(bytes[end...])
      return
    }
    var folds = paragraphs.folds[...]
    var spaces = 0
    var position = 0
    var gaps: [[UInt8]] = []
    gaps.reserveCapacity(ranges.count)
    for range in ranges {
      gaps.append(Self.gap(position..<range.lowerBound, in: bytes, &folds))
      if !folds.isEmpty {
        for offset in range where bytes[offset] == 0x20 {
          if let fold = folds.first, fold.offset == offset {
            self.folds.append(Fold(spacesBetween: spaces, original: fold.original))
            folds.removeFirst()
            spaces = 0
          } else {
            spaces += 1
          }
        }
      }
      position = range.upperBound
    }
    let last = Self.gap(position..<bytes.count, in: bytes, &folds)
    ending = last
    separator = Self.commonest(gaps.dropFirst()) ?? Self.blankLine
    for (index, gap) in gaps.enumerated() where gap != (index == 0 ? [] : separator) {
      exceptions[index] = gap
    }
  }

  /// What stands between any two of the pieces, if that is always the same, as it mostly is.
  private static func onlyGap(between ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8]? {
    guard ranges.count > 1 else { return ranges.isEmpty ? nil : blankLine }
    let first = bytes[ranges[0].upperBound..<ranges[1].lowerBound]
    for index in ranges.indices.dropFirst(2) {
      let (start, end) = (ranges[index - 1].upperBound, ranges[index].lowerBound)
      guard bytes[start..<end] == first else { return nil }
    }
    return Array(first)
  }

  /// A gap as the original had it: a sentence may have been cut off at a folded space.
  private static func gap(
    _ range: Range<Int>, in bytes: [UInt8], _ folds: inout ArraySlice<Paragraphs.Fold>
  ) -> [UInt8] {
    var gap: [UInt8] = []
    var position = range.lowerBound
    while let fold = folds.first, fold.offset < range.upperBound {
      gap += bytes[position..<fold.offset] + fold.original
      position = fold.offset + 1
      folds.removeFirst()
    }
    return gap + bytes[position..<range.upperBound]
  }

  private static func commonest(_ values: some Collection<[UInt8]>) -> [UInt8]? {
    // Nearly always all are equal.
    guard let first = values.first, values.contains(where: { $0 != first }) else {
      return values.first
    }
    var counts: [[UInt8]: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    // Of equally frequent ones the smaller, so that the result does not depend on hashing.
    return counts.max {
      ($0.value, $1.key.count, $1.key.description) < ($1.value, $0.key.count, $0.key.description)
    }?.key
  }

  /// Whether the text needs no layout: one blank line between any two pieces and nothing else.
  var isDefault: Bool { self == Layout() }

  /// The original text of the pieces.
  func assemble(_ pieces: [ArraySlice<UInt8>]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(pieces.reduce(ending.count) { $0 + $1.count + separator.count })
    var folds = folds[...]
    var spaces = 0
    for (index, piece) in pieces.enumerated() {
      text += exceptions[index] ?? (index == 0 ? [] : separator)
      guard !folds.isEmpty else {
        text += piece
        continue
      }
      for byte in piece {
        if byte == 0x20, let fold = folds.first, fold.spacesBetween == spaces {
          text += fold.original
          folds.removeFirst()
          spaces = 0
        } else {
          spaces += byte == 0x20 ? 1 : 0
          text.append(byte)
        }
      }
    }
    text += ending
    return String(decoding: text, as: UTF8.self)
  }
}
