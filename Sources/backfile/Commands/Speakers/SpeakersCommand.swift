import ArgumentParser

struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: "List who is quoted, and correct who is who.",
    discussion: """
      Without a subcommand, speakers are listed, those who are quoted most first.

        backfile speakers
        backfile speakers Dunmore --kind person
        backfile speakers show "Martha Dunmore"
        backfile speakers merge "M. Dunmore" --into "Martha Dunmore"

      Corrections hold for the quotes that are there, for later imports and when quotes are found
      anew; 'speakers split' takes one back. Quotes keep the words with which the article names the
      speaker.
      """,
    subcommands: [
      SpeakersListCommand.self, SpeakersShowCommand.self, SpeakersMergeCommand.self,
      SpeakersAliasCommand.self, SpeakersSplitCommand.self,
    ],
    defaultSubcommand: SpeakersListCommand.self)
}
