import ArgumentParser

/// The words of a command line, put into the order that the parser wants.
///
/// `backfile -a FILE search …` is taken like `backfile search -a FILE …`, and a command that is
/// misspelt gets a suggestion.
func commandLineWords(_ words: [String]) throws -> [String] {
  var rest = words[...]
  var archive: [String] = []
  while let word = rest.first, word.hasPrefix("-") {
    if word == "-a" || word == "--archive" {
      archive += rest.prefix(2)
      rest = rest.dropFirst(2)
    } else if word.hasPrefix("--archive=") {
      archive.append(word)
      rest = rest.dropFirst()
    } else {
      // --help, --version and the like.
      return words
    }
  }
  guard let command = rest.first else { return words }
  let known = Backfile.commandNames
  guard known.contains(command) || command == "help" else {
    let hint = known.min { distance(command, $0) < distance(command, $1) }
      .flatMap { distance(command, $0) <= 2 ? "; did you mean '\($0)'?" : nil }
    throw CommandFailure(
      message: "there is no command '\(command)'\(hint ?? "; 'backfile --help' lists them")",
      status: .usage)
  }
  // The options of a command with subcommands are theirs.
  rest = rest.dropFirst()
  let names = Backfile.subcommandNames(of: command)
  if let name = rest.first, names.contains(name) {
    return [command, name] + archive + rest.dropFirst()
  }
  return [command] + archive + rest
}

/// Typing errors between two words (Levenshtein).
private func distance(_ a: String, _ b: String) -> Int {
  let b = Array(b.utf8)
  var row = Array(0...b.count)
  for (i, letter) in a.utf8.enumerated() {
    var corner = row[0]
    row[0] = i + 1
    for j in b.indices {
      let cost = min(row[j + 1] + 1, row[j] + 1, corner + (letter == b[j] ? 0 : 1))
      (corner, row[j + 1]) = (row[j + 1], cost)
    }
  }
  return row[b.count]
}

extension Backfile {
  /// The names of all commands.
  static var commandNames: [String] {
    (configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands))
      .compactMap { $0.configuration.commandName }
  }

  /// The names of a command's own subcommands.
  static func subcommandNames(of command: String) -> [String] {
    configuration.groupedSubcommands.flatMap(\.subcommands)
      .first { $0.configuration.commandName == command }?
      .configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
  }
}
