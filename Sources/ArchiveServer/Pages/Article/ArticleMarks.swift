internal import ArchiveExport
internal import ArchiveQuery
internal import ArchiveStorage
internal import NewsModel

/// What people have made of an article: tags and notes, and the forms for more where writing is allowed.
struct ArticleMarks {
  let article: ArticleID
  let tags: [ArticleTag]
  let notes: [Note]
  let security: Security

  var html: HTML {
    guard security.canWrite || !notes.isEmpty || tags.contains(where: \.holds) else {
      return HTML()
    }
    return Tag.section(.class("marks"), .ariaLabelledBy("marks")) {
      Tag.h2(.id("marks")) { "Tags and notes" }
      tagList
      if security.canWrite { tagForm }
      for note in notes {
        Tag.div(.class("note")) {
          Tag.p(.dir(.auto)) { note.text }
          Tag.p(.class("hint")) { "\(note.made.prefix(10))" }
          if security.canWrite { removal(of: note) }
        }
      }
      if security.canWrite { noteForm }
    }
  }

  private var tagList: HTML {
    let tags = tags.filter(\.holds)
    guard !tags.isEmpty else { return HTML() }
    return Tag.ul(.class("chips")) {
      for tag in tags {
        Tag.li {
          Tag.a(.href(SearchAddress.articles("tag:\"\(tag.name.filter { $0 != "\"" })\""))) {
            tag.name
          }
          if let score = tag.score {
            Tag.small { " classifier, \(decimal(score, places: 2))" }
          }
          if security.canWrite { removal(of: tag) }
        }
      }
    }
  }

  private func form(
    _ action: String, class name: String? = nil, @HTML _ content: () -> HTML
  ) -> HTML {
    Tag.form(
      .method("post"), .class(name),
      .action(Address(["article", article.description, action]))
    ) {
      Tag.input(.type("hidden"), .name("token"), .value(security.token))
      content()
    }
  }

  private func removal(of tag: ArticleTag) -> HTML {
    form("tags", class: "inline") {
      Tag.input(.type("hidden"), .name("remove"), .value(tag.name))
      Tag.button(.type("submit"), .ariaLabel("Take the tag \(tag.name) away")) { "×" }
    }
  }

  private func removal(of note: Note) -> HTML {
    form("notes", class: "inline") {
      Tag.input(.type("hidden"), .name("remove"), .value(String(note.id)))
      Tag.button(.type("submit"), .ariaLabel("Remove the note of \(note.made)")) { "Remove" }
    }
  }

  private var tagForm: HTML {
    form("tags") {
      Tag.label(.for("new-tag")) { "Add a tag" }
      Tag.div(.class("row")) {
        Tag.input(
          .id("new-tag"), .name("tag"), .required, .maxLength(200), .autocomplete("off"))
        Tag.button(.type("submit")) { "Add" }
      }
    }
  }

  private var noteForm: HTML {
    form("notes") {
      Tag.label(.for("new-note")) { "Write a note" }
      Tag.textarea(.id("new-note"), .name("note"), .rows(3), .required, .maxLength(100_000)) {}
      Tag.button(.type("submit")) { "Keep" }
    }
  }
}

/// What the forms of an article do.
enum ArticleAction {
  /// Adds a tag or takes one away.
  static func tag(_ visit: Visit) throws -> Response {
    let (article, fields) = (try ArticleView.article(visit).id, visit.request.fields)
    let store = TagStore(visit.archive)
    if let name = fields["remove"] {
      try store.remove(name, from: [article])
    } else {
      let name = fields["tag"]?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
      guard !name.isEmpty else { throw PageError.badRequest("A tag has a name.") }
      try store.tag([article], name)
    }
    return Response(seeOther: ArticleView.address(of: article, fragment: "marks"))
  }

  /// Writes a note or removes one.
  static func note(_ visit: Visit) throws -> Response {
    let (article, fields) = (try ArticleView.article(visit).id, visit.request.fields)
    let store = NoteStore(visit.archive)
    if let number = fields["remove"].flatMap({ Int64($0) }) {
      try store.remove(number)
    } else {
      let text = fields["note"] ?? ""
      guard text.contains(where: { !$0.isWhitespace }) else {
        throw PageError.badRequest("A note has words.")
      }
      try store.add(text.replacing("\r\n", with: "\n"), to: article)
    }
    return Response(seeOther: ArticleView.address(of: article, fragment: "marks"))
  }
}
