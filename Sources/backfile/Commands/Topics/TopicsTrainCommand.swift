import ArchiveExport
import ArchiveQuery
import ArchiveStorage
import ArgumentParser
import Glibc

struct TopicsTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a tag from the articles that were given it by hand.",
    discussion: """
      It learns from articles with the tag, and against those that it was rejected for (tag reject),
      those with other tags alone, and, if these are few, some that are drawn from the rest. How well it
      does is measured by cross-validation, on articles that it was not shown.

        backfile topics train sanctions
      """)

  @Argument(help: "The tag.")
  var name: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let report = try TagLearning(ArchiveReader(archive.archive)).learn(
      name, into: TagStore(archive.archive))
    Console.inform(
      "learnt from \(grouped(report.members)) articles with “\(name)” and "
        + "\(grouped(report.others)) without, \(grouped(report.drawn)) more drawn from the rest")
    Console.write(
      "precision \(decimal(report.precision, places: 3)), recall "
        + "\(decimal(report.recall, places: 3)), F1 \(decimal(report.f1, places: 3))"
        + " (cross-validation, 5 parts)\n", to: STDOUT_FILENO)
  }
}
