ALTER TABLE "organization" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "recommendation_link" ADD COLUMN     "withdrawn_at" TEXT COLLATE "C";
-- A link is taken back once; nothing else of it changes.
CREATE FUNCTION refuse_change_of_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND OLD.to_id IS NOT DISTINCT FROM NEW.to_id
      AND (OLD.id, OLD.type, OLD.from_id, OLD.on_day, OLD.recorded_at) = (NEW.id, NEW.type, NEW.from_id, NEW.on_day, NEW.recorded_at) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER recommendation_link_append_only ON "recommendation_link";
CREATE TRIGGER recommendation_link_append_only BEFORE UPDATE OR DELETE ON "recommendation_link" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_link();
