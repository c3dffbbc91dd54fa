ALTER TABLE "register_record" ADD COLUMN     "body_digest" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "salt" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- Written by hand: nothing of a record changes, but that its body is erased with the salt of its digest (docs/decisions/0079).
CREATE FUNCTION heed_refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.body = '' AND NEW.salt = '' AND OLD.body_digest <> ''
      AND to_jsonb(NEW) - 'body' - 'salt' = to_jsonb(OLD) - 'body' - 'salt' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER register_record_append_only ON "register_record";
CREATE TRIGGER register_record_append_only BEFORE UPDATE OR DELETE ON "register_record"
  FOR EACH ROW EXECUTE FUNCTION heed_refuse_change_of_record();
