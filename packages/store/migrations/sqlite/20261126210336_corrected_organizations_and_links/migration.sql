ALTER TABLE "organization" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "recommendation_link" ADD COLUMN "withdrawn_at" TEXT;
-- A link is taken back once; nothing else of it changes.
DROP TRIGGER "recommendation_link_no_update";
CREATE TRIGGER "recommendation_link_no_update" BEFORE UPDATE ON "recommendation_link"
WHEN NOT (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND OLD.id = NEW.id AND OLD.type = NEW.type AND OLD.from_id = NEW.from_id
  AND OLD.to_id IS NEW.to_id AND OLD.on_day = NEW.on_day AND OLD.recorded_at = NEW.recorded_at)
BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
