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
CREATE FUNCTION heed_count_recommendations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    UPDATE report SET recommendation_count = recommendation_count + added
    FROM (SELECT report_id, count(*) AS added FROM come GROUP BY report_id) AS each WHERE id = report_id;
  ELSE
    UPDATE report SET recommendation_count = recommendation_count - removed
    FROM (SELECT report_id, count(*) AS removed FROM gone GROUP BY report_id) AS each WHERE id = report_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION heed_recount_recommendations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id;
  UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id;
  RETURN NULL;
END $$;
CREATE TRIGGER recommendation_counted AFTER INSERT ON recommendation REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION heed_count_recommendations();
CREATE TRIGGER recommendation_uncounted AFTER DELETE ON recommendation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION heed_count_recommendations();
CREATE TRIGGER recommendation_recounted AFTER UPDATE OF report_id ON recommendation
  FOR EACH ROW WHEN (OLD.report_id <> NEW.report_id) EXECUTE FUNCTION heed_recount_recommendations();

-- The words of reference, title and text in every language, in small letters and without accents, whatever the server's locale.
-- Between them stands what is no letter and no digit.
CREATE FUNCTION heed_words(reference text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT DISTINCT left(word, 200) FROM regexp_split_to_table(
      lower(translate(regexp_replace(
        normalize(reference || ' ' || COALESCE((SELECT string_agg(value, ' ') FROM jsonb_each_text(body::jsonb -> 'title')), '')
          || ' ' || COALESCE((SELECT string_agg(value, ' ') FROM jsonb_each_text(body::jsonb -> 'text')), ''), NFD) COLLATE "C",
        '[\u0300-\u036f]', '', 'g'),
        'ÆŒØÐÞŁĦŊĐŦẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЉЊЋЏҐ',
        'æœøðþłħŋđŧßαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяєіљњћџґ') COLLATE "C"),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f]+') AS word
    WHERE word <> ''))
$$;
CREATE INDEX recommendation_words_idx ON recommendation USING gin (heed_words(reference, body));
