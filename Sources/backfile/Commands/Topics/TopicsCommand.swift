import ArgumentParser

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Name queries, count them over time, and learn what belongs to a tag.",
    discussion: """
      A topic is a query with a name. It is asked anew whenever it is used, so that it is right after
      every import.

        backfile topics add strikes '"pay talks" OR strike*' --description "Industrial action"
        backfile topics count --by month
        backfile search 'topic:strikes source:Herald'

      A classifier learns a tag from the articles that were given it by hand:

        backfile topics train strikes
        backfile topics apply strikes
      """,
    subcommands: [
      TopicsListCommand.self, TopicsAddCommand.self, TopicsRemoveCommand.self,
      TopicsRenameCommand.self, TopicsImportCommand.self, TopicsCountCommand.self,
      TopicsDiscoverCommand.self, TopicsTrainCommand.self, TopicsApplyCommand.self,
      TopicsEvaluateCommand.self,
    ],
    defaultSubcommand: TopicsListCommand.self)
}
