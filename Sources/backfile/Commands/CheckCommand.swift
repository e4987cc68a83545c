import ArchiveStorage
import ArgumentParser

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell whether the archive is sound.",
    discussion: """
      Looks at SQLite's own structure, the references between tables, each full-text index against
      its text, packed facts against their rows, and the books of the imports. Changes nothing. Exit code 4 when something is wrong.
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(name: [.short, .long], help: "Say nothing when all is well.")
  var quiet = false

  func run() throws {
    var isSound = true
    for finding in try ArchiveCheck(archive.archive).run() {
      if finding.problems.isEmpty {
        if !quiet { Console.write("ok      \(finding.subject)\n", to: 1) }
        continue
      }
      isSound = false
      Console.write("DAMAGED \(finding.subject)\n", to: 1)
      for problem in finding.problems {
        Console.write("        " + Console.safe(problem) + "\n", to: 1)
      }
    }
    guard isSound else { throw ExitStatus.damaged }
    if !quiet { Console.write("the archive is sound\n", to: 1) }
  }
}
