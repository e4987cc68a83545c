-- What people said belongs to the reporting, whatever rules and repeats say. An empty column stands for
-- all: a row with a source and a hash keeps one paragraph in all articles of the source.
CREATE TABLE boilerplate_kept (
  id INTEGER PRIMARY KEY,
  source_id INTEGER REFERENCES source(id),
  article_id INTEGER REFERENCES article_record(id),
  rule TEXT,                          -- as in article_boilerplate
  hash INTEGER,                       -- of the paragraph's words, as in repeated_paragraph
  text TEXT,                          -- the paragraph, for people
  made TEXT NOT NULL                  -- when
);
