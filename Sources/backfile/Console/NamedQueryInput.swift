import ArchiveQuery
import ArgumentParser

/// A query that is kept under a name: as a topic, or to be run again.
struct NamedQueryInput: ParsableArguments {
  @Argument(help: "The name.")
  var name: String

  @OptionGroup var input: QueryInput

  @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
  var description: String?

  @Flag(help: "Put it in the place of one of the same name.")
  var replace = false

  @OptionGroup var archive: ArchiveOption
}
