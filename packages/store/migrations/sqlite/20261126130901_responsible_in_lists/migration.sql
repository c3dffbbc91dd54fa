-- DropIndex
DROP INDEX "owed_owed_by_id_owed_until_late_from_idx";

-- Written by hand, as SQLite need not make the tables anew. The rows are derived again, which writes those that others have taken over.
ALTER TABLE "owed" RENAME COLUMN "owed_by_id" TO "responsible_id";
ALTER TABLE "standing" ADD COLUMN "responsible_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "standing" ADD COLUMN "published_on" TEXT;
UPDATE "standing" SET "responsible_id" = "addressee_id", "published_on" = (SELECT p.published_on FROM follow_up f
  JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id WHERE f.id = standing.follow_up_id);

-- CreateIndex
CREATE INDEX "owed_responsible_id_owed_until_late_from_idx" ON "owed"("responsible_id", "owed_until", "late_from");

-- Written by hand: the periods of standing without end by the organization that is responsible, in the order of lists, as
-- those of its addressee are (docs/decisions/0046).
CREATE INDEX standing_now_responsible_idx ON standing (responsible_id, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_responsible_position_idx ON standing (responsible_id, position, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_responsible_reported_idx ON standing (responsible_id, reported, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_responsible_assessed_idx ON standing (responsible_id, assessed, place, from_on) WHERE until_on = '9999-12-31';
CREATE INDEX standing_now_responsible_lifecycle_idx ON standing (responsible_id, lifecycle, place, from_on) WHERE until_on = '9999-12-31';
-- While nobody has decided, each candidate is asked as well.
CREATE INDEX responsibility_candidate_idx ON responsibility (organization_id, until_on, from_on, side, follow_up_id) WHERE state = 'candidate';
