-- DropIndex
DROP INDEX "owed_addressee_id_late_until_late_from_idx";

-- DropIndex
DROP INDEX "owed_owed_by_id_late_until_late_from_idx";

-- CreateIndex
CREATE INDEX "owed_addressee_id_owed_until_late_from_idx" ON "owed"("addressee_id", "owed_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_owed_by_id_owed_until_late_from_idx" ON "owed"("owed_by_id", "owed_until", "late_from");

-- Written by hand: what nobody can tell to be still owed is never overdue; it is listed with all that is owed, by its due date.
CREATE INDEX "owed_undetermined_idx" ON "owed" ("due", "id", "owed_from", "owed_until", "kind") WHERE "undetermined" = 1;
