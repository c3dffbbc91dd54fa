-- Written by hand: what is owed without end, which is most of what is owed today, in the order of due dates: for each question
-- and kind its own range (docs/decisions/0046). What has ended is found by its end.
CREATE INDEX owed_now_kind_idx ON owed (kind, due, id, late_from, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_kind_original_idx ON owed (kind, original_due, id, late_from_original, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_addressee_idx ON owed (addressee_id, kind, due, id, late_from, owed_from, responsible_id) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_addressee_original_idx ON owed (addressee_id, kind, original_due, id, late_from_original, owed_from, responsible_id) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_responsible_idx ON owed (responsible_id, kind, due, id, late_from, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_responsible_original_idx ON owed (responsible_id, kind, original_due, id, late_from_original, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_report_idx ON owed (report_id, kind, due, id, late_from, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_now_report_original_idx ON owed (report_id, kind, original_due, id, late_from_original, owed_from) WHERE owed_until = '9999-12-31';
CREATE INDEX owed_ended_idx ON owed (owed_until, owed_from) WHERE owed_until < '9999-12-31';

-- What is owed without end by the themes of its recommendation: kept by triggers, whatever writes.
CREATE TABLE theme_owed (
  theme TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  due TEXT,
  original_due TEXT,
  owed_from TEXT NOT NULL,
  late_from TEXT NOT NULL,
  late_from_original TEXT NOT NULL,
  addressee_id TEXT NOT NULL,
  responsible_id TEXT NOT NULL,
  report_id TEXT NOT NULL,
  PRIMARY KEY (theme, id)
) WITHOUT ROWID;
INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id)
  SELECT t.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id
  FROM owed o JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
  WHERE o.owed_until = '9999-12-31';
CREATE INDEX theme_owed_idx ON theme_owed (theme, kind, due, id, late_from, owed_from, addressee_id, responsible_id, report_id);
CREATE INDEX theme_owed_original_idx ON theme_owed (theme, kind, original_due, id, late_from_original, owed_from, addressee_id, responsible_id, report_id);
CREATE INDEX theme_owed_id_idx ON theme_owed (id);
CREATE TRIGGER owed_themed AFTER INSERT ON owed WHEN NEW.owed_until = '9999-12-31' BEGIN INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id) SELECT t.theme, NEW.id, NEW.kind, NEW.due, NEW.original_due, NEW.owed_from, NEW.late_from, NEW.late_from_original, NEW.addressee_id, NEW.responsible_id, NEW.report_id FROM follow_up f JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id WHERE f.id = NEW.follow_up_id AND NEW.owed_until = '9999-12-31'; END;
CREATE TRIGGER owed_themed_again AFTER UPDATE ON owed WHEN NEW.owed_until = '9999-12-31' OR OLD.owed_until = '9999-12-31' BEGIN DELETE FROM theme_owed WHERE id = OLD.id; INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id) SELECT t.theme, NEW.id, NEW.kind, NEW.due, NEW.original_due, NEW.owed_from, NEW.late_from, NEW.late_from_original, NEW.addressee_id, NEW.responsible_id, NEW.report_id FROM follow_up f JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id WHERE f.id = NEW.follow_up_id AND NEW.owed_until = '9999-12-31'; END;
CREATE TRIGGER owed_unthemed AFTER DELETE ON owed WHEN OLD.owed_until = '9999-12-31' BEGIN DELETE FROM theme_owed WHERE id = OLD.id; END;
CREATE TRIGGER theme_owed_too AFTER INSERT ON recommendation_theme BEGIN INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id) SELECT NEW.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id FROM follow_up f JOIN owed o ON o.follow_up_id = f.id WHERE f.recommendation_id = NEW.recommendation_id AND o.owed_until = '9999-12-31'; END;
CREATE TRIGGER theme_owed_instead AFTER UPDATE ON recommendation_theme BEGIN DELETE FROM theme_owed WHERE theme = OLD.theme AND id IN (SELECT o.id FROM follow_up f JOIN owed o ON o.follow_up_id = f.id WHERE f.recommendation_id = OLD.recommendation_id AND o.owed_until = '9999-12-31'); INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id) SELECT NEW.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id FROM follow_up f JOIN owed o ON o.follow_up_id = f.id WHERE f.recommendation_id = NEW.recommendation_id AND o.owed_until = '9999-12-31'; END;
CREATE TRIGGER theme_owed_no_more AFTER DELETE ON recommendation_theme BEGIN DELETE FROM theme_owed WHERE theme = OLD.theme AND id IN (SELECT o.id FROM follow_up f JOIN owed o ON o.follow_up_id = f.id WHERE f.recommendation_id = OLD.recommendation_id AND o.owed_until = '9999-12-31'); END;
