-- AlterTable
ALTER TABLE "standing" ADD COLUMN "days_overdue_when_withdrawn" INTEGER;
ALTER TABLE "standing" ADD COLUMN "first_asked" TEXT;
ALTER TABLE "standing" ADD COLUMN "first_asked_precision" TEXT;

-- Written by hand: what was withdrawn, and what is open, on a day is what lasts beyond it, for most days without end.
CREATE INDEX "standing_acceptance_withdrawn_until_idx" ON "standing" ("until_on", "acceptance_withdrawn_on", "follow_up_id", "from_on") WHERE "acceptance_withdrawn_on" IS NOT NULL;
CREATE INDEX "standing_first_asked_until_idx" ON "standing" ("until_on", "first_asked", "follow_up_id", "from_on") WHERE "lifecycle" <> 'closed' AND "role" <> 'forInformation' AND "first_asked" IS NOT NULL;

-- AlterTable, by hand: the table keeps its indexes
ALTER TABLE "reporting_cycle" ADD COLUMN "selections" TEXT NOT NULL DEFAULT '[]';

-- Written by hand: what the rounds selected and nobody has assessed is what is owed beyond a day, for most days without end.
CREATE INDEX "owed_selected_until_idx" ON "owed" ("owed_until", "follow_up_id", "owed_from") WHERE "kind" = 'verification' AND "missed_years" <> '[]';
