internal import ArchiveExport
internal import ArchiveQuery

/// How often queries find something, beside each other: over time, by outlet or by another field.
struct TrendsView: View {
  private let visit: Visit
  private let question: TrendsQuestion
  /// The queries as they were understood, or the mistakes in them.
  private let mistakes: [(text: String, error: QuerySyntaxError)]
  private let queries: [Query]
  /// Nil where a query was not understood.
  private let counts: Counts?

  init(_ visit: Visit) throws {
    self.visit = visit
    question = try TrendsQuestion(visit)
    var mistakes: [(text: String, error: QuerySyntaxError)] = []
    func read(_ text: String) -> Query? {
      do throws(QuerySyntaxError) {
        return try Query(parsing: text)
      } catch {
        mistakes.append((text, error))
        return nil
      }
    }
    queries = (question.texts.isEmpty ? [""] : question.texts).compactMap(read)
    let base = question.base.isEmpty ? nil : read(question.base)
    self.mistakes = mistakes
    counts =
      mistakes.isEmpty
      ? try Counts(
        of: queries, by: question.field, per: question.unit, within: base, in: visit.reader) : nil
  }

  // MARK: Page

  func page() throws -> Page {
    Page(
      title: question.texts.isEmpty
        ? "Trends" : "Trends: \(question.texts.joined(separator: ", "))",
      hasHeading: false, part: .trends, status: mistakes.isEmpty ? 200 : 400,
      content: .group {
        Tag.h1 { "Trends" }
        form
        for mistake in mistakes { Self.html(of: mistake.error, in: mistake.text) }
        if let counts, !question.texts.isEmpty { results(counts) }
        if question.texts.isEmpty { introduction }
      }, command: question.texts.isEmpty ? nil : question.command(visit),
      forms: mistakes.isEmpty && !question.texts.isEmpty ? [.json, .csv, .svg] : [])
  }

  private var introduction: HTML {
    Tag.p(.class("hint")) {
      "Each query is counted for itself, beside how much the archive has at that time: what rises with "
        + "the archive is no trend. Up to \(TrendsQuestion.most) can be compared. Topics can, too: "
      Tag.code { "topic:strikes" }
      "."
    }
  }

  /// One box more than there are queries, so that another can be added without a script.
  private var boxes: Int {
    min(TrendsQuestion.most, max(3, question.texts.count + 1))
  }

  private var form: HTML {
    Tag.form(.class("box", "compare"), .action(Address(["trends"]))) {
      Tag.ol {
        for index in 0..<boxes {
          Tag.li {
            Tag.label(.for("q\(index + 1)"), .class("unseen")) { "Query \(index + 1)" }
            Tag.input(
              .id("q\(index + 1)"), .type("search"), .name("q"),
              .value(index < question.texts.count ? question.texts[index] : ""),
              .autocapitalizeNone, .spellcheckOff, .autocomplete("off"), .maxLength(4000))
          }
        }
      }
      Tag.div(.class("row", "options")) {
        Tag.div {
          Tag.label(.for("by")) { "by" }
          Tag.select(.id("by"), .name("by")) {
            for field in CountField.allCases { option(field.rawValue, question.field == field) }
          }
        }
        Tag.div {
          Tag.label(.for("per")) { "counted as" }
          Tag.select(.id("per"), .name("per")) {
            option(
              CountUnit.articles.rawValue, question.unit == .articles, "articles per 1,000 articles"
            )
            option(CountUnit.words.rawValue, question.unit == .words, "hits per million words")
          }
        }
        Tag.div(.class("wide")) {
          Tag.label(.for("within")) { "only among the articles of" }
          Tag.input(
            .id("within"), .type("search"), .name("within"), .value(question.base),
            .placeholder("all"), .autocapitalizeNone, .spellcheckOff, .autocomplete("off"))
        }
        Tag.button(.type("submit")) { "Compare" }
      }
    }
  }

  private func option(_ value: String, _ isSelected: Bool, _ label: String? = nil) -> HTML {
    Tag.option(.value(value), isSelected ? .selected : nil) { label ?? value }
  }

  static func html(of error: QuerySyntaxError, in text: String) -> HTML {
    Pieces.notice(.problem) {
      Tag.p { error.message }
      SearchErrorView.marked(text, error.range)
      if let suggestion = error.suggestion {
        Tag.p {
          "Try: "
          Tag.code { suggestion }
        }
      }
    }
  }

  private func results(_ counts: Counts) -> HTML {
    Tag.section(.ariaLabel("Result")) {
      Tag.ul(.class("facts")) {
        for (text, rows) in zip(question.texts, counts.series) {
          Tag.li {
            Tag.a(.href(SearchAddress.articles(text))) { text }
            " \(grouped(rows.reduce(0) { $0 + $1.count }))"
          }
        }
      }
      Tag.figure(.class("chart")) {
        Tag.div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel("Chart")) {
          Tag.img(
            .src(question.address(as: .svg)), .alt("A chart of the numbers in the table below"))
        }
      }
      TrendTable(counts: counts, question: question).html
    }
  }

  // MARK: Twins

  private func known() throws -> Counts {
    if let counts { return counts }
    let messages = mistakes.map { "“\($0.text)”: \($0.error.message)" }
    throw PageError.badRequest(messages.joined(separator: " "))
  }

  func json() throws -> JSON {
    let counts = try known()
    return [
      "by": .string(question.field.rawValue), "per": .string(question.unit.rawValue),
      "within": question.base.isEmpty ? .null : .string(question.base),
      "queries": .array(
        zip(queries, counts.series).map { query, rows in
          [
            "query": .string(query.text), "reading": .string(query.reading),
            "notes": .array(query.notes.map { .string($0.message) }),
            "total": .integer(rows.reduce(0) { $0 + $1.count }),
          ]
        }),
      "counts": .array(
        counts.rows.map {
          JSON(columns: CountTable.columns(of: counts), row: CountTable.row(of: $0, in: counts))
        }),
    ]
  }

  func table() throws -> ViewTable? {
    let counts = try known()
    return ViewTable(name: "counts", columns: CountTable.columns(of: counts)) { write in
      for row in counts.rows { try write(CountTable.row(of: row, in: counts)) }
    }
  }

  func response(as form: Request.Form) throws -> Response? {
    guard form == .svg else { return nil }
    return Response(.svg, text: SVGChart(Chart(try known())).text)
  }
}
