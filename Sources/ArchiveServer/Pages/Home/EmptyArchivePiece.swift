/// What an archive without articles shows: the first three steps.
enum EmptyArchivePiece {
  static func page(_ path: String) -> Page {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let archive = file == "archive.backfile" ? [] : ["-a", file]
    return Page(
      title: "An empty archive",
      content: .group {
        Tag.p { "There is no article in it yet. Three steps:" }
        Tag.ol(.class("steps")) {
          step(
            "Import what you have",
            "Tables, JSON, press databases' exports, feeds, mail, saved web pages, web archives: files "
              + "and folders, packed or not. Their formats are recognised.",
            ["import"] + archive + ["PATH"])
          step(
            "See what was read",
            "The import ends with a sum that adds up, and says what looked odd. Reload this page: it shows "
              + "the months and the sources.",
            ["stats"] + archive)
          step(
            "Ask",
            "In the box above, or in a terminal: it is the same language, and the same answer.",
            ["search"] + archive + ["\"pay talks\" OR strike*"])
        }
        Tag.p {
          "To try it first: the folder "
          Tag.code { "SampleData" }
          " of Backfile's sources has a small newsroom of invented articles. "
          Tag.code { ShellWords.line(["backfile", "import"] + archive + ["SampleData"]) }
        }
      })
  }

  private static func step(_ title: String, _ text: String, _ command: [String]) -> HTML {
    Tag.li {
      Tag.h2 { title }
      Tag.p { text }
      Tag.pre(.tabindex(0)) { Tag.code { ShellWords.line(["backfile"] + command) } }
    }
  }
}
