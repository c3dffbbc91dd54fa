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
  theme TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  due TEXT COLLATE "C",
  original_due TEXT COLLATE "C",
  owed_from TEXT COLLATE "C" NOT NULL,
  late_from TEXT COLLATE "C" NOT NULL,
  late_from_original TEXT COLLATE "C" NOT NULL,
  addressee_id TEXT COLLATE "C" NOT NULL,
  responsible_id TEXT COLLATE "C" NOT NULL,
  report_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (theme, id)
);
INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id)
  SELECT t.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id
  FROM owed o JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
  WHERE o.owed_until = '9999-12-31';
CREATE INDEX theme_owed_idx ON theme_owed (theme, kind, due, id, late_from, owed_from, addressee_id, responsible_id, report_id);
CREATE INDEX theme_owed_original_idx ON theme_owed (theme, kind, original_due, id, late_from_original, owed_from, addressee_id, responsible_id, report_id);
CREATE INDEX theme_owed_id_idx ON theme_owed (id);

-- Their plans are kept from when the tables were empty, and must be right when they are full.
CREATE FUNCTION heed_theme_owed() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id)
    SELECT t.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id
    FROM come o JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
    WHERE o.owed_until = '9999-12-31';
  RETURN NULL;
END $$;
CREATE FUNCTION heed_untheme_owed() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM theme_owed WHERE id IN (SELECT id FROM gone WHERE owed_until = '9999-12-31');
  RETURN NULL;
END $$;
CREATE FUNCTION heed_theme_owed_again() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM theme_owed WHERE id IN (SELECT id FROM gone WHERE owed_until = '9999-12-31');
  INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id)
    SELECT t.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id
    FROM come o JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
    WHERE o.owed_until = '9999-12-31';
  RETURN NULL;
END $$;
CREATE TRIGGER owed_themed AFTER INSERT ON owed REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION heed_theme_owed();
CREATE TRIGGER owed_unthemed AFTER DELETE ON owed REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION heed_untheme_owed();
CREATE TRIGGER owed_themed_again AFTER UPDATE ON owed REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION heed_theme_owed_again();

CREATE FUNCTION heed_owe_themes() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM theme_owed t USING gone g JOIN follow_up f ON f.recommendation_id = g.recommendation_id
      JOIN owed o ON o.follow_up_id = f.id WHERE t.theme = g.theme AND t.id = o.id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO theme_owed (theme, id, kind, due, original_due, owed_from, late_from, late_from_original, addressee_id, responsible_id, report_id)
      SELECT c.theme, o.id, o.kind, o.due, o.original_due, o.owed_from, o.late_from, o.late_from_original, o.addressee_id, o.responsible_id, o.report_id
      FROM come c JOIN follow_up f ON f.recommendation_id = c.recommendation_id JOIN owed o ON o.follow_up_id = f.id
      WHERE o.owed_until = '9999-12-31';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER theme_owed_too AFTER INSERT ON recommendation_theme REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION heed_owe_themes();
CREATE TRIGGER theme_owed_instead AFTER UPDATE ON recommendation_theme REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION heed_owe_themes();
CREATE TRIGGER theme_owed_no_more AFTER DELETE ON recommendation_theme REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION heed_owe_themes();
