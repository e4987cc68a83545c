-- The archive. Names are an interface: other tools read them (Docs/data-dictionary.md).
-- Offsets and lengths are Unicode code points, as SQLite's substr() counts them.

-- Facts about the archive itself: its id, when and by which version it was made.
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

CREATE TABLE article (
  id INTEGER PRIMARY KEY,             -- julian day << 20 | number within the day
  source_id INTEGER REFERENCES source(id),
  date TEXT,                          -- ISO 8601, as precise as the input was
  date_origin TEXT,                   -- field, url, dateline, page, file name
  headline TEXT,
  author TEXT,
  url TEXT,
  section TEXT,
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
  body TEXT NOT NULL,                 -- the reporting: paragraphs, a blank line between them
  index_body TEXT,                    -- what the full-text index sees, where that is not the body:
  index_headline TEXT                 -- scripts without spaces, one character a word
);
CREATE INDEX article_identity ON article(identity);
CREATE INDEX article_source ON article(source_id);

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
  article_id INTEGER NOT NULL REFERENCES article(id),
  place INTEGER NOT NULL,             -- first, second… block of the article
  boilerplate_id INTEGER NOT NULL REFERENCES boilerplate(id),
  start INTEGER NOT NULL,             -- where in the body it stood
  rule TEXT NOT NULL,                 -- what set it apart
  PRIMARY KEY (article_id, place)
) WITHOUT ROWID;
CREATE INDEX article_boilerplate_block ON article_boilerplate(boilerplate_id);

-- Paragraphs that were seen again in their source: how boilerplate is learnt from the archive.
CREATE TABLE repeated_paragraph (
  source_id INTEGER NOT NULL REFERENCES source(id),
  hash INTEGER NOT NULL,
  clusters INTEGER NOT NULL,          -- in how many clusters of near-copies
  PRIMARY KEY (source_id, hash)
) WITHOUT ROWID;

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT                           -- person, group, organisation, document
);

CREATE TABLE quote (
  id INTEGER PRIMARY KEY,             -- article id << 12 | number within the article
  kind TEXT NOT NULL,                 -- direct, mixed, indirect, scare
  start INTEGER NOT NULL,             -- in the body
  length INTEGER NOT NULL,
  speaker_id INTEGER REFERENCES speaker(id), -- as resolved within the article
  speaker_text TEXT,                  -- as written
  speaker_start INTEGER,
  cue TEXT,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  text TEXT NOT NULL,
  index_text TEXT
);
CREATE INDEX quote_speaker ON quote(speaker_id) WHERE speaker_id IS NOT NULL;

-- The further speakers of a quote that has several.
CREATE TABLE quote_co_speaker (
  quote_id INTEGER NOT NULL REFERENCES quote(id),
  place INTEGER NOT NULL,             -- 2, 3…
  speaker_id INTEGER REFERENCES speaker(id),
  speaker_text TEXT NOT NULL,
  speaker_start INTEGER NOT NULL,
  PRIMARY KEY (quote_id, place)
) WITHOUT ROWID;
CREATE INDEX quote_co_speaker_speaker ON quote_co_speaker(speaker_id);

-- Full text. The tables hold the index alone; their text is read through these views. The body is
-- the first column: positions in later ones cost two bytes more for each word of each article.
CREATE VIEW article_text AS
  SELECT id, coalesce(index_body, body) AS body, coalesce(index_headline, headline) AS headline
  FROM article;
CREATE VIEW quote_text AS SELECT id, coalesce(index_text, text) AS text FROM quote;
CREATE VIEW boilerplate_text AS SELECT id, coalesce(index_text, text) AS text FROM boilerplate;

CREATE VIRTUAL TABLE article_fts USING fts5(
  body, headline,
  content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_fts USING fts5(
  text,
  content = 'quote_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE boilerplate_fts USING fts5(
  text,
  content = 'boilerplate_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
