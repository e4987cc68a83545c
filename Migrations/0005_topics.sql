-- What people make of the articles: topics, tags, notes, saved queries.

-- A topic is a query with a name. It is asked anew whenever it is used.
CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  query TEXT NOT NULL,
  description TEXT,
  made TEXT NOT NULL                  -- when, ISO 8601 in UTC, as all times here
);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
);

-- Which articles have which tags.
CREATE TABLE article_tag (
  tag_id INTEGER NOT NULL REFERENCES tag(id),
  arrival INTEGER NOT NULL REFERENCES article_record(arrival),
  holds INTEGER NOT NULL,             -- 0: somebody said that the tag does not fit
  score REAL,                         -- of the classifier that gave the tag; NULL for people
  made TEXT NOT NULL,
  PRIMARY KEY (tag_id, arrival)
) WITHOUT ROWID;
CREATE INDEX article_tag_article ON article_tag(arrival);

-- A classifier that was learnt from the articles with a tag.
CREATE TABLE tag_model (
  tag_id INTEGER PRIMARY KEY REFERENCES tag(id),
  made TEXT NOT NULL,
  record BLOB NOT NULL
);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  arrival INTEGER NOT NULL REFERENCES article_record(arrival),
  text TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX note_article ON note(arrival);

CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  query TEXT NOT NULL,
  description TEXT,
  made TEXT NOT NULL,
  run TEXT,                           -- when it was run last
  arrival INTEGER                     -- of the last article that was there then
);
