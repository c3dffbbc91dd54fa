-- DropIndex
DROP INDEX "report_status_published_on_recommendation_count_idx";

-- By hand: the first day on which a report may have been published, by the precision of its day.
ALTER TABLE "report" ADD COLUMN "published_from" TEXT GENERATED ALWAYS AS (CASE (body::json ->> 'publishedOnPrecision')
  WHEN 'month' THEN substr(published_on, 1, 8) || '01'
  WHEN 'quarter' THEN substr(published_on, 1, 5)
    || CASE substr(published_on, 6, 2) WHEN '03' THEN '01' WHEN '06' THEN '04' WHEN '09' THEN '07' ELSE '10' END || '-01'
  WHEN 'semester' THEN substr(published_on, 1, 5) || CASE substr(published_on, 6, 2) WHEN '06' THEN '01' ELSE '07' END || '-01'
  WHEN 'year' THEN substr(published_on, 1, 5) || '01-01'
  ELSE published_on END) STORED;

-- AlterTable
ALTER TABLE "owed" ADD COLUMN     "due_precision" TEXT,
ADD COLUMN     "original_due_precision" TEXT;

-- CreateIndex
CREATE INDEX "report_status_published_from_recommendation_count_idx" ON "report"("status", "published_from", "recommendation_count");
