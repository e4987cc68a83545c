-- The archive. Names are an interface: other tools read them (Docs/data-dictionary.md).
-- Offsets and lengths are Unicode code points, as SQLite's substr() counts them.

-- Facts about the archive itself: its id, when it was made, which version of the quote extractor all
-- its quotes have at least, how far a re-extraction has come.
CREATE TABLE archive (
  name TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- One call of the import command; a run that was interrupted is continued under its own number.
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  version TEXT NOT NULL,
  arguments TEXT NOT NULL,           -- JSON: paths and options
  signature TEXT NOT NULL,           -- of paths, sizes and options: what a continued run is known by
  read INTEGER NOT NULL DEFAULT 0,   -- read = added + duplicates + updated + rejected
  added INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  import_run_id INTEGER NOT NULL REFERENCES import_run(id),
  path TEXT NOT NULL,
  format TEXT,
  records INTEGER NOT NULL DEFAULT 0, -- how many of its records are safely in the archive
  finished INTEGER NOT NULL DEFAULT 0,
  problem TEXT,                       -- why it could not be read to its end
  UNIQUE (import_run_id, path)
);

-- Records that could not become articles, with the reason and their first bytes.
CREATE TABLE reject (
  id INTEGER PRIMARY KEY,
  import_file_id INTEGER NOT NULL REFERENCES import_file(id),
  record INTEGER NOT NULL,
  line INTEGER,
  reason TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  identity INTEGER NOT NULL UNIQUE    -- of file, place and content: the same reject is kept once
);

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- Articles without their text. People read the view `article`.
--
-- Articles, bodies, blocks and quotes stand in the order in which they came: pages are filled one after
-- the other, whatever the articles' dates are. Of the id, which goes by the date, there is an index.
CREATE TABLE article_record (
  arrival INTEGER PRIMARY KEY,        -- 1 for the first article, and so on
  id INTEGER NOT NULL UNIQUE,         -- julian day << 20 | number within the day
  source_id INTEGER REFERENCES source(id),
  section_id INTEGER REFERENCES section(id),
  date TEXT,                          -- ISO 8601, as precise as the input was
  date_origin TEXT,                   -- field, url, dateline, page, file name
  headline TEXT,
  author TEXT,
  url TEXT,
  language TEXT,                      -- BCP 47, lower case
  words INTEGER NOT NULL,             -- of the body
  import_file_id INTEGER NOT NULL REFERENCES import_file(id),
  record INTEGER NOT NULL,            -- its number in the file, from 1
  line INTEGER,
  identity INTEGER NOT NULL,          -- 64 bits of a hash of source, date, url, headline and text
  sha256 BLOB NOT NULL,               -- of the text as imported, boilerplate included
  metadata TEXT,                      -- JSON object: the record's fields that have no column
  remarks TEXT,                       -- JSON array: what was odd about the record
  layout TEXT,                        -- how body and boilerplate make the imported text again
  index_headline TEXT                 -- what the full-text index sees, where that is not the headline
);
CREATE INDEX article_identity ON article_record(identity);

CREATE TABLE article_body (
  arrival INTEGER PRIMARY KEY,        -- that of its article
  body TEXT NOT NULL,                 -- the reporting: paragraphs, a blank line between them
  index_body TEXT                     -- what the full-text index sees, where that is not the body:
);                                    -- scripts without spaces, one character a word

CREATE VIEW article AS
  SELECT a.id, s.name AS source, a.date, a.headline, a.author, a.url, c.name AS section, a.language,
    a.words, b.body, a.date_origin, a.source_id, a.section_id, a.import_file_id, a.record, a.line,
    a.sha256, a.metadata, a.remarks, a.layout, a.identity, a.arrival
  FROM article_record a LEFT JOIN article_body b ON b.arrival = a.arrival
    LEFT JOIN source s ON s.id = a.source_id LEFT JOIN section c ON c.id = a.section_id;

-- What ranking, facets and filters ask of every hit, packed: the articles of one day (or of one
-- month or year, where the date says no more), in the order of their ids.
CREATE TABLE article_block (
  id INTEGER PRIMARY KEY,             -- article id >> 18
  articles INTEGER NOT NULL,
  arrivals BLOB NOT NULL,             -- 32 bits each, 0 for none; little-endian as all
  lengths BLOB NOT NULL,              -- tokens of body and headline, 16 bits each, 65535 for more
  sources BLOB NOT NULL,              -- source_id, 32 bits each, 0 for none
  sections BLOB NOT NULL              -- section_id, 32 bits each
);

-- Each block of boilerplate once for its source, and where it stood.
CREATE TABLE boilerplate (
  id INTEGER PRIMARY KEY,
  source_id INTEGER REFERENCES source(id),
  kind TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,    -- in how many places
  identity INTEGER NOT NULL,          -- 64 bits of a hash of source, kind and text
  text TEXT NOT NULL,
  index_text TEXT
);
CREATE INDEX boilerplate_identity ON boilerplate(identity);

CREATE TABLE article_boilerplate (
  arrival INTEGER NOT NULL REFERENCES article_record(arrival),
  place INTEGER NOT NULL,             -- first, second… block of the article
  boilerplate_id INTEGER NOT NULL REFERENCES boilerplate(id),
  start INTEGER NOT NULL,             -- where in the body it stood
  rule TEXT NOT NULL,                 -- what set it apart
  PRIMARY KEY (arrival, place)
) WITHOUT ROWID;
CREATE INDEX article_boilerplate_block ON article_boilerplate(boilerplate_id);

