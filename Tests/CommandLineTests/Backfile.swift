import TestSupport

/// The built program, which stands beside the test bundle.
enum Backfile {
  static let path: String = {
    let bundle = CommandLine.arguments[0]
    let folder = bundle.lastIndex(of: "/").map { String(bundle[..<$0]) } ?? "."
    // Under `swift test` the first argument may be a helper's: then the usual place is looked at.
    let beside = folder + "/backfile"
    let usual = Evaluation.packageRoot + "/.build/debug/backfile"
    return bytes(ofFile: beside).isEmpty ? usual : beside
  }()

  /// Runs the program in a folder.
  static func run(_ arguments: [String], in folder: TemporaryFolder, input: String = "")
    -> ProcessResult
  {
    TestSupport.run(
      [path] + arguments, input: input, environment: ["BACKFILE_ARCHIVE": "archive.backfile"],
      folder: folder.path)
  }
}
