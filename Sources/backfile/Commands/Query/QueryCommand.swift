import ArgumentParser

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Understand queries, keep them, and run them again.",
    discussion: """
        backfile query save strikes 'strike* w/10 (ferry OR furnace*)'
        backfile query run strikes --since-last
      """,
    subcommands: [
      QuerySaveCommand.self, QueryListCommand.self, QueryRunCommand.self, QueryRemoveCommand.self,
      QueryExplainCommand.self,
    ])
}
