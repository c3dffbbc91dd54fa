-- What a follow-up owes on a day is looked up by its end too: most of what it ever owed has ended before.
-- DropIndex
DROP INDEX "owed_follow_up_id_idx";

-- CreateIndex
CREATE INDEX "owed_follow_up_id_owed_until_idx" ON "owed"("follow_up_id", "owed_until");
