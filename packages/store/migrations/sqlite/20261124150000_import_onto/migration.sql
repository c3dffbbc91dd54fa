-- Written by hand: the versions that a correction replaced, and the rows of an import that say something of what is known.
-- Prisma does not know these tables.
CREATE TABLE recommendation_version (
  recommendation_id TEXT NOT NULL REFERENCES "recommendation" ("id"),
  version INTEGER NOT NULL,
  reference TEXT NOT NULL,
  issuing_body_id TEXT NOT NULL,
  body TEXT NOT NULL,
  content_digest TEXT,
  replaced_at TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  PRIMARY KEY (recommendation_id, version)
);
CREATE TRIGGER "recommendation_version_no_update" BEFORE UPDATE ON "recommendation_version" BEGIN SELECT RAISE(ABORT, 'recommendation_version is append-only'); END;
CREATE TRIGGER "recommendation_version_no_delete" BEFORE DELETE ON "recommendation_version" BEGIN SELECT RAISE(ABORT, 'recommendation_version is append-only'); END;

ALTER TABLE staged_row ADD COLUMN join_key TEXT;
CREATE TABLE staged_onto (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  reference TEXT NOT NULL,
  reference_key TEXT NOT NULL,
  report_key TEXT,
  body_key TEXT,
  outcome TEXT,
  PRIMARY KEY (run_id, line)
) WITHOUT ROWID;
CREATE TABLE staged_candidate (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  recommendation_id TEXT NOT NULL,
  follow_up_id TEXT,
  addressee_id TEXT,
  published_on TEXT
);
CREATE INDEX staged_candidate_line ON staged_candidate (run_id, line);
