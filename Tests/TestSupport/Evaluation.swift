import Glibc

/// The evaluation material beside the repository, where there is any.
public enum Evaluation {
  /// Path of a file or folder of the evaluation material, or nil where this machine has none.
  ///
  /// It is looked for in `BACKFILE_EVALUATION`, else in `../shared` beside the package.
  public static func path(_ name: String) -> String? {
    let root: String
    if let set = getenv("BACKFILE_EVALUATION") {
      root = String(cString: set)
    } else {
      root = packageRoot + "/../shared"
    }
    let path = root + "/" + name
    return access(path, R_OK) == 0 ? path : nil
  }

  /// The folder that holds Package.swift.
  public static let packageRoot: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()
}
