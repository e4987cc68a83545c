internal import NewsFormats
public import NewsModel

/// The records that an import has read, counted by file, format, source and year, and those that look
/// odd. A run that was continued counts what it read itself.
public struct ImportTally: Sendable {
  /// Articles and rejects of one name.
  public struct Count: Sendable, Equatable {
    /// Records that are articles.
    public var articles = 0
    /// Records that are none.
    public var rejected = 0
  }

  /// What makes an article look odd.
  public enum Oddity: String, Sendable, CaseIterable {
    /// No date.
    case undated = "no date"
    /// A date in the future or before newspapers.
    case implausibleDate = "implausible date"
    /// Fewer than ``ImportTally/shortBytes`` of text.
    case short = "very short"
    /// Characters that a wrong encoding leaves behind.
    case encoding = "suspected wrong encoding"
  }

  /// An odd article.
  public struct OddArticle: Sendable, Equatable {
    /// What is odd about it.
    public var oddity: Oddity
    /// Its file.
    public var file: String
    /// Its record.
    public var position: RecordPosition
    /// Its headline.
    public var headline: String?
  }

  /// By path.
  public private(set) var files: [String: Count] = [:]
  /// By the format's name.
  public private(set) var formats: [String: Count] = [:]
  /// By source; the empty name is for articles without one.
  public private(set) var sources: [String: Count] = [:]
  /// By year; the empty name is for articles without a date.
  public private(set) var years: [String: Count] = [:]
  /// How many articles are odd in which way.
  public private(set) var oddities: [Oddity: Int] = [:]
  /// The first odd articles of each kind, up to ``oddLimit``.
  public private(set) var odd: [OddArticle] = []

  /// Texts of fewer bytes are very short: less than two lines of print.
  public static let shortBytes = 100
  /// How many odd articles of each kind are listed.
  public static let oddLimit = 1000

  mutating func note(_ event: RecordEvent, file: String, format: String?) {
    switch event {
    case .rejected:
      files[file, default: Count()].rejected += 1
      formats[format ?? "", default: Count()].rejected += 1
    case .article(let draft, let position):
      files[file, default: Count()].articles += 1
      formats[format ?? "", default: Count()].articles += 1
      let source = draft.source ?? draft.url.flatMap(hostName) ?? ""
      sources[source, default: Count()].articles += 1
      let year = draft.date.map { String($0.year) } ?? ""
      years[year, default: Count()].articles += 1
      for oddity in Self.oddities(of: draft) {
        oddities[oddity, default: 0] += 1
        guard oddities[oddity, default: 0] <= Self.oddLimit else { continue }
        odd.append(
          OddArticle(oddity: oddity, file: file, position: position, headline: draft.headline))
      }
    }
  }

  private static func oddities(of draft: ArticleDraft) -> [Oddity] {
    var found: [Oddity] = []
    if draft.date == nil { found.append(.undated) }
    if draft.remarks.contains(where: { $0.hasPrefix("implausible date") }) {
      found.append(.implausibleDate)
    }
    if draft.text.utf8.count < shortBytes { found.append(.short) }
    if looksMisread(draft.text) { found.append(.encoding) }
    return found
  }

  /// Whether a text has the marks of bytes that were read in another encoding than they were written
  /// in: replacement characters, or UTF-8 that was taken for Windows-1252 (`Ã©`, `â€™`).
  static func looksMisread(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var marks = 0
      var index = 0
      while index + 3 < bytes.count {
        guard bytes[index] >= 0xC3 else {
          index += 1
          continue
        }
        switch (bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
        case (0xEF, 0xBF, 0xBD, _): return true
        // Ã or Â and a character from 80 to BF; â€.
        case (0xC3, 0x82, 0xC2, 0x80...0xBF), (0xC3, 0x83, 0xC2, 0x80...0xBF),
          (0xC3, 0xA2, 0xE2, 0x82):
          marks += 1
          if marks > 1 { return true }
        default: break
        }
        index += 1
      }
      return false
    }
  }
}
