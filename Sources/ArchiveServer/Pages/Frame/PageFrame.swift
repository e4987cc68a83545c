internal import ArchiveStorage

/// What stands around every page: head, navigation, search box, and how to get the same elsewhere.
struct PageFrame {
  private let page: Page
  private let request: Request
  private let site: Site

  init(_ page: Page, _ request: Request, _ site: Site) {
    (self.page, self.request, self.site) = (page, request, site)
  }

  /// The name of the archive: its file's.
  private var archiveName: String {
    let name = site.archive.path.split(separator: "/").last.map(String.init) ?? "archive"
    return name.hasSuffix(".backfile") ? String(name.dropLast(9)) : name
  }

  /// The whole document.
  var document: [UInt8] {
    HTML.document(
      Tag.html(.lang("en")) {
        head
        Tag.body {
          Tag.a(.class("skip"), .href(Address(fragment: "main"))) { "Skip to the content" }
          header
          Tag.main(.id("main"), .tabindex(-1)) {
            if page.hasHeading { Tag.h1 { page.title } }
            page.content
          }
          footer
        }
      })
  }

  private var head: HTML {
    Tag.head {
      Tag.meta(.utf8)
      Tag.title { page.title.isEmpty ? archiveName : "\(page.title) – \(archiveName)" }
      Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      Tag.meta(.name("color-scheme"), .content("light dark"))
      Tag.link(.rel("icon"), .type("image/svg+xml"), .href(Asset.icon.address))
      Tag.link(.rel("stylesheet"), .href(Asset.style.address))
      Tag.script(.src(Asset.script.address), .defer) {}
    }
  }

  private var header: HTML {
    Tag.header(.class("site")) {
      Tag.a(.class("brand"), .href(Address([]))) { archiveName }
      if let query = page.query {
        Tag.form(.class("quick"), .role("search"), .action(Address(["search"]))) {
          Tag.input(
            .type("search"), .name("q"), .value(query), .ariaLabel("Search the archive"),
            .placeholder("Search"), .autocapitalizeNone, .spellcheckOff, .autocomplete("off"),
            .data(.complete, "/complete.json"))
        }
      }
      Tag.nav(.ariaLabel("Parts of the archive")) {
        Tag.ul {
          for part in Site.parts {
            Tag.li {
              Tag.a(.href(part.address), part == page.part ? .ariaCurrent("page") : nil) {
                part.rawValue
              }
            }
          }
        }
      }
    }
  }

  private var footer: HTML {
    Tag.footer(.class("site")) {
      if let command = page.command {
        Tag.div(.class("same")) {
          Tag.p(.class("label"), .id("same-command")) { "The same in a terminal" }
          Tag.pre(.tabindex(0), .ariaLabelledBy("same-command")) {
            Tag.code { ShellWords.line(["backfile"] + command) }
          }
        }
      }
      Tag.ul(.class("forms")) {
        for form in page.forms {
          Tag.li {
            Tag.a(.href(address(as: form))) { "As " + form.rawValue.uppercased() }
          }
        }
        Tag.li { Tag.a(.href(Address(["api", "openapi.json"]))) { "Interface for programs" } }
        Tag.li { "Backfile \(site.version)" }
      }
    }
  }

  /// The address of this page in another form.
  private func address(as form: Request.Form) -> Address {
    var path = request.path
    if let last = path.popLast() {
      path.append(last + form.suffix)
    } else {
      path = ["home" + form.suffix]
    }
    return Address(path, query: request.query.pairs.map { ($0.name, $0.value) })
  }
}
