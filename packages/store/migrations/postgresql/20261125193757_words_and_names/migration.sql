-- Written by hand: the words of a search and the keys of names are made by the program, the same for both databases (docs/decisions/0017).
ALTER TABLE "organization_name" ADD COLUMN "folded_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX "organization_name_folded_key_idx" ON "organization_name"("folded_key");
ALTER TABLE "recommendation" ADD COLUMN "words" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- What is compared of a staged row, in its plain form; and, where that is another one, as it was compared before.
ALTER TABLE staged_name ADD COLUMN folded_key TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE staged_name ADD COLUMN near INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staged_row ADD COLUMN words TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE staged_row ADD COLUMN given_row_digest TEXT COLLATE "C";
ALTER TABLE staged_row ADD COLUMN given_report_digest TEXT COLLATE "C";
ALTER TABLE staged_row ADD COLUMN given_content_digest TEXT COLLATE "C";

-- The program gives the words, one space between two.
DROP INDEX recommendation_words_idx;
DROP FUNCTION heed_words(text, text);
CREATE FUNCTION heed_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(string_to_array(words, ' '), ''))
$$;
CREATE INDEX recommendation_words_idx ON recommendation USING gin (heed_words(words));
