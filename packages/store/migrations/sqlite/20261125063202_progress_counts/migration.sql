-- Written by hand: how far follow-ups are on any day, counted by reporting year and printed addressee (docs/decisions/0012).
-- Prisma does not know the two tables. All of it is derived from standing, and can be rebuilt.

-- Where a stretch of standing is counted.
ALTER TABLE "standing" ADD COLUMN "reporting_year" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "standing" ADD COLUMN "addressee_id" TEXT NOT NULL DEFAULT '';
UPDATE standing SET reporting_year = p.reporting_year, addressee_id = f.addressee_id
  FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
  WHERE f.id = standing.follow_up_id;

-- How many follow-ups stand at each assessed level: differences by year, month and day; the sum of all up to a day is the count
-- on it.
CREATE TABLE progress_count (
  period TEXT NOT NULL,
  starts TEXT NOT NULL,
  reporting_year INTEGER NOT NULL,
  addressee_id TEXT NOT NULL,
  contrary_action INTEGER NOT NULL,
  no_evidence INTEGER NOT NULL,
  not_started INTEGER NOT NULL,
  announced INTEGER NOT NULL,
  under_way INTEGER NOT NULL,
  partially_implemented INTEGER NOT NULL,
  substantially_implemented INTEGER NOT NULL,
  alternative_action INTEGER NOT NULL,
  fully_implemented INTEGER NOT NULL,
  no_longer_applicable INTEGER NOT NULL,
  not_assessed INTEGER NOT NULL,
  PRIMARY KEY (period, starts, reporting_year, addressee_id)
) WITHOUT ROWID;
-- Differences that wait to be taken into progress_count: writers only append, so that they never wait for each other.
CREATE TABLE progress_change (
  reporting_year INTEGER NOT NULL,
  addressee_id TEXT NOT NULL,
  day TEXT NOT NULL,
  contrary_action INTEGER NOT NULL,
  no_evidence INTEGER NOT NULL,
  not_started INTEGER NOT NULL,
  announced INTEGER NOT NULL,
  under_way INTEGER NOT NULL,
  partially_implemented INTEGER NOT NULL,
  substantially_implemented INTEGER NOT NULL,
  alternative_action INTEGER NOT NULL,
  fully_implemented INTEGER NOT NULL,
  no_longer_applicable INTEGER NOT NULL,
  not_assessed INTEGER NOT NULL
);

-- What is there already.
INSERT INTO progress_change (reporting_year, addressee_id, day, contrary_action, no_evidence, not_started, announced, under_way, partially_implemented, substantially_implemented, alternative_action, fully_implemented, no_longer_applicable, not_assessed)
  SELECT reporting_year, addressee_id, day,
    sum(CASE assessed WHEN 'contraryAction' THEN n ELSE 0 END) AS contrary_action,
    sum(CASE assessed WHEN 'noEvidence' THEN n ELSE 0 END) AS no_evidence,
    sum(CASE assessed WHEN 'notStarted' THEN n ELSE 0 END) AS not_started,
    sum(CASE assessed WHEN 'announced' THEN n ELSE 0 END) AS announced,
    sum(CASE assessed WHEN 'underWay' THEN n ELSE 0 END) AS under_way,
    sum(CASE assessed WHEN 'partiallyImplemented' THEN n ELSE 0 END) AS partially_implemented,
    sum(CASE assessed WHEN 'substantiallyImplemented' THEN n ELSE 0 END) AS substantially_implemented,
    sum(CASE assessed WHEN 'alternativeAction' THEN n ELSE 0 END) AS alternative_action,
    sum(CASE assessed WHEN 'fullyImplemented' THEN n ELSE 0 END) AS fully_implemented,
    sum(CASE assessed WHEN 'noLongerApplicable' THEN n ELSE 0 END) AS no_longer_applicable,
    sum(CASE assessed WHEN 'notAssessed' THEN n ELSE 0 END) AS not_assessed
  FROM (
    SELECT reporting_year, addressee_id, from_on AS day, assessed, 1 AS n FROM standing WHERE role <> 'forInformation'
    UNION ALL SELECT reporting_year, addressee_id, until_on, assessed, -1 FROM standing
      WHERE role <> 'forInformation' AND until_on < '9999-12-31'
  ) AS changes GROUP BY reporting_year, addressee_id, day;
INSERT INTO progress_count (period, starts, reporting_year, addressee_id, contrary_action, no_evidence, not_started, announced, under_way, partially_implemented, substantially_implemented, alternative_action, fully_implemented, no_longer_applicable, not_assessed)
  SELECT period,
    CASE period WHEN 'year' THEN substr(day, 1, 4) || '-01-01' WHEN 'month' THEN substr(day, 1, 7) || '-01' ELSE day END,
    reporting_year, addressee_id, sum(contrary_action), sum(no_evidence), sum(not_started), sum(announced), sum(under_way), sum(partially_implemented), sum(substantially_implemented), sum(alternative_action), sum(fully_implemented), sum(no_longer_applicable), sum(not_assessed)
  FROM progress_change CROSS JOIN (SELECT 'year' AS period UNION ALL SELECT 'month' UNION ALL SELECT 'day') AS periods
  WHERE contrary_action <> 0 OR no_evidence <> 0 OR not_started <> 0 OR announced <> 0 OR under_way <> 0 OR partially_implemented <> 0 OR substantially_implemented <> 0 OR alternative_action <> 0 OR fully_implemented <> 0 OR no_longer_applicable <> 0 OR not_assessed <> 0
  GROUP BY 1, 2, 3, 4;
DELETE FROM progress_change;
