-- Written by hand: the versions that a correction replaced, and the rows of an import that say something of what is known.
-- Prisma does not know these tables.
CREATE TABLE recommendation_version (
  recommendation_id TEXT COLLATE "C" NOT NULL REFERENCES "recommendation" ("id"),
  version INTEGER NOT NULL,
  reference TEXT COLLATE "C" NOT NULL,
  issuing_body_id TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  content_digest TEXT COLLATE "C",
  replaced_at TEXT COLLATE "C" NOT NULL,
  replaced_by TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (recommendation_id, version)
);
CREATE TRIGGER recommendation_version_append_only BEFORE UPDATE OR DELETE ON recommendation_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE staged_row ADD COLUMN join_key TEXT COLLATE "C";
CREATE UNLOGGED TABLE staged_onto (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  reference TEXT COLLATE "C" NOT NULL,
  reference_key TEXT COLLATE "C" NOT NULL,
  report_key TEXT COLLATE "C",
  body_key TEXT COLLATE "C",
  outcome TEXT COLLATE "C",
  PRIMARY KEY (run_id, line)
);
CREATE UNLOGGED TABLE staged_candidate (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  recommendation_id TEXT COLLATE "C" NOT NULL,
  follow_up_id TEXT COLLATE "C",
  addressee_id TEXT COLLATE "C",
  published_on TEXT COLLATE "C"
);
CREATE INDEX staged_candidate_line ON staged_candidate (run_id, line);
