import ArgumentParser

struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List what several outlets printed of one text, and find it.",
    discussion: """
      Without a subcommand, articles that have copies are listed with them, those with most copies
      first. The original is the one that was published first; a copy has at least half of the shorter
      text's five-word sequences in common with it.

        backfile duplicates
        backfile duplicates 'strike date:2019' --diff
        backfile search 'strike is:original'
      """,
    subcommands: [DuplicatesListCommand.self, DuplicatesUpdateCommand.self],
    defaultSubcommand: DuplicatesListCommand.self)
}
