internal import ArchiveQuery

/// The record beside an export: `datapackage.json`.
struct DataPackage {
  let query: Query
  let archive: ArchiveIdentity
  let version: String
  let tables: [ExportedTable]

  var json: String {
    let resources = tables.map { table in
      let fields = table.columns.map { column in
        "{" + member("name", column.name) + ", " + member("type", column.kind.rawValue) + ", "
          + member("description", column.meaning) + "}"
      }
      return """
            {
              \(member("name", String(table.file.dropLast(4)))),
              \(member("path", table.file)),
              "profile": "tabular-data-resource",
              "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "bytes": \(table.bytes), \(member("hash", "sha256:" + table.sha256)),
              "rows": \(table.rows),
              "schema": {"fields": [
                \(fields.joined(separator: ",\n        "))
              ]}
            }
        """
    }
    return """
      {
        "profile": "tabular-data-package",
        "name": "backfile-export",
        "title": "Articles and quotes from a news archive",
        "backfile": {
          \(member("version", version)),
          \(member("query", query.text)),
          \(member("reading", query.reading)),
          "archive": {\(member("id", archive.id)), "articles": \(archive.articles), \
      "last_import": \(archive.lastImport)}
        },
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func member(_ name: String, _ value: String) -> String {
    JSONWriter.quoted(name) + ": " + JSONWriter.quoted(value)
  }
}
