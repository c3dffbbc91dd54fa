ALTER TABLE "standing" ADD COLUMN "place" BIGINT NOT NULL DEFAULT 0;

-- Written by hand: the place of a recommendation in the order of lists, as one number: the newest reporting year first, then the
-- reports as they were recorded, then the position in the report (docs/decisions/0045).
-- place = ((9999 - reporting year) * 4194304 + number of the report) * 131072 + position: 53 bits, so a number of JavaScript holds it.
CREATE TABLE report_number (
  number INTEGER NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL UNIQUE
);
INSERT INTO report_number (report_id) SELECT id FROM report ORDER BY recorded_at, id;
CREATE TABLE recommendation_place (
  place INTEGER NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL UNIQUE
);
INSERT INTO recommendation_place (place, recommendation_id)
  SELECT ((9999 - p.reporting_year) * 4194304 + n.number) * 131072 + r.position AS place, r.id
  FROM recommendation r JOIN report p ON p.id = r.report_id JOIN report_number n ON n.report_id = p.id ORDER BY place;
-- The recommendations of a theme, in the same order.
CREATE TABLE theme_place (
  theme TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (theme, place)
) WITHOUT ROWID;
INSERT INTO theme_place (theme, place)
  SELECT t.theme, l.place FROM recommendation_theme t JOIN recommendation_place l ON l.recommendation_id = t.recommendation_id;
UPDATE standing SET place = (SELECT l.place FROM follow_up f JOIN recommendation_place l ON l.recommendation_id = f.recommendation_id
  WHERE f.id = standing.follow_up_id);

CREATE TRIGGER report_numbered AFTER INSERT ON report BEGIN INSERT INTO report_number (report_id) VALUES (NEW.id); END;
CREATE TRIGGER report_unnumbered AFTER DELETE ON report BEGIN DELETE FROM report_number WHERE report_id = OLD.id; END;
CREATE TRIGGER report_placed_again AFTER UPDATE OF reporting_year ON report WHEN NEW.reporting_year <> OLD.reporting_year BEGIN UPDATE recommendation_place SET place = place + (OLD.reporting_year - NEW.reporting_year) * 549755813888 WHERE recommendation_id IN (SELECT id FROM recommendation WHERE report_id = NEW.id); END;

-- A search reads the words by place, so that it finds them in the order of lists.
DROP TRIGGER recommendation_worded;
DROP TRIGGER recommendation_reworded;
DROP TRIGGER recommendation_unworded;
DROP TABLE recommendation_words;
DROP TABLE recommendation_number;
CREATE VIRTUAL TABLE recommendation_words USING fts5(words, content = '', contentless_delete = 1, tokenize = "ascii");
INSERT INTO recommendation_words (rowid, words)
  SELECT l.place, r.words FROM recommendation_place l JOIN recommendation r ON r.id = l.recommendation_id ORDER BY l.place;
CREATE TRIGGER recommendation_placed AFTER INSERT ON recommendation BEGIN SELECT RAISE(ABORT, 'a report has at most 131071 recommendations') WHERE NEW.position > 131071; INSERT INTO recommendation_place (place, recommendation_id) SELECT ((9999 - p.reporting_year) * 4194304 + n.number) * 131072 + NEW.position, NEW.id FROM report p JOIN report_number n ON n.report_id = p.id WHERE p.id = NEW.report_id; INSERT INTO recommendation_words (rowid, words) SELECT place, NEW.words FROM recommendation_place WHERE recommendation_id = NEW.id; END;
CREATE TRIGGER recommendation_reworded AFTER UPDATE OF words ON recommendation WHEN NEW.words <> OLD.words BEGIN UPDATE recommendation_words SET words = NEW.words WHERE rowid = (SELECT place FROM recommendation_place WHERE recommendation_id = NEW.id); END;
CREATE TRIGGER recommendation_moved AFTER UPDATE OF report_id, position ON recommendation WHEN NEW.report_id <> OLD.report_id OR NEW.position <> OLD.position BEGIN UPDATE recommendation_place SET place = (SELECT ((9999 - p.reporting_year) * 4194304 + n.number) * 131072 + NEW.position FROM report p JOIN report_number n ON n.report_id = p.id WHERE p.id = NEW.report_id) WHERE recommendation_id = NEW.id; END;
CREATE TRIGGER recommendation_unplaced AFTER DELETE ON recommendation BEGIN DELETE FROM recommendation_words WHERE rowid = (SELECT place FROM recommendation_place WHERE recommendation_id = OLD.id); DELETE FROM recommendation_place WHERE recommendation_id = OLD.id; END;
CREATE TRIGGER recommendation_placed_again AFTER UPDATE OF place ON recommendation_place BEGIN DELETE FROM recommendation_words WHERE rowid = OLD.place; INSERT INTO recommendation_words (rowid, words) SELECT NEW.place, words FROM recommendation WHERE id = NEW.recommendation_id; UPDATE theme_place SET place = NEW.place WHERE place = OLD.place AND theme IN (SELECT theme FROM recommendation_theme WHERE recommendation_id = NEW.recommendation_id); UPDATE standing SET place = NEW.place WHERE follow_up_id IN (SELECT id FROM follow_up WHERE recommendation_id = NEW.recommendation_id); END;
CREATE TRIGGER theme_placed AFTER INSERT ON recommendation_theme BEGIN INSERT INTO theme_place (theme, place) SELECT NEW.theme, place FROM recommendation_place WHERE recommendation_id = NEW.recommendation_id; END;
CREATE TRIGGER theme_replaced AFTER UPDATE ON recommendation_theme BEGIN DELETE FROM theme_place WHERE theme = OLD.theme AND place = (SELECT place FROM recommendation_place WHERE recommendation_id = OLD.recommendation_id); INSERT INTO theme_place (theme, place) SELECT NEW.theme, place FROM recommendation_place WHERE recommendation_id = NEW.recommendation_id; END;
CREATE TRIGGER theme_unplaced AFTER DELETE ON recommendation_theme BEGIN DELETE FROM theme_place WHERE theme = OLD.theme AND place = (SELECT place FROM recommendation_place WHERE recommendation_id = OLD.recommendation_id); END;

-- Written by hand: the periods of standing without end, which are most of what stands today, in the order of lists: for each
-- question of a list its own (docs/decisions/0045). Those that have ended are found by the day on which they ended.
CREATE INDEX standing_now_addressee_idx ON standing (addressee_id, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_position_idx ON standing (position, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_addressee_position_idx ON standing (addressee_id, position, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_reported_idx ON standing (reported, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_addressee_reported_idx ON standing (addressee_id, reported, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_assessed_idx ON standing (assessed, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_addressee_assessed_idx ON standing (addressee_id, assessed, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_lifecycle_idx ON standing (lifecycle, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_addressee_lifecycle_idx ON standing (addressee_id, lifecycle, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_divergent_idx ON standing (place, from_on) WHERE until_on = '9999-12-31' AND divergent = 1;
CREATE INDEX standing_now_unverified_idx ON standing (place, from_on) WHERE until_on = '9999-12-31' AND unverified = 1;
CREATE INDEX standing_ended_idx ON standing (until_on, from_on) WHERE until_on < '9999-12-31';
