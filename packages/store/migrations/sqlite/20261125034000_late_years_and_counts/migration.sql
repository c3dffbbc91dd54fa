-- Written by hand: what is late on any day, in the order of its due date and counted (docs/decisions/0005). Prisma does not know
-- these tables. All of it is derived from owed, and can be rebuilt.

-- One row per ended stretch of lateness and calendar year that it touches. `against`: the current due date, the original one, or
-- both alike.
CREATE TABLE late_year (
  against TEXT NOT NULL,
  year INTEGER NOT NULL,
  due TEXT NOT NULL,
  owed_id TEXT NOT NULL,
  late_from TEXT NOT NULL,
  late_until TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (against, year, due, owed_id)
) WITHOUT ROWID;

-- How many things are late, by kind and age: differences by year, month and day; the sum of all up to a day is the count on it.
CREATE TABLE late_count (
  against TEXT NOT NULL,
  period TEXT NOT NULL,
  starts TEXT NOT NULL,
  kind TEXT NOT NULL,
  late_1 INTEGER NOT NULL,
  late_31 INTEGER NOT NULL,
  late_91 INTEGER NOT NULL,
  late_181 INTEGER NOT NULL,
  late_366 INTEGER NOT NULL,
  PRIMARY KEY (against, period, starts, kind)
) WITHOUT ROWID;
-- Differences that wait to be taken into late_count: writers only append, so that they never wait for each other.
CREATE TABLE late_change (
  against TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  late_1 INTEGER NOT NULL,
  late_31 INTEGER NOT NULL,
  late_91 INTEGER NOT NULL,
  late_181 INTEGER NOT NULL,
  late_366 INTEGER NOT NULL
);

-- Stretches without end, in the order of their due dates.
CREATE INDEX owed_late_still_idx ON owed (due, id, late_from, kind)
  WHERE late_until = '9999-12-31' AND late_from < '9999-12-31';
CREATE INDEX owed_late_still_original_idx ON owed (original_due, id, late_from_original, kind)
  WHERE late_until_original = '9999-12-31' AND late_from_original < '9999-12-31';

-- What is there already.
INSERT INTO late_year (against, year, due, owed_id, late_from, late_until, kind)
  WITH RECURSIVE years(year) AS (SELECT CAST(substr(min(CASE WHEN late_from < late_from_original THEN late_from ELSE late_from_original END), 1, 4) AS INTEGER) FROM owed
      UNION ALL SELECT year + 1 FROM years
        WHERE year < (SELECT max(CAST(substr(owed_until, 1, 4) AS INTEGER)) FROM owed
      WHERE owed_until < '9999-12-31'))
  SELECT against, year, due, id, late_from, late_until, kind FROM (
    SELECT 'both' AS against, id, kind, due, late_from, late_until FROM owed
      WHERE due = original_due AND late_from = late_from_original AND late_until = late_until_original
    UNION ALL SELECT 'current', id, kind, due, late_from, late_until FROM owed
      WHERE NOT (due = original_due AND late_from = late_from_original AND late_until = late_until_original)
    UNION ALL SELECT 'original', id, kind, original_due, late_from_original, late_until_original FROM owed
      WHERE NOT (due = original_due AND late_from = late_from_original AND late_until = late_until_original)
  ) AS late
    JOIN years ON year >= CAST(substr(late_from, 1, 4) AS INTEGER) AND year <= CAST(substr(late_until, 1, 4) AS INTEGER)
  WHERE late_from < late_until AND late_until < '9999-12-31' AND CAST(year AS TEXT) || '-01-01' < late_until;

INSERT INTO late_change (against, kind, day, late_1, late_31, late_91, late_181, late_366)
  WITH late AS (SELECT * FROM (
    SELECT 'both' AS against, id, kind, due, late_from, late_until FROM owed
      WHERE due = original_due AND late_from = late_from_original AND late_until = late_until_original
    UNION ALL SELECT 'current', id, kind, due, late_from, late_until FROM owed
      WHERE NOT (due = original_due AND late_from = late_from_original AND late_until = late_until_original)
    UNION ALL SELECT 'original', id, kind, original_due, late_from_original, late_until_original FROM owed
      WHERE NOT (due = original_due AND late_from = late_from_original AND late_until = late_until_original)
  ) AS late WHERE late_from < late_until),
  aged AS (
    SELECT against, kind, 'late_1' AS age, max(late_from, date(due, '+1 days')) AS enters, min(late_until, date(due, '+31 days')) AS leaves FROM late
    UNION ALL SELECT against, kind, 'late_31' AS age, max(late_from, date(due, '+31 days')) AS enters, min(late_until, date(due, '+91 days')) AS leaves FROM late
    UNION ALL SELECT against, kind, 'late_91' AS age, max(late_from, date(due, '+91 days')) AS enters, min(late_until, date(due, '+181 days')) AS leaves FROM late
    UNION ALL SELECT against, kind, 'late_181' AS age, max(late_from, date(due, '+181 days')) AS enters, min(late_until, date(due, '+366 days')) AS leaves FROM late
    UNION ALL SELECT against, kind, 'late_366' AS age, max(late_from, date(due, '+366 days')) AS enters, late_until AS leaves FROM late
  ),
  changes AS (
    SELECT against, kind, age, enters AS day, 1 AS n FROM aged WHERE enters < leaves
    UNION ALL SELECT against, kind, age, leaves, -1 FROM aged WHERE enters < leaves AND leaves < '9999-12-31'
  )
  SELECT against, kind, day, sum(CASE age WHEN 'late_1' THEN n ELSE 0 END),
    sum(CASE age WHEN 'late_31' THEN n ELSE 0 END),
    sum(CASE age WHEN 'late_91' THEN n ELSE 0 END),
    sum(CASE age WHEN 'late_181' THEN n ELSE 0 END),
    sum(CASE age WHEN 'late_366' THEN n ELSE 0 END)
  FROM changes GROUP BY against, kind, day;
INSERT INTO late_count (against, period, starts, kind, late_1, late_31, late_91, late_181, late_366)
  SELECT against, period,
    CASE period WHEN 'year' THEN substr(day, 1, 4) || '-01-01' WHEN 'month' THEN substr(day, 1, 7) || '-01' ELSE day END,
    kind, sum(late_1), sum(late_31), sum(late_91), sum(late_181), sum(late_366)
  FROM late_change CROSS JOIN (SELECT 'year' AS period UNION ALL SELECT 'month' UNION ALL SELECT 'day') AS periods
  GROUP BY 1, 2, 3, 4;
DELETE FROM late_change;
