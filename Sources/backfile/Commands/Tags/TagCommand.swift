import ArgumentParser

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Give articles tags, which tag: finds and a classifier can learn from.",
    discussion: """
        backfile tag add sanctions 2019-03-04.1 2019-03-05.2
        backfile tag add sanctions --query '"trade sanctions" headline:norland'
        backfile tag reject sanctions 2019-03-06.1
        backfile search tag:sanctions
      """,
    subcommands: [
      TagAddCommand.self, TagRejectCommand.self, TagRemoveCommand.self, TagListCommand.self,
    ])
}
