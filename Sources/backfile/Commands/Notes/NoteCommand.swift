import ArgumentParser

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write notes on articles.",
    discussion: """
        backfile note add 2019-03-04.1 "The figure is from the union's own survey."
        backfile note list
      """,
    subcommands: [NoteAddCommand.self, NoteListCommand.self, NoteRemoveCommand.self])
}
