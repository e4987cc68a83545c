/// A field of an article that dumps call by many names.
public enum Field: String, Sendable, CaseIterable {
  case headline, text, date, source, url, author, section, language
}

/// What a dump's field is used for.
struct FieldUse: Equatable, Sendable {
  enum Role: Equatable, Sendable {
    case field(Field)
    /// A summary: it is the text where there is no other.
    case summary
  }

  var role: Role
  /// Of several fields with one role, the lowest rank is used; the user's own choice has -1.
  var rank: Int
}

/// The names that dumps give to their fields, the most telling first.
///
/// Names are compared without regard to case, `_`, `-` and spaces, so `publish_date`, `publishDate`
/// and `Publish Date` are one. They are those of the tools and databases in FIELDS.md of the
/// evaluation set: news-please, newspaper4k, trafilatura, CC-News, RealNews, Webz.io, Media Cloud,
/// NELA-GT, NewsAPI, Guardian, NYT, Event Registry, Signal-1M, HuffPost, Kaggle's tables.
enum FieldNames {
  static let byField: [(role: FieldUse.Role, names: [String])] = [
    (
      .field(.headline),
      [
        "headline", "headline_main", "headlines", "title", "article_headline", "article_title",
        "web_title",
        "fields.headline", "hed", "head", "heading", "title_page", "title_rss", "titel",
        "titre", "titulo", "titolo", "otsikko", "tytul", "web_headline",
        "заголовок", "标题", "標題", "題名", "見出し", "제목", "t",
      ]
    ),
    (
      .field(.text),
      [
        "text", "maintext", "main_text", "article_text", "body", "body_text", "body_main",
        "fields.body_text", "fields.body", "article_body", "full_text", "plain_text",
        "content_text", "content", "article_content", "news_content", "story", "story_text",
        "article", "raw_text", "text_cleaned", "body_html", "body_xhtml",
        "content_html", "bodies", "body_richtext", "content_encoded", "ft", "текст", "оригинал",
        "正文", "内容", "本文", "본문",
        "texto",
        "texte", "testo", "inhalt", "artikeltext", "teksti", "tekst",
      ]
    ),
    (
      .field(.date),
      [
        "published", "published_at", "publication_date", "publish_date", "published_date",
        "date_published", "date_publish", "pub_date", "pub_time", "publish_time",
        "web_publication_date", "first_publication_date", "date_time_pub", "date_time", "date",
        "article_date", "published_utc", "seen_date", "posted", "posted_at", "timestamp", "time",
        "datetime_published", "created", "created_at", "version_created", "indexed_date", "datum",
        "fecha", "data", "paivamaara", "дата", "日期", "发布日期", "発行日", "掲載日", "날짜",
        "fields.first_publication_date", "d",
      ]
    ),
    (
      .field(.source),
      [
        "source_name", "outlet", "publisher", "publication", "publication_name", "newspaper",
        "media_name", "media_outlet", "source", "news_source", "source_title", "source_hostname",
        "site_name", "meta_site_name", "sitename", "source_domain", "medium", "thread.site_full",
        "fields.publication", "site", "hostname", "domain", "website", "quelle", "fuente", "fonte",
        "источник", "издание", "来源", "來源", "媒体",
        "紙名",
      ]
    ),
    (
      .field(.url),
      [
        "url", "web_url", "article_url", "canonical_url", "canonical_link", "resolved_link", "link",
        "article_link", "page_url", "uri", "permalink", "main_entity_of_page", "source_url",
      ]
    ),
    (
      .field(.author),
      [
        "author", "authors", "byline", "fields.byline", "author_name", "author_names", "creator",
        "writer", "writers", "reporter", "by", "autor", "auteur", "autore", "автор", "作者", "記者名",
        "저자",
      ]
    ),
    (
      .field(.section),
      [
        "section", "section_name", "article_section", "category", "categories", "news_desk", "desk",
        "thread.section_title", "rubric", "ressort", "rubrik", "pillar_name", "topic", "рубрика",
        "раздел", "版面", "面名",
      ]
    ),
    (
      .field(.language),
      [
        "language", "lang", "language_code", "lang_code", "locale", "in_language", "meta_lang",
        "lg", "sprache",
        "idioma", "langue",
      ]
    ),
    (
      .summary,
      [
        "description", "summary", "abstract", "description_text", "lead", "lead_paragraph",
        "snippet", "excerpt",
        "short_description", "standfirst", "subtitle", "trail_text", "fields.trail_text", "анонс",
        "摘要", "要約",
        "tiivistelma",
      ]
    ),
  ]

  /// A name without what names are compared without.
  static func normalised(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
  }

  /// The use of each normalised name.
  static let uses: [String: FieldUse] = {
    var uses: [String: FieldUse] = [:]
    for (role, names) in byField {
      for (rank, name) in names.enumerated() {
        uses[normalised(name)] = FieldUse(role: role, rank: rank)
      }
    }
    return uses
  }()
}
