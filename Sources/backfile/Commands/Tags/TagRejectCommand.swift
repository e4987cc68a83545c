import ArgumentParser

struct TagRejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Say that a tag does not fit articles: a classifier learns from that, too.")

  @OptionGroup var judgement: TagJudgement

  func run() throws { try judgement.keep(holds: false) }
}
