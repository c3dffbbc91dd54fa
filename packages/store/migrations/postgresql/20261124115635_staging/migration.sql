-- Written by hand: columns that the projection and the audit need, and the tables in which an import is staged.
ALTER TABLE "standing" ADD COLUMN "not_competent_upheld" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "audit_record" ADD COLUMN "checkpoint" INTEGER NOT NULL DEFAULT 0;

-- An import is staged in committed chunks and folded in by one transaction (decision 12). Prisma does not know these tables.
-- Unlogged: a crash of the server empties them, and the import begins again.
CREATE UNLOGGED TABLE staged_run (
  run_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  host TEXT COLLATE "C" NOT NULL,
  process INTEGER NOT NULL,
  touched_at TEXT COLLATE "C" NOT NULL
);
CREATE UNLOGGED TABLE staged_name (
  run_id TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  level TEXT COLLATE "C" NOT NULL,
  organization_id TEXT COLLATE "C" NOT NULL,
  candidates INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, name_key)
);
CREATE UNLOGGED TABLE staged_row (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  row_digest TEXT COLLATE "C" NOT NULL,
  report_id TEXT COLLATE "C" NOT NULL,
  report_body_key TEXT COLLATE "C" NOT NULL,
  report_reference TEXT COLLATE "C" NOT NULL,
  report_reference_key TEXT COLLATE "C" NOT NULL,
  reporting_year INTEGER NOT NULL,
  published_on TEXT COLLATE "C",
  report_body TEXT COLLATE "C" NOT NULL,
  report_digest TEXT COLLATE "C" NOT NULL,
  recommendation_id TEXT COLLATE "C" NOT NULL,
  own_body_key TEXT COLLATE "C",
  reference TEXT COLLATE "C",
  reference_key TEXT COLLATE "C",
  body TEXT COLLATE "C" NOT NULL,
  content_digest TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (run_id, line)
);
CREATE UNLOGGED TABLE staged_follow_up (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C",
  PRIMARY KEY (run_id, line, position)
);
CREATE UNLOGGED TABLE staged_entry (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  follow_up_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  given_on TEXT COLLATE "C",
  known_by TEXT COLLATE "C",
  recorded_at TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  said_digest TEXT COLLATE "C" NOT NULL,
  content_digest TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (run_id, line, follow_up_position, position)
);
CREATE UNLOGGED TABLE staged_key (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  report_key TEXT COLLATE "C" NOT NULL,
  import_key TEXT COLLATE "C" NOT NULL,
  other_key TEXT COLLATE "C",
  occurrence INTEGER NOT NULL,
  existing_id TEXT COLLATE "C",
  outcome TEXT COLLATE "C",
  PRIMARY KEY (run_id, line)
);
CREATE UNLOGGED TABLE staged_report (
  run_id TEXT COLLATE "C" NOT NULL,
  report_key TEXT COLLATE "C" NOT NULL,
  first_line INTEGER NOT NULL,
  report_id TEXT COLLATE "C" NOT NULL,
  known INTEGER NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (run_id, report_key)
);
CREATE UNLOGGED TABLE staged_thread (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  position INTEGER NOT NULL,
  follow_up_id TEXT COLLATE "C" NOT NULL,
  organization_id TEXT COLLATE "C" NOT NULL,
  repeated INTEGER NOT NULL,
  PRIMARY KEY (run_id, line, position)
);
CREATE INDEX staged_thread_follow_up ON staged_thread (run_id, follow_up_id);
