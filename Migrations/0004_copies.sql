-- Copies: what several outlets print of one text, whole, cut, corrected, with another beginning.

-- A sample of an article's sequences of five words, by which its copies are found.
CREATE TABLE article_fingerprint (
  arrival INTEGER PRIMARY KEY,        -- that of its article
  hashes BLOB NOT NULL                -- 32 bits each, ascending, little-endian
);

-- Articles that are copies of an earlier one. An article without a row is an original.
CREATE TABLE article_copy (
  arrival INTEGER PRIMARY KEY,        -- that of the copy
  original INTEGER NOT NULL,          -- arrival of the earliest article of which it is a copy; that one
                                      -- is no copy itself
  containment REAL NOT NULL           -- share of the shorter text's sequences that both have
);
CREATE INDEX article_copy_original ON article_copy(original);

-- People read this view.
CREATE VIEW copy AS
  SELECT a.id AS article_id, o.id AS original_id, c.containment
  FROM article_copy c JOIN article_record a ON a.arrival = c.arrival
    JOIN article_record o ON o.arrival = c.original;

-- Copies have been looked for of all articles up to this arrival, and not since the text was changed of
-- those in the table below.
INSERT INTO archive (name, value) VALUES ('compared', 0);
CREATE TABLE article_uncompared (
  arrival INTEGER PRIMARY KEY
);
