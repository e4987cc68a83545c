internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// What is in the archive, at a glance; and where to begin, in an empty one.
struct HomeView: View {
  /// What costs a look at all of the archive.
  struct Overview: Sendable {
    let statistics: ArchiveStatistics
    let sources: [SourceSummary]
    let months: [CoverageCalendar.Month]
    let warnings: [ArchiveWarning]
  }

  private let visit: Visit
  private let overview: Overview
  private let runs: [ImportRun]

  init(_ visit: Visit) throws {
    self.visit = visit
    overview = try Self.overview(visit.site, visit.reader)
    runs = try visit.reader.importRuns(limit: 5)
  }

  static func overview(_ site: Site, _ reader: ArchiveReader) throws -> Overview {
    try site.memory.value("overview", of: site.archive.path) {
      Overview(
        statistics: try ArchiveStatistics(reader), sources: try SourceList(reader).sources,
        months: try CoverageCalendar.months(reader), warnings: try reader.warnings())
    }
  }

  func page() throws -> Page {
    let statistics = overview.statistics
    guard statistics.articles > 0 else { return EmptyArchivePiece.page(visit.archive.path) }
    return Page(
      title: "", hasHeading: false,
      content: .group {
        Tag.div(.class("welcome")) {
          Tag.h1 { Pieces.count(statistics.articles, "article") }
          if let first = statistics.first, let last = statistics.last {
            Tag.p(.class("span")) {
              "from "
              Pieces.date(first)
              " to "
              Pieces.date(last)
            }
          }
          searchForm
        }
        warnings
        numbers
        CoverageCalendar(months: overview.months).html
        Tag.div(.class("columns")) {
          sources
          imports
        }
      }, command: visit.command("stats"), forms: [.json, .csv], query: nil)
  }

  private var searchForm: HTML {
    Tag.form(.class("box"), .role("search"), .action(Address(["search"]))) {
      Tag.label(.for("q")) { "Search the archive" }
      Tag.div(.class("row")) {
        Tag.input(
          .id("q"), .type("search"), .name("q"), .autocapitalizeNone, .spellcheckOff,
          .autocomplete("off"), .placeholder("tariff* w/5 steel"),
          .data(.complete, "/complete.json"))
        Tag.button(.type("submit")) { "Search" }
      }
    }
  }

  private var warnings: HTML {
    guard !overview.warnings.isEmpty else { return HTML() }
    let all = overview.statistics.articles
    return Tag.section(.class("warnings"), .ariaLabel("Warnings")) {
      for warning in overview.warnings {
        Pieces.notice(.warning) {
          Tag.p {
            switch warning {
            case .lacking(let field, _):
              Tag.a(.href(SearchAddress.articles("no:\(field)"))) { warning.message(of: all) }
            case .copiesUnknown:
              warning.message(of: all) + " "
              Tag.code {
                ShellWords.line(["backfile", "duplicates", "update"] + visit.command())
              }
              " finds out."
            case .unfinishedImports, .rejects: warning.message(of: all)
            }
          }
        }
      }
    }
  }

  private var numbers: HTML {
    let statistics = overview.statistics
    let quotes = statistics.quotes.filter { $0.key != .scare }.values.reduce(0, +)
    let all: [(String, Int)] = [
      ("sources", statistics.sources), ("words", statistics.words), ("quotes", quotes),
      ("speakers", statistics.speakers), ("blocks of boilerplate", statistics.boilerplatePlaces),
      ("imports", statistics.importRuns),
    ]
    return Tag.dl(.class("numbers")) {
      for (name, number) in all {
        Tag.div {
          Tag.dt { name }
          Tag.dd { grouped(number) }
        }
      }
    }
  }

  private var sources: HTML {
    let shown = 12
    return Tag.section(.ariaLabelledBy("sources")) {
      Tag.h2(.id("sources")) { "Sources" }
      Tag.table {
        Tag.thead {
          Tag.tr {
            Tag.th(.scope("col")) { "Source" }
            Tag.th(.scope("col"), .class("number")) { "Articles" }
            Tag.th(.scope("col")) { "From, to" }
          }
        }
        Tag.tbody {
          for source in overview.sources.prefix(shown) {
            Tag.tr {
              Tag.th(.scope("row")) {
                Tag.a(
                  .href(SearchAddress.articles(FacetField.source.condition(source.name) ?? ""))
                ) { source.name ?? "(no source)" }
              }
              Tag.td(.class("number")) { grouped(source.articles) }
              Tag.td(.class("when")) {
                if let first = source.first, let last = source.last {
                  "\(first) – \(last)"
                }
              }
            }
          }
        }
      }
      if overview.sources.count > shown {
        Tag.p {
          Tag.a(.href(SearchAddress().with { $0.tab = .sources }.address)) {
            "All \(grouped(overview.sources.count)) sources"
          }
        }
      }
    }
  }

  private var imports: HTML {
    Tag.section(.ariaLabelledBy("imports")) {
      Tag.h2(.id("imports")) { "Latest imports" }
      Tag.ol(.class("runs")) {
        for run in runs {
          Tag.li {
            Tag.a(.href(SearchAddress.articles("import:\(run.id)"))) {
              run.started.prefix(10) + " " + run.started.dropFirst(11).prefix(5)
            }
            " "
            run.file?.split(separator: "/").last ?? ""
            run.files > 1 ? " and \(Pieces.count(run.files - 1, "other file"))" : ""
            Tag.p(.class("hint")) {
              "\(grouped(run.counts.read)) read: \(grouped(run.counts.added)) new, "
                + "\(grouped(run.counts.duplicates)) known, \(grouped(run.counts.updated)) updated, "
                + "\(grouped(run.counts.rejected)) rejected"
              run.finished == nil ? "; not finished" : ""
            }
          }
        }
      }
    }
  }

  func table() throws -> ViewTable? {
    let rows = StatisticsTable.rows(of: overview.statistics)
    return ViewTable(name: "statistics", columns: StatisticsTable.columns) { write in
      for row in rows { try write(row) }
    }
  }

  func json() throws -> JSON {
    .object(
      [
        (
          "statistics",
          .object(
            StatisticsTable.rows(of: overview.statistics).map { ($0[0].plain, JSON($0[1])) })
        ),
        (
          "sources",
          .array(
            overview.sources.map {
              JSON(columns: SourceTable.columns, row: SourceTable.row(of: $0))
            })
        ),
        (
          "warnings",
          .array(overview.warnings.map { .string($0.message(of: overview.statistics.articles)) })
        ),
      ])
  }
}

extension ArchiveWarning {
  /// The warning in a sentence.
  fileprivate func message(of articles: Int) -> String {
    switch self {
    case .lacking(let field, let count):
      "\(grouped(count)) of \(grouped(articles)) articles have no \(field)."
    case .copiesUnknown: "It is not known of all articles whether they are copies."
    case .unfinishedImports(let count):
      (count == 1 ? "An import was" : "\(grouped(count)) imports were")
        + " stopped before the end; the same command goes on where it stopped."
    case .rejects(let count):
      (count == 1 ? "A record" : "\(grouped(count)) records") + " could not become articles."
    }
  }
}
