ALTER TABLE "register_record" ADD COLUMN "body_digest" TEXT NOT NULL DEFAULT '';
ALTER TABLE "register_record" ADD COLUMN "salt" TEXT NOT NULL DEFAULT '';

-- Written by hand: nothing of a record changes, but that its body is erased with the salt of its digest (docs/decisions/0079).
DROP TRIGGER "register_record_no_update";
CREATE TRIGGER "register_record_no_update" BEFORE UPDATE ON "register_record"
WHEN NOT (NEW.body = '' AND NEW.salt = '' AND OLD.body_digest <> '' AND NEW.body_digest = OLD.body_digest
  AND NEW.kind = OLD.kind AND NEW.thing_id = OLD.thing_id AND NEW.sequence = OLD.sequence AND NEW.at = OLD.at
  AND NEW.actor = OLD.actor AND NEW.system_user = OLD.system_user AND NEW.action = OLD.action AND NEW.act_id = OLD.act_id
  AND NEW.checkpoint = OLD.checkpoint AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'register_record is append-only'); END;