-- Paragraphs that were seen again in their source: how boilerplate is learnt from the archive.
CREATE TABLE repeated_paragraph (
  source_id INTEGER NOT NULL REFERENCES source(id),
  hash INTEGER NOT NULL,
  clusters INTEGER NOT NULL,          -- in how many clusters of near-copies
  PRIMARY KEY (source_id, hash)
) WITHOUT ROWID;

-- The paragraphs that were seen once in their source, in the learner's own form.
CREATE TABLE paragraph_seen_once (
  piece INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
);

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT                           -- person, group, organisation, document
);

-- Corrections by people: speakers that are the same as another one. Quotes keep the speaker whom
-- their article gives, and readers look here who that is: so a correction holds for what is imported
-- later and for quotes that are found anew, and can be taken back.
CREATE TABLE speaker_alias (
  speaker_id INTEGER PRIMARY KEY REFERENCES speaker(id),
  stands_for INTEGER NOT NULL REFERENCES speaker(id) -- which is never an alias itself
);
CREATE INDEX speaker_alias_stands_for ON speaker_alias(stands_for);

-- How words are reported: what many quotes share.
CREATE TABLE quote_manner (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                 -- direct, mixed, indirect, scare
  cue TEXT,                           -- the reporting word
  rule TEXT NOT NULL,                 -- what found it
  confidence REAL NOT NULL
);
CREATE UNIQUE INDEX quote_manner_all ON quote_manner(kind, rule, confidence, coalesce(cue, ''));

-- Where quotes stand. People read the view `quote`.
CREATE TABLE quote_record (
  id INTEGER PRIMARY KEY,             -- arrival of the article << 12 | number within it
  manner_id INTEGER NOT NULL REFERENCES quote_manner(id),
  start INTEGER NOT NULL,             -- in the body
  length INTEGER NOT NULL,
  token INTEGER NOT NULL,             -- its first token, as the full-text index counts those of
  tokens INTEGER NOT NULL,            -- the body, and how many it has
  speaker_id INTEGER REFERENCES speaker(id), -- as resolved within the article, uncorrected
  speaker_start INTEGER,              -- as written
  speaker_length INTEGER
);

-- Who is quoted where: every speaker of a quote, the first and the further ones. A table and not an
-- index of quote_record, so that an import fills it in its own order.
CREATE TABLE speaker_quote (
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  quote_id INTEGER NOT NULL,          -- in quote_record; as a reference it would be looked for without
  PRIMARY KEY (speaker_id, quote_id)  -- an index whenever a quote is written or removed
) WITHOUT ROWID;

CREATE VIEW quote AS
  SELECT q.id, a.id AS article_id, m.kind, q.start, q.length,
    substr(b.body, q.start + 1, q.length) AS text, s.id AS speaker_id, s.name AS speaker,
    substr(b.body, q.speaker_start + 1, q.speaker_length) AS speaker_text, q.speaker_start,
    m.cue, m.rule, m.confidence
  FROM quote_record q JOIN quote_manner m ON m.id = q.manner_id
    JOIN article_record a ON a.arrival = q.id >> 12
    JOIN article_body b ON b.arrival = a.arrival
    LEFT JOIN speaker_alias l ON l.speaker_id = q.speaker_id
    LEFT JOIN speaker s ON s.id = coalesce(l.stands_for, q.speaker_id);

-- The further speakers of a quote that has several.
CREATE TABLE quote_co_speaker (
  quote_id INTEGER NOT NULL REFERENCES quote_record(id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,             -- 2, 3…
  speaker_id INTEGER REFERENCES speaker(id),
  speaker_text TEXT NOT NULL,
  speaker_start INTEGER NOT NULL,
  PRIMARY KEY (quote_id, place)
) WITHOUT ROWID;

-- Full text. The tables hold the index alone; their text is read through these views. The body is
-- the first column: positions in later ones cost two bytes more for each word of each article.
-- Quotes have no index of their own: their words are found where they stand in the body.
CREATE VIEW article_text AS
  SELECT a.id, coalesce(b.index_body, b.body) AS body,
    coalesce(a.index_headline, a.headline) AS headline
  FROM article_record a JOIN article_body b ON b.arrival = a.arrival;
CREATE VIEW boilerplate_text AS SELECT id, coalesce(index_text, text) AS text FROM boilerplate;

CREATE VIRTUAL TABLE article_fts USING fts5(
  body, headline,
  content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE boilerplate_fts USING fts5(
  text,
  content = 'boilerplate_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- Articles that a segment of article_fts has anew: what older segments have of them is void.
CREATE TABLE index_revision (
  segment INTEGER PRIMARY KEY,
  articles BLOB NOT NULL              -- ids, 64 bits each
);

-- The articles of a segment of article_fts in which a common word counts for most.
CREATE TABLE word_best (
  segment INTEGER NOT NULL,
  word BLOB NOT NULL,                 -- folded, UTF-8
  record BLOB NOT NULL,
  PRIMARY KEY (segment, word)
) WITHOUT ROWID;
