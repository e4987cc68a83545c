/// Why a text that has no other format is plainly no article, in words; nil where it may be one.
///
/// Plain text is the last resort, and people point the import at folders in which programs, licences
/// and lists of words lie beside their articles.
func reasonForNoArticle(_ sample: Format.Sample) -> String? {
  if programExtensions.contains(sample.fileExtension) {
    return "is no article: a .\(sample.fileExtension) file"
  }
  let words = sample.fileName.lowercased().split { !$0.isLetter }
  let stem = words.count > 1 ? words.dropLast() : words[...]
  if let word = [stem.first, stem.last].compactMap({ $0 }).first(where: {
    documentNames.contains(String($0))
  }) {
    return "is no article: a \(word)"
  }
  let text = DecodedText(sample.bytes.prefix(16 << 10).asArray.span).text
  let lines = lines(of: text).map(\.trimmedText).filter { !$0.isEmpty }
  guard let first = lines.first else { return nil }
  if first.hasPrefix("#!") { return "is no article: a program" }
  if licenceOpenings.contains(where: { first.lowercased().hasPrefix($0) }) {
    return "is no article: a licence"
  }
  if sample.isWhole, lines.allSatisfy(isWord) { return "is no article: a list of words" }
  let code = lines.count(where: isCode)
  if lines.count > 5, code * 2 > lines.count { return "is no article: a program" }
  return nil
}

extension ArraySlice<UInt8> {
  var asArray: [UInt8] { Array(self) }
}

/// One word, and no end of a sentence: in scripts without spaces a few characters.
private func isWord(_ line: String) -> Bool {
  guard line.utf8.count < 40, let last = line.last, !".!?。！？…".contains(last) else { return false }
  return line.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" || $0 == "_" }
}

/// A line of a program or of settings.
private func isCode(_ line: String) -> Bool {
  guard let last = line.last else { return false }
  if "{};".contains(last) { return true }
  return ["//", "/*", "#include", "import ", "def ", "function ", "var ", "let ", "return", "@"]
    .contains { line.hasPrefix($0) }
}

private let programExtensions: Set<String> = [
  "py", "js", "ts", "jsx", "tsx", "css", "scss", "less", "c", "h", "cc", "cpp", "hpp", "java", "kt",
  "swift", "go", "rs", "rb", "pl", "php", "r", "rmd", "ipynb", "sh", "bash", "zsh", "bat", "ps1",
  "sql", "dtd", "xsd", "xsl", "xslt", "rng", "toml", "yml", "yaml", "ini", "cfg", "conf", "lock",
  "log", "tex", "bib", "sty", "make", "cmake", "gradle", "diff", "patch", "proto", "cdx", "cdxj",
  "lua", "scala", "jl", "m", "do", "sps", "vbs", "map", "wat", "asm", "nfo", "md5", "sha1",
  "sha256",
]

private let documentNames: Set<String> = [
  "readme", "license", "licence", "copying", "changelog", "contributing", "makefile", "authors",
  "requirements", "dockerfile", "gitignore", "manifest", "codeofconduct", "lisezmoi", "liesmich",
]

private let licenceOpenings = [
  "mit license", "apache license", "gnu general public license", "gnu lesser general public",
  "gnu affero general", "mozilla public license", "bsd 2-clause", "bsd 3-clause",
  "creative commons", "the mit license", "copyright (c)", "permission is hereby granted",
  "attribution 4.0 international", "attribution-", "cc0 1.0",
]
