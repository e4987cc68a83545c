import ArchiveStorage
import ArgumentParser

struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Make the archive smaller and quicker to search, after large imports.",
    discussion: """
      Puts the full-text index together and gives free pages back to the disk. Nothing that is stored
      changes. It needs as much free room on the disk as the archive takes, and can be stopped at any
      time.
      """)

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let report = try ArchiveOptimization(archive.archive).run()
    Console.write(
      "\(Self.megabytes(report.bytesBefore)) MB before, \(Self.megabytes(report.bytesAfter)) MB now;"
        + " the index was in \(report.segmentsBefore) parts\n", to: 1)
  }

  private static func megabytes(_ bytes: Int64) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
