-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN "own_issuing_body_id" TEXT COLLATE "C";

-- By hand: until here another body than the report's was the recommendation's own. Former versions lie in a table of no model.
UPDATE "recommendation" SET "own_issuing_body_id" = "issuing_body_id"
WHERE "issuing_body_id" <> (SELECT p."issuing_body_id" FROM "report" p WHERE p."id" = "recommendation"."report_id");
ALTER TABLE recommendation_version ADD COLUMN own_issuing_body_id TEXT COLLATE "C";
DROP TRIGGER recommendation_version_append_only ON recommendation_version;
UPDATE recommendation_version SET own_issuing_body_id = issuing_body_id
WHERE issuing_body_id <> (SELECT p.issuing_body_id FROM recommendation r JOIN report p ON p.id = r.report_id
  WHERE r.id = recommendation_version.recommendation_id);
CREATE TRIGGER recommendation_version_append_only BEFORE UPDATE OR DELETE ON recommendation_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
