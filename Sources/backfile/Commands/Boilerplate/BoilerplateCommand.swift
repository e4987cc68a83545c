import ArgumentParser

struct BoilerplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract: "Find what was set apart from the reporting, learn more of it, and put it back.",
    discussion: """
      Without a subcommand, blocks are searched.

        backfile boilerplate 'republish*' --source Observer
        backfile boilerplate list
        backfile boilerplate restore --block 12

      Nothing is ever thrown away: the imported text can be put together again from body and blocks.
      How it works: Docs/boilerplate.md.
      """,
    subcommands: [
      BoilerplateSearchCommand.self, BoilerplateListCommand.self, BoilerplateLearnCommand.self,
      BoilerplateRestoreCommand.self,
    ],
    defaultSubcommand: BoilerplateSearchCommand.self)
}
