-- The order and the total of lists, and the words of recommendations (docs/decisions/0006).
DROP INDEX "report_reporting_year_id_idx";
-- The years of what is late take its place.
DROP INDEX "owed_late_until_late_from_idx";

ALTER TABLE "report" ADD COLUMN "recommendation_count" INTEGER NOT NULL DEFAULT 0;
UPDATE report SET recommendation_count = (SELECT count(*) FROM recommendation r WHERE r.report_id = report.id);
CREATE INDEX "report_status_published_on_recommendation_count_idx" ON "report"("status", "published_on", "recommendation_count");
-- Unique, so that SQLite sees that the order of the list goes on within a report.
CREATE UNIQUE INDEX "report_reporting_year_id_key" ON "report"("reporting_year" DESC, "id");

-- Written by hand: triggers keep the counts and the words, whatever writes. Prisma does not know them.
CREATE TRIGGER recommendation_counted AFTER INSERT ON recommendation BEGIN UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id; END;
CREATE TRIGGER recommendation_uncounted AFTER DELETE ON recommendation BEGIN UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id; END;
CREATE TRIGGER recommendation_recounted AFTER UPDATE OF report_id ON recommendation WHEN NEW.report_id <> OLD.report_id BEGIN UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id; UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id; END;

-- The words of reference, title and text in every language, without accents. They are kept by a number of their own, as a row's
-- number may change when a file is compacted.
CREATE TABLE recommendation_number (
  number INTEGER NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE recommendation_words USING fts5(words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO recommendation_number (recommendation_id) SELECT id FROM recommendation;
INSERT INTO recommendation_words (rowid, words)
  SELECT n.number, r.reference || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(r.body, '$.title')), '') || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(r.body, '$.text')), '')
  FROM recommendation_number n JOIN recommendation r ON r.id = n.recommendation_id;
CREATE TRIGGER recommendation_worded AFTER INSERT ON recommendation BEGIN INSERT INTO recommendation_number (recommendation_id) VALUES (NEW.id); INSERT INTO recommendation_words (rowid, words) SELECT n.number, NEW.reference || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.title')), '') || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.text')), '') FROM recommendation_number n WHERE n.recommendation_id = NEW.id; END;
CREATE TRIGGER recommendation_reworded AFTER UPDATE OF body, reference ON recommendation WHEN NEW.body <> OLD.body OR NEW.reference <> OLD.reference BEGIN UPDATE recommendation_words SET words = NEW.reference || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.title')), '') || ' ' || COALESCE((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.text')), '') WHERE rowid = (SELECT number FROM recommendation_number WHERE recommendation_id = NEW.id); END;
CREATE TRIGGER recommendation_unworded AFTER DELETE ON recommendation BEGIN DELETE FROM recommendation_words WHERE rowid = (SELECT number FROM recommendation_number WHERE recommendation_id = OLD.id); DELETE FROM recommendation_number WHERE recommendation_id = OLD.id; END;
