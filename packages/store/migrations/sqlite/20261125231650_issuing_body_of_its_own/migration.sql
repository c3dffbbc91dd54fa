-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN "own_issuing_body_id" TEXT;

-- By hand: until here another body than the report's was the recommendation's own. Former versions lie in a table of no model.
UPDATE "recommendation" SET "own_issuing_body_id" = "issuing_body_id"
WHERE "issuing_body_id" <> (SELECT p."issuing_body_id" FROM "report" p WHERE p."id" = "recommendation"."report_id");
ALTER TABLE recommendation_version ADD COLUMN own_issuing_body_id TEXT;
DROP TRIGGER "recommendation_version_no_update";
UPDATE recommendation_version SET own_issuing_body_id = issuing_body_id
WHERE issuing_body_id <> (SELECT p.issuing_body_id FROM recommendation r JOIN report p ON p.id = r.report_id
  WHERE r.id = recommendation_version.recommendation_id);
CREATE TRIGGER "recommendation_version_no_update" BEFORE UPDATE ON "recommendation_version" BEGIN SELECT RAISE(ABORT, 'recommendation_version is append-only'); END;
