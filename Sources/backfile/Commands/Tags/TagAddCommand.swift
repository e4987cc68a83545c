import ArgumentParser

struct TagAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Give articles a tag.")

  @OptionGroup var judgement: TagJudgement

  func run() throws { try judgement.keep(holds: true) }
}
