-- The words of each segment of article_fts with their numbers of articles, packed: wildcards,
-- inflections, similar spellings and "did you mean" are looked up here.
CREATE TABLE vocabulary (
  id INTEGER PRIMARY KEY,             -- segment << 20 | piece
  words BLOB NOT NULL                 -- each word by what it does not share with the one before it
);
