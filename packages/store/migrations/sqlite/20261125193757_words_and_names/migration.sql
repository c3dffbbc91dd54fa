-- Written by hand: the words of a search and the keys of names are made by the program, the same for both databases (docs/decisions/0017).
ALTER TABLE "organization_name" ADD COLUMN "folded_key" TEXT NOT NULL DEFAULT '';
CREATE INDEX "organization_name_folded_key_idx" ON "organization_name"("folded_key");
ALTER TABLE "recommendation" ADD COLUMN "words" TEXT NOT NULL DEFAULT '';

-- What is compared of a staged row, in its plain form; and, where that is another one, as it was compared before.
ALTER TABLE staged_name ADD COLUMN folded_key TEXT NOT NULL DEFAULT '';
ALTER TABLE staged_name ADD COLUMN near INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staged_row ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE staged_row ADD COLUMN given_row_digest TEXT;
ALTER TABLE staged_row ADD COLUMN given_report_digest TEXT;
ALTER TABLE staged_row ADD COLUMN given_content_digest TEXT;

-- The program gives the words, one space between two: nothing but ASCII is looked at here.
DROP TRIGGER recommendation_worded;
DROP TRIGGER recommendation_reworded;
DROP TABLE recommendation_words;
CREATE VIRTUAL TABLE recommendation_words USING fts5(words, content = '', contentless_delete = 1, tokenize = "ascii");
INSERT INTO recommendation_words (rowid, words) SELECT number, '' FROM recommendation_number;
CREATE TRIGGER recommendation_worded AFTER INSERT ON recommendation BEGIN INSERT INTO recommendation_number (recommendation_id) VALUES (NEW.id); INSERT INTO recommendation_words (rowid, words) SELECT n.number, NEW.words FROM recommendation_number n WHERE n.recommendation_id = NEW.id; END;
CREATE TRIGGER recommendation_reworded AFTER UPDATE OF words ON recommendation WHEN NEW.words <> OLD.words BEGIN UPDATE recommendation_words SET words = NEW.words WHERE rowid = (SELECT number FROM recommendation_number WHERE recommendation_id = NEW.id); END;
