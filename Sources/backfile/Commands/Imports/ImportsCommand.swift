import ArgumentParser

struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports",
    abstract: "List what was imported when, and what was rejected and why.",
    discussion: """
        backfile imports
        backfile imports files 3
        backfile imports rejects 3 --csv
        backfile imports rejects 3 --reasons
      """,
    subcommands: [
      ImportsListCommand.self, ImportsFilesCommand.self, ImportsRejectsCommand.self,
    ],
    defaultSubcommand: ImportsListCommand.self)
}
