-- Where the quotes of an article stand, packed: what queries ask of all quotes of many articles, which
-- would be ten rows of quote_record for one of these.
CREATE TABLE quote_places (
  arrival INTEGER PRIMARY KEY,        -- that of the article; one without quotes has no row
  places BLOB NOT NULL                -- of each quote its first token, tokens and manner
);
