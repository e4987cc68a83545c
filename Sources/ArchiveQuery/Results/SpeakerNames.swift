internal import ArchiveStorage

/// The names of an archive's speakers, with the corrections that people have made: which of them
/// are one and the same.
struct SpeakerNames {
  private let names: [Int64: String]
  /// The speaker that an alias stands for.
  private let leaders: [Int64: Int64]
  /// The aliases of a speaker.
  private let aliases: [Int64: [Int64]]

  init(_ connection: Connection) throws {
    names = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT id, name FROM speaker") {
        ($0.integer(0), $0.text(1))
      })
    let pairs = try connection.rows("SELECT speaker_id, stands_for FROM speaker_alias") {
      (alias: $0.integer(0), leader: $0.integer(1))
    }
    leaders = Dictionary(uniqueKeysWithValues: pairs.map { ($0.alias, $0.leader) })
    aliases = Dictionary(grouping: pairs) { $0.leader }.mapValues { $0.map(\.alias) }
  }

  /// The speaker that another one is, after all corrections.
  func leader(of speaker: Int64) -> Int64 { leaders[speaker] ?? speaker }

  func name(of speaker: Int64) -> String? { names[speaker] }

  /// The names of all, aliases among them, by their ids.
  var all: [Int64: String] { names }

  /// The names of a speaker's aliases, sorted.
  func aliases(of speaker: Int64) -> [String] {
    (aliases[speaker] ?? []).compactMap { names[$0] }.sorted()
  }

  /// The speakers of whom this name or another one meets a condition, without their aliases.
  func leaders(where isMet: (String) -> Bool) -> Set<Int64> {
    Set(names.filter { isMet($0.value) }.map { leader(of: $0.key) })
  }

  /// Everyone who is one of these speakers, under whatever name.
  func everyone(in speakers: Set<Int64>) -> [Int64] {
    speakers.flatMap { [$0] + (aliases[$0] ?? []) }
  }
}

extension ArchiveReader {
  /// The ids of the speakers of whom one name has a term's words, aliases among them.
  func speakers(having term: Term) throws -> [Int64] {
    let pattern = try NamePattern(term, tokenizer)
    let names = try SpeakerNames(connection)
    return names.everyone(
      in: names.leaders { pattern.matches(tokenizer.indexedWords(of: $0)) })
  }
}
