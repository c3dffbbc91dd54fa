-- Written by hand: columns that the projection and the audit need, and the tables in which an import is staged.
ALTER TABLE "standing" ADD COLUMN "not_competent_upheld" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "audit_record" ADD COLUMN "checkpoint" INTEGER NOT NULL DEFAULT 0;

-- An import is staged in committed chunks and folded in by one transaction (decision 12). Prisma does not know these tables.
CREATE TABLE staged_run (
  run_id TEXT NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  process INTEGER NOT NULL,
  touched_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE staged_name (
  run_id TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  level TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  candidates INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, name_key)
) WITHOUT ROWID;
CREATE TABLE staged_row (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  row_digest TEXT NOT NULL,
  report_id TEXT NOT NULL,
  report_body_key TEXT NOT NULL,
  report_reference TEXT NOT NULL,
  report_reference_key TEXT NOT NULL,
  reporting_year INTEGER NOT NULL,
  published_on TEXT,
  report_body TEXT NOT NULL,
  report_digest TEXT NOT NULL,
  recommendation_id TEXT NOT NULL,
  own_body_key TEXT,
  reference TEXT,
  reference_key TEXT,
  body TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  PRIMARY KEY (run_id, line)
) WITHOUT ROWID;
CREATE TABLE staged_follow_up (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY (run_id, line, position)
) WITHOUT ROWID;
CREATE TABLE staged_entry (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  follow_up_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  given_on TEXT,
  known_by TEXT,
  recorded_at TEXT NOT NULL,
  body TEXT NOT NULL,
  said_digest TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  PRIMARY KEY (run_id, line, follow_up_position, position)
) WITHOUT ROWID;
CREATE TABLE staged_key (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  report_key TEXT NOT NULL,
  import_key TEXT NOT NULL,
  other_key TEXT,
  occurrence INTEGER NOT NULL,
  existing_id TEXT,
  outcome TEXT,
  PRIMARY KEY (run_id, line)
) WITHOUT ROWID;
CREATE TABLE staged_report (
  run_id TEXT NOT NULL,
  report_key TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  report_id TEXT NOT NULL,
  known INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (run_id, report_key)
) WITHOUT ROWID;
CREATE TABLE staged_thread (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  position INTEGER NOT NULL,
  follow_up_id TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  repeated INTEGER NOT NULL,
  PRIMARY KEY (run_id, line, position)
) WITHOUT ROWID;
CREATE INDEX staged_thread_follow_up ON staged_thread (run_id, follow_up_id);
