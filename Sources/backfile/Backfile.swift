import ArgumentParser

/// The command line: one file a subcommand in `Commands/`.
struct Backfile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backfile",
    abstract: "A news archive for research: import, search, quotes, export, over one SQLite file.",
    discussion: """
      Begin with:  backfile import PATH…      then:  backfile search WORDS

      Data goes to standard output, messages and progress to standard error.
      Exit codes: 0 done, 1 failure, 2 usage or query syntax, 3 finished with rejects,
      4 archive damaged, 5 archive in use, 10 no archive, 11 not an archive,
      12 made by a newer version, 124 longer than --timeout, 130 and 143 stopped by a signal.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Fill an archive:", subcommands: [ImportCommand.self, ImportsCommand.self]),
      CommandGroup(
        name: "Find:",
        subcommands: [
          SearchCommand.self, QuotesCommand.self, SpeakersCommand.self, BoilerplateCommand.self,
          DuplicatesCommand.self, ShowCommand.self,
        ]),
      CommandGroup(
        name: "Make something of what was found:",
        subcommands: [
          QueryCommand.self, TopicsCommand.self, TagCommand.self, NoteCommand.self,
        ]),
      CommandGroup(
        name: "Count and export:",
        subcommands: [
          StatsCommand.self, SourcesCommand.self, FacetsCommand.self, CountCommand.self,
          KwicCommand.self, CollocatesCommand.self, KeynessCommand.self, ExportCommand.self,
          CiteCommand.self, SQLCommand.self,
        ]),
      CommandGroup(name: "Look at it in a browser:", subcommands: [ServeCommand.self]),
      CommandGroup(name: "Without an archive:", subcommands: [ExtractCommand.self]),
      CommandGroup(
        name: "Look after it:",
        subcommands: [
          CheckCommand.self, BackupCommand.self, RestoreCommand.self, RepairCommand.self,
          OptimizeCommand.self, ReindexCommand.self, BenchCommand.self,
        ]),
    ])

  /// The version of the program, stored with each import.
  static let version = "0.1.0"
}
