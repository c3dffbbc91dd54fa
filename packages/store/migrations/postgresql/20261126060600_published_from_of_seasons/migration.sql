-- Written by hand: published_from is counted back from the last month of the period, because a season ends in another
-- month than a quarter (D9).
DROP INDEX "report_status_published_from_recommendation_count_idx";
ALTER TABLE "report" DROP COLUMN "published_from";
ALTER TABLE "report" ADD COLUMN "published_from" TEXT GENERATED ALWAYS AS (
  CASE WHEN (body::json ->> 'publishedOnPrecision') IN ('month', 'quarter', 'semester', 'year')
    THEN substr(CAST(10000 + (CAST(substr(published_on, 1, 4) AS INTEGER) * 12 + CAST(substr(published_on, 6, 2) AS INTEGER) - CASE (body::json ->> 'publishedOnPrecision')
            WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'semester' THEN 6 ELSE 12 END) / 12 AS TEXT), 2)
      || '-' || substr(CAST(101 + (CAST(substr(published_on, 1, 4) AS INTEGER) * 12 + CAST(substr(published_on, 6, 2) AS INTEGER) - CASE (body::json ->> 'publishedOnPrecision')
            WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'semester' THEN 6 ELSE 12 END) % 12 AS TEXT), 2) || '-01'
    ELSE published_on END) STORED;
CREATE INDEX "report_status_published_from_recommendation_count_idx" ON "report"("status", "published_from", "recommendation_count");
