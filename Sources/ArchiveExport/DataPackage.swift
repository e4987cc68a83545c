internal import ArchiveQuery

/// The record beside an export: `datapackage.json` (specs.frictionlessdata.io, version 1).
struct DataPackage {
  static let file = "datapackage.json"

  let query: Query
  let options: ExportOptions
  let archive: ArchiveIdentity
  let version: String
  let files: [ExportedTable]

  var json: String {
    """
    {
      "profile": "data-package",
      "name": "backfile-export",
      "title": "Articles and quotes from a news archive",
      "backfile": {
        \(member("version", version)),
        \(member("query", query.text)),
        \(member("reading", query.reading)),
        "archive": {\(member("id", archive.id)), "articles": \(archive.articles), \
    "last_import": \(archive.lastImport)},
        "options": {\(optionMembers)}
      },
      "resources": [
    \(files.map(resource).joined(separator: ",\n"))
      ]
    }

    """
  }

  private var optionMembers: String {
    [
      member("for", options.audience.rawValue), "\"texts\": \(options.hasTexts)",
      "\"network\": " + (options.network.map { JSONWriter.quoted($0.rawValue) } ?? "null"),
      "\"width\": \(options.width)",
    ].joined(separator: ", ")
  }

  private func resource(_ file: ExportedTable) -> String {
    let sums = "\"bytes\": \(file.bytes), \(member("hash", "sha256:" + file.sha256))"
    guard !file.columns.isEmpty else {
      let parts = file.file.split(separator: ".")
      return """
            {
              \(member("name", parts.joined(separator: "-").lowercased())),
              \(member("path", file.file)),
              "profile": "data-resource", \(member("format", String(parts.last ?? ""))),
              \(sums)
            }
        """
    }
    let fields = file.columns.map { column in
      "{" + member("name", column.name) + ", " + member("type", column.kind.rawValue) + ", "
        + member("description", column.meaning) + "}"
    }
    let dialect = options.audience.dialect
    return """
          {
            \(member("name", file.name)),
            \(member("path", file.file)),
            "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            \(member("encoding", dialect.hasByteOrderMark ? "utf-8-sig" : "utf-8")),
            "dialect": {\(member("lineTerminator", dialect.lineEnd)), "quoteChar": "\\"", "doubleQuote": true},
            \(sums),
            "rows": \(file.rows),
            "schema": {
              "fields": [
                \(fields.joined(separator: ",\n            "))
              ],
              "missingValues": [""]\(keys(of: file))
            }
          }
      """
  }

  /// What identifies a row, and which table it belongs to.
  private func keys(of file: ExportedTable) -> String {
    let id = options.audience == .quanteda ? "doc_id" : "id"
    func reference(_ column: String) -> String {
      """
      ,
              "foreignKeys": [{\(member("fields", column)), "reference": \
      {"resource": "articles", \(member("fields", id))}}]
      """
    }
    switch file.name {
    case "articles": return ", \(member("primaryKey", id))"
    case "speakers": return ", \"primaryKey\": \"speaker\""
    case "quotes", "boilerplate": return reference("article_id")
    case "kwic": return reference("id")
    default: return ""
    }
  }

  private func member(_ name: String, _ value: String) -> String {
    JSONWriter.quoted(name) + ": " + JSONWriter.quoted(value)
  }
}
