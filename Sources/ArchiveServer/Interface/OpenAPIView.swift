internal import ArchiveExport
internal import ArchiveQuery
internal import NewsModel

/// The description of the interface for programs (OpenAPI 3.1). It is made of the same columns and choices
/// that the answers are made of.
struct OpenAPIView: View {
  let version: String

  func page() throws -> Page { throw PageError.notFound("The description has a JSON form alone.") }

  func json() throws -> JSON {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "Backfile", "version": .string(version),
        "description":
          "What the pages of an archive show, for programs. Each path also answers as CSV, with .csv behind it.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "paths": .object(paths),
      "components": ["schemas": ["Error": Self.error]],
    ]
  }

  // MARK: Paths

  private var paths: [(name: String, value: JSON)] {
    let page: [JSON] = [Self.query, Self.from, Self.limit]
    let copies = Self.parameter(
      "copies", "Whether copies of one text are one hit.", Self.choices(["once", "each"]))
    return [
      (
        "/api/articles",
        Self.get(
          "searchArticles", "The articles that a query finds.",
          page + [Self.sort, copies],
          Self.answer("articles", of: ArticleTable.hitColumns, others: ["total", "from", "limit"]))
      ),
      (
        "/api/articles/{id}",
        Self.get(
          "article", "One article, with its quotes, boilerplate, tags, notes and copies.",
          [Self.articleID], Self.object(ArticleTable.columns + ["quotes", "boilerplate"]))
      ),
      (
        "/api/quotes",
        Self.get(
          "searchQuotes", "The quotes that a query finds: its words are words inside them.",
          page + [Self.sort],
          Self.answer("quotes", of: QuoteTable.hitColumns, others: ["total", "from", "limit"]))
      ),
      (
        "/api/concordance",
        Self.get(
          "concordance", "Every hit of a query in its context.",
          page + [
            Self.parameter(
              "lines", "The order of the lines.", Self.choices(LineOrder.allCases.map(\.rawValue)))
          ],
          Self.answer("lines", of: ConcordanceTable.columns, others: ["total", "from", "limit"]))
      ),
      (
        "/api/trends",
        Self.get(
          "trends", "How often queries find something, by period or by another field.",
          [
            Self.parameter(
              "q", "The queries; all there is without one.",
              [
                "type": "array", "items": ["type": "string"],
                "maxItems": .integer(TrendsQuestion.most),
              ]), Self.countedBy,
            Self.parameter(
              "per", "Whether articles are counted, or hits.",
              Self.choices(CountUnit.allCases.map(\.rawValue))),
            Self.parameter(
              "within", "Only articles that this query finds are counted, and are what there is.",
              ["type": "string"]),
          ], Self.object(["by", "per", "within", "queries", "counts"]))
      ),
      (
        "/api/facets",
        Self.get(
          "facets", "How many of the articles that a query finds have which values.",
          [
            Self.query,
            Self.parameter(
              "by", "Only by these fields.",
              [
                "type": "array", "items": Self.choices(FacetField.allCases.map(\.rawValue)),
              ]),
            Self.limit,
          ], Self.answer("facets", of: FacetTable.columns, others: ["total", "limit"]))
      ),
      (
        "/api/speakers",
        Self.get(
          "speakers", "Who is quoted, those who are quoted most first.",
          [
            Self.parameter(
              "q", "Words that the name or another name must have.", ["type": "string"]),
            Self.parameter(
              "kind", "Only of this kind.",
              Self.choices(["all"] + SpeakerKind.allCases.map(\.rawValue))),
            Self.from, Self.limit,
          ], Self.list("speakers", of: SpeakerTable.columns))
      ),
      (
        "/api/speakers/{name}",
        Self.get(
          "speaker", "One speaker: reporting words, outlets, time line, and quotes.",
          [
            Self.name, Self.from, Self.limit, Self.sort,
            Self.parameter(
              "tab", "Quotes one by one, or as several outlets printed them.",
              Self.choices(SpeakerTab.allCases.map(\.rawValue))),
          ], Self.object(["speaker", "counts", "tab", "total", "from", "limit", "quotes"]))
      ),
      (
        "/api/topics",
        Self.get(
          "topics", "The queries that have names, and what they find, year by year.", [],
          Self.object(["topics"]))
      ),
      (
        "/api/topics/{name}",
        Self.get(
          "topic", "One topic: what it finds over time, by outlet and speaker.",
          [Self.name, Self.countedBy],
          Self.object(["topic", "query", "total", "by", "counts", "sources", "speakers"]))
      ),
      (
        "/api/sources",
        Self.get(
          "sources", "The outlets, and what is missing or odd about each.", [],
          Self.object(["sources"]))
      ),
      (
        "/api/sources/{name}",
        Self.get(
          "source", "One outlet: its months, gaps, and what is odd about its dates.", [Self.name],
          Self.object(SourceHealthTable.columns + ["findings"]))
      ),
      (
        "/api/imports",
        Self.get(
          "imports", "What was imported when, the latest first.", [Self.from, Self.limit],
          Self.list("imports", of: ImportTable.columns))
      ),
      (
        "/api/imports/{number}",
        Self.get(
          "import", "One import: its files, and the records that were rejected, with the reasons.",
          [
            Self.parameter("number", "The import's number.", ["type": "integer"], place: "path"),
            Self.from, Self.limit,
          ],
          Self.object(ImportTable.columns + ["reasons", "total", "rejects", "file_list"]))
      ),
      (
        "/api/archive",
        Self.get(
          "archive", "How much of everything the archive has, and its sources.", [],
          Self.object(["statistics", "sources", "warnings"]))
      ),
    ]
  }

  private static func get(
    _ id: String, _ summary: String, _ parameters: [JSON], _ schema: JSON
  ) -> JSON {
    [
      "get": [
        "operationId": .string(id), "summary": .string(summary), "parameters": .array(parameters),
        "responses": [
          "200": [
            "description": "The answer.", "content": ["application/json": ["schema": schema]],
          ],
          "400": failure("The request cannot be understood: its query, for one."),
          "404": failure("There is no such thing in the archive."),
          "421": failure("The server is not asked by that name."),
          "422": failure("The query cannot be asked of this archive."),
          "503": failure("It took too long, or the archive is in use."),
        ],
      ]
    ]
  }

  private static func failure(_ description: String) -> JSON {
    [
      "description": .string(description),
      "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]],
    ]
  }

  // MARK: Parameters

  private static func parameter(
    _ name: String, _ description: String, _ schema: JSON, place: String = "query"
  ) -> JSON {
    [
      "name": .string(name), "in": .string(place), "description": .string(description),
      "required": .bool(place == "path"), "schema": schema,
    ]
  }

  private static func choices(_ values: [String]) -> JSON {
    ["type": "string", "enum": .array(values.map { .string($0) })]
  }

  private static let query = parameter(
    "q", "The query, in the query language; all there is without it.", ["type": "string"])
  private static let from = parameter(
    "from", "How many to pass over first.",
    ["type": "integer", "minimum": 0, "maximum": 1_000_000_000])
  private static let limit = parameter(
    "limit", "How many are wanted.", ["type": "integer", "minimum": 1, "maximum": 500])
  private static let sort = parameter(
    "sort", "The order.", choices(HitOrder.allCases.map(\.rawValue)))
  private static let articleID = parameter(
    "id", "The article's id.", ["type": "string"], place: "path")

  private static let name = parameter(
    "name", "The name.", ["type": "string"], place: "path")
  private static let countedBy = parameter(
    "by", "What is counted by.", choices(CountField.allCases.map(\.rawValue)))

  // MARK: Answers

  /// What a list without a query answers: some numbers, and rows.
  private static func list(_ rows: String, of columns: [String]) -> JSON {
    let number: JSON = ["type": "integer"]
    let members: [(name: String, value: JSON)] = [
      ("total", number), ("from", number), ("limit", number),
      (rows, ["type": "array", "items": object(columns)]),
    ]
    return [
      "type": "object", "required": .array(members.map { .string($0.name) }),
      "properties": .object(members),
    ]
  }

  private static func object(_ required: [String]) -> JSON {
    ["type": "object", "required": .array(required.map { .string($0) })]
  }

  /// What a listing answers: what is said of the query, some numbers, and rows.
  private static func answer(_ rows: String, of columns: [String], others: [String]) -> JSON {
    let members: [(name: String, value: JSON)] = [
      ("query", ["type": "string"]), ("reading", ["type": ["string", "null"]]),
      ("notes", ["type": "array", "items": ["type": "string"]]),
      (rows, ["type": "array", "items": object(columns)]),
    ]
    return [
      "type": "object",
      "required": .array((["query", "reading", "notes"] + others + [rows]).map { .string($0) }),
      "properties": .object(members + others.map { ($0, ["type": "integer"]) }),
    ]
  }

  private static let error: JSON = [
    "type": "object", "required": ["error"],
    "properties": [
      "error": [
        "type": "object", "required": ["status", "message"],
        "properties": ["status": ["type": "integer"], "message": ["type": "string"]],
      ]
    ],
  ]
}
