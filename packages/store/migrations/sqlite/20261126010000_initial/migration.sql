-- The whole schema of the first release, in one step. The first part is what prisma/schema.prisma says, as scripts/migration.mjs
-- writes it; the second part is written by hand, because Prisma does not know it.

-- CreateTable
CREATE TABLE "organization" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT NOT NULL DEFAULT '[]',
    "level" TEXT NOT NULL,
    "founded_on" TEXT,
    "dissolved_on" TEXT,
    "source" TEXT,
    "recorded_at" TEXT NOT NULL,
    "coordinator_id" TEXT
);

-- CreateTable
CREATE TABLE "organization_name" (
    "name_key" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_key" TEXT NOT NULL DEFAULT '',
    PRIMARY KEY ("name_key", "organization_id"),
    CONSTRAINT "organization_name_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable. By hand: published_from, the first day on which it may have been published, by the precision of its day.
CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "import_key" TEXT,
    "issuing_body_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "reporting_year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "published_on" TEXT,
    "body" TEXT NOT NULL,
    "content_digest" TEXT,
    "recorded_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recommendation_count" INTEGER NOT NULL DEFAULT 0,
    "published_from" TEXT GENERATED ALWAYS AS (CASE body ->> 'publishedOnPrecision'
        WHEN 'month' THEN substr(published_on, 1, 8) || '01'
        WHEN 'quarter' THEN substr(published_on, 1, 5)
            || CASE substr(published_on, 6, 2) WHEN '03' THEN '01' WHEN '06' THEN '04' WHEN '09' THEN '07' ELSE '10' END || '-01'
        WHEN 'semester' THEN substr(published_on, 1, 5) || CASE substr(published_on, 6, 2) WHEN '06' THEN '01' ELSE '07' END || '-01'
        WHEN 'year' THEN substr(published_on, 1, 5) || '01-01'
        ELSE published_on END) VIRTUAL,
    CONSTRAINT "report_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "report_version" (
    "report_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TEXT NOT NULL,
    "replaced_by" TEXT NOT NULL,
    PRIMARY KEY ("report_id", "version"),
    CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "import_key" TEXT,
    "report_id" TEXT NOT NULL,
    "part_of_id" TEXT,
    "reference" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "issuing_body_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "content_digest" TEXT,
    "recorded_at" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "own_issuing_body_id" TEXT,
    CONSTRAINT "recommendation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "recommendation_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "recommendation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "former_reference" (
    "kind" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    PRIMARY KEY ("kind", "reference_key", "thing_id")
);

-- CreateTable
CREATE TABLE "recommendation_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT,
    "on_day" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "recommendation_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "recommendation_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "recommendation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "level_override" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recommendation_id" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "level_override_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "api_token" (
    "prefix" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organizations" TEXT NOT NULL DEFAULT '[]',
    "created_at" TEXT NOT NULL,
    "revoked_at" TEXT,
    "expires_at" TEXT,
    "last_used_at" TEXT
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "body_digest" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    PRIMARY KEY ("actor", "key")
);

-- CreateTable
CREATE TABLE "entry_side" (
    "entry_id" TEXT NOT NULL PRIMARY KEY,
    "side" TEXT NOT NULL,
    CONSTRAINT "entry_side_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "recommendation_theme" (
    "theme" TEXT NOT NULL,
    "recommendation_id" TEXT NOT NULL,
    PRIMARY KEY ("theme", "recommendation_id"),
    CONSTRAINT "recommendation_theme_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "import_key" TEXT,
    "recommendation_id" TEXT NOT NULL,
    "addressee_id" TEXT NOT NULL,
    "name_at_issue" TEXT,
    "role" TEXT NOT NULL,
    "source" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "audit_head" TEXT NOT NULL DEFAULT '',
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "follow_up_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "follow_up_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "import_key" TEXT,
    "follow_up_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "given_on" TEXT,
    "known_by" TEXT,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "content_digest" TEXT,
    CONSTRAINT "entry_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reporting_cycle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "issuing_body_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opens_on" TEXT NOT NULL,
    "updates_due_on" TEXT NOT NULL,
    "assessments_due_on" TEXT NOT NULL,
    "published_on" TEXT,
    "closed_on" TEXT,
    "recorded_at" TEXT NOT NULL,
    "errata" TEXT NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "selections" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "reporting_cycle_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "cycle_snapshot" (
    "cycle_id" TEXT NOT NULL,
    "follow_up_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    PRIMARY KEY ("cycle_id", "follow_up_id"),
    CONSTRAINT "cycle_snapshot_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "cycle_snapshot_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "register_record" (
    "kind" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "system_user" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "act_id" TEXT NOT NULL DEFAULT '',
    "checkpoint" INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY ("kind", "thing_id", "sequence")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "organization_change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "on_day" TEXT,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "organization_change_part" (
    "change_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    PRIMARY KEY ("change_id", "part", "organization_id"),
    CONSTRAINT "organization_change_part_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_change" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "organization_change_part_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "derivation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "responsibility" (
    "follow_up_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "change_id" TEXT NOT NULL,
    PRIMARY KEY ("follow_up_id", "side", "from_on", "state", "organization_id"),
    CONSTRAINT "responsibility_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "responsibility_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "owed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "follow_up_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "commitment_id" TEXT,
    "addressee_id" TEXT NOT NULL,
    "owed_by_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "due" TEXT,
    "original_due" TEXT,
    "moves" INTEGER NOT NULL,
    "missed_years" TEXT NOT NULL DEFAULT '[]',
    "undetermined" INTEGER NOT NULL DEFAULT 0,
    "owed_from" TEXT NOT NULL,
    "owed_until" TEXT NOT NULL,
    "late_from" TEXT NOT NULL,
    "late_until" TEXT NOT NULL,
    "late_from_original" TEXT NOT NULL,
    "late_until_original" TEXT NOT NULL,
    "days_with_issuer" INTEGER NOT NULL DEFAULT 0,
    "reasons" TEXT NOT NULL,
    "due_precision" TEXT,
    "original_due_precision" TEXT,
    CONSTRAINT "owed_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "standing" (
    "follow_up_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "reported" TEXT NOT NULL,
    "assessed" TEXT NOT NULL,
    "lifecycle" TEXT NOT NULL,
    "closure_reason" TEXT,
    "settled" TEXT,
    "divergent" INTEGER NOT NULL,
    "unverified" INTEGER NOT NULL,
    "stalled" INTEGER NOT NULL,
    "regressed" INTEGER NOT NULL,
    "reopened_count" INTEGER NOT NULL,
    "stale_from" TEXT,
    "acceptance_withdrawn_on" TEXT,
    "reasons" TEXT NOT NULL,
    "not_competent_upheld" INTEGER NOT NULL DEFAULT 0,
    "role" TEXT NOT NULL DEFAULT 'lead',
    "reporting_year" INTEGER NOT NULL DEFAULT 0,
    "addressee_id" TEXT NOT NULL DEFAULT '',
    "conflicting" INTEGER NOT NULL DEFAULT 0,
    "contradicted" INTEGER NOT NULL DEFAULT 0,
    "response_due" TEXT,
    "single_reader" INTEGER NOT NULL DEFAULT 0,
    "days_overdue_when_withdrawn" INTEGER,
    "first_asked" TEXT,
    "first_asked_precision" TEXT,
    PRIMARY KEY ("follow_up_id", "from_on"),
    CONSTRAINT "standing_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "audit_record" (
    "follow_up_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "system_user" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "content_digest" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "checkpoint" INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY ("follow_up_id", "sequence"),
    CONSTRAINT "audit_record_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "follow_ups" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "heads_digest" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "file_digest" TEXT NOT NULL,
    "mapping_digest" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "finished" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_code_key" ON "organization"("code");

-- CreateIndex
CREATE INDEX "organization_name_folded_key_idx" ON "organization_name"("folded_key");

-- CreateIndex
CREATE INDEX "organization_name_organization_id_idx" ON "organization_name"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_import_key_key" ON "report"("import_key");

-- CreateIndex
CREATE INDEX "report_reference_key_idx" ON "report"("reference_key");

-- CreateIndex
CREATE INDEX "report_status_published_from_recommendation_count_idx" ON "report"("status", "published_from", "recommendation_count");

-- CreateIndex
CREATE INDEX "report_issuing_body_id_idx" ON "report"("issuing_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_reporting_year_id_key" ON "report"("reporting_year" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_import_key_key" ON "recommendation"("import_key");

-- CreateIndex
CREATE INDEX "recommendation_report_id_position_idx" ON "recommendation"("report_id", "position");

-- CreateIndex
CREATE INDEX "recommendation_reference_key_idx" ON "recommendation"("reference_key");

-- CreateIndex
CREATE INDEX "recommendation_part_of_id_idx" ON "recommendation"("part_of_id");

-- CreateIndex
CREATE INDEX "former_reference_kind_thing_id_idx" ON "former_reference"("kind", "thing_id");

-- CreateIndex
CREATE INDEX "recommendation_link_from_id_type_idx" ON "recommendation_link"("from_id", "type");

-- CreateIndex
CREATE INDEX "recommendation_link_to_id_type_idx" ON "recommendation_link"("to_id", "type");

-- CreateIndex
CREATE INDEX "level_override_recommendation_id_idx" ON "level_override"("recommendation_id");

-- CreateIndex
CREATE INDEX "recommendation_theme_recommendation_id_idx" ON "recommendation_theme"("recommendation_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_import_key_key" ON "follow_up"("import_key");

-- CreateIndex
CREATE INDEX "follow_up_recommendation_id_idx" ON "follow_up"("recommendation_id");

-- CreateIndex
CREATE INDEX "follow_up_addressee_id_idx" ON "follow_up"("addressee_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_import_key_key" ON "entry"("import_key");

-- CreateIndex
CREATE INDEX "entry_follow_up_id_recorded_at_idx" ON "entry"("follow_up_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_cycle_issuing_body_id_year_key" ON "reporting_cycle"("issuing_body_id", "year");

-- CreateIndex
CREATE INDEX "cycle_snapshot_follow_up_id_idx" ON "cycle_snapshot"("follow_up_id");

-- CreateIndex
CREATE INDEX "register_record_act_id_idx" ON "register_record"("act_id");

-- CreateIndex
CREATE INDEX "organization_change_part_organization_id_part_idx" ON "organization_change_part"("organization_id", "part");

-- CreateIndex
CREATE INDEX "responsibility_organization_id_until_on_idx" ON "responsibility"("organization_id", "until_on");

-- CreateIndex
CREATE INDEX "owed_follow_up_id_owed_until_idx" ON "owed"("follow_up_id", "owed_until");

-- CreateIndex
CREATE INDEX "owed_due_id_idx" ON "owed"("due", "id");

-- CreateIndex
CREATE INDEX "owed_addressee_id_late_until_late_from_idx" ON "owed"("addressee_id", "late_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_owed_by_id_late_until_late_from_idx" ON "owed"("owed_by_id", "late_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_report_id_idx" ON "owed"("report_id");

-- CreateIndex
CREATE INDEX "standing_stale_from_idx" ON "standing"("stale_from");

-- Written by hand: the versions of recommendations that a correction replaced.
CREATE TABLE recommendation_version (
  recommendation_id TEXT NOT NULL REFERENCES "recommendation" ("id"),
  version INTEGER NOT NULL,
  reference TEXT NOT NULL,
  issuing_body_id TEXT NOT NULL,
  body TEXT NOT NULL,
  content_digest TEXT,
  replaced_at TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  own_issuing_body_id TEXT,
  PRIMARY KEY (recommendation_id, version)
);

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "entry_no_update" BEFORE UPDATE ON "entry" BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER "entry_no_delete" BEFORE DELETE ON "entry" BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER "audit_record_no_update" BEFORE UPDATE ON "audit_record" BEGIN SELECT RAISE(ABORT, 'audit_record is append-only'); END;
CREATE TRIGGER "audit_record_no_delete" BEFORE DELETE ON "audit_record" BEGIN SELECT RAISE(ABORT, 'audit_record is append-only'); END;
CREATE TRIGGER "audit_checkpoint_no_update" BEFORE UPDATE ON "audit_checkpoint" BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
CREATE TRIGGER "audit_checkpoint_no_delete" BEFORE DELETE ON "audit_checkpoint" BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
CREATE TRIGGER "organization_change_no_update" BEFORE UPDATE ON "organization_change" BEGIN SELECT RAISE(ABORT, 'organization_change is append-only'); END;
CREATE TRIGGER "organization_change_no_delete" BEFORE DELETE ON "organization_change" BEGIN SELECT RAISE(ABORT, 'organization_change is append-only'); END;
CREATE TRIGGER "recommendation_link_no_update" BEFORE UPDATE ON "recommendation_link" BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
CREATE TRIGGER "recommendation_link_no_delete" BEFORE DELETE ON "recommendation_link" BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
CREATE TRIGGER "recommendation_version_no_update" BEFORE UPDATE ON "recommendation_version" BEGIN SELECT RAISE(ABORT, 'recommendation_version is append-only'); END;
CREATE TRIGGER "recommendation_version_no_delete" BEFORE DELETE ON "recommendation_version" BEGIN SELECT RAISE(ABORT, 'recommendation_version is append-only'); END;
CREATE TRIGGER "cycle_snapshot_no_update" BEFORE UPDATE ON "cycle_snapshot" BEGIN SELECT RAISE(ABORT, 'cycle_snapshot is append-only'); END;
CREATE TRIGGER "cycle_snapshot_no_delete" BEFORE DELETE ON "cycle_snapshot" BEGIN SELECT RAISE(ABORT, 'cycle_snapshot is append-only'); END;
CREATE TRIGGER "register_record_no_update" BEFORE UPDATE ON "register_record" BEGIN SELECT RAISE(ABORT, 'register_record is append-only'); END;
CREATE TRIGGER "register_record_no_delete" BEFORE DELETE ON "register_record" BEGIN SELECT RAISE(ABORT, 'register_record is append-only'); END;
CREATE TRIGGER "entry_side_no_update" BEFORE UPDATE ON "entry_side" BEGIN SELECT RAISE(ABORT, 'entry_side is append-only'); END;
CREATE TRIGGER "entry_side_no_delete" BEFORE DELETE ON "entry_side" BEGIN SELECT RAISE(ABORT, 'entry_side is append-only'); END;
CREATE TRIGGER "level_override_no_update" BEFORE UPDATE ON "level_override" BEGIN SELECT RAISE(ABORT, 'level_override is append-only'); END;
CREATE TRIGGER "level_override_no_delete" BEFORE DELETE ON "level_override" BEGIN SELECT RAISE(ABORT, 'level_override is append-only'); END;
CREATE TRIGGER "report_version_no_update" BEFORE UPDATE ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
CREATE TRIGGER "report_version_no_delete" BEFORE DELETE ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;

-- Written by hand: how many recommendations a report has, kept by triggers, whatever writes (docs/decisions/0006).
CREATE TRIGGER recommendation_counted AFTER INSERT ON recommendation BEGIN UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id; END;
CREATE TRIGGER recommendation_uncounted AFTER DELETE ON recommendation BEGIN UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id; END;
CREATE TRIGGER recommendation_recounted AFTER UPDATE OF report_id ON recommendation WHEN NEW.report_id <> OLD.report_id BEGIN UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id; UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id; END;

-- Written by hand: the words of a recommendation, with one space between two. The program makes them, the same for both databases
-- (docs/decisions/0017), so only ASCII is looked at here. They are kept by a number of their own, as a row's number may change when
-- a file is compacted.
CREATE TABLE recommendation_number (
  number INTEGER NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE recommendation_words USING fts5(words, content = '', contentless_delete = 1, tokenize = "ascii");
CREATE TRIGGER recommendation_worded AFTER INSERT ON recommendation BEGIN INSERT INTO recommendation_number (recommendation_id) VALUES (NEW.id); INSERT INTO recommendation_words (rowid, words) SELECT n.number, NEW.words FROM recommendation_number n WHERE n.recommendation_id = NEW.id; END;
CREATE TRIGGER recommendation_reworded AFTER UPDATE OF words ON recommendation WHEN NEW.words <> OLD.words BEGIN UPDATE recommendation_words SET words = NEW.words WHERE rowid = (SELECT number FROM recommendation_number WHERE recommendation_id = NEW.id); END;
CREATE TRIGGER recommendation_unworded AFTER DELETE ON recommendation BEGIN DELETE FROM recommendation_words WHERE rowid = (SELECT number FROM recommendation_number WHERE recommendation_id = OLD.id); DELETE FROM recommendation_number WHERE recommendation_id = OLD.id; END;

-- Written by hand: what is overdue on any day, in the order of its due date and counted (docs/decisions/0005). All of it is derived
-- from owed, and can be rebuilt.

-- One row for each ended stretch of days overdue and each calendar year that it touches. `against`: the current due date, the
-- original one, or both alike. In the running year most of what was overdue has ended before today: few rows end after a day.
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
CREATE INDEX "late_year_until_idx" ON "late_year" ("against", "year", "late_until");

-- How many things are overdue, by kind and age: differences by year, month and day. The sum of all up to a day is the count on it.
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

-- Written by hand: how far follow-ups are on any day, counted by reporting year and printed addressee (docs/decisions/0012). All of
-- it is derived from standing, and can be rebuilt.

-- How many follow-ups stand at each assessed level: differences by year, month and day. The sum of all up to a day is the count on it.
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

-- Written by hand: what is stale, withdrawn, open or selected on a day is what lasts beyond it, for most days without end.
CREATE INDEX "standing_stale_until_idx" ON "standing" ("until_on", "stale_from", "follow_up_id", "from_on") WHERE "stale_from" IS NOT NULL;
CREATE INDEX "standing_acceptance_withdrawn_until_idx" ON "standing" ("until_on", "acceptance_withdrawn_on", "follow_up_id", "from_on") WHERE "acceptance_withdrawn_on" IS NOT NULL;
CREATE INDEX "standing_first_asked_until_idx" ON "standing" ("until_on", "first_asked", "follow_up_id", "from_on") WHERE "lifecycle" <> 'closed' AND "role" <> 'forInformation' AND "first_asked" IS NOT NULL;
CREATE INDEX "owed_selected_until_idx" ON "owed" ("owed_until", "follow_up_id", "owed_from") WHERE "kind" = 'verification' AND "missed_years" <> '[]';

-- Written by hand: on this day the source listed the follow-up with all entries of this type that it knew (docs/decisions/0022).
CREATE TABLE listing (
  follow_up_id TEXT NOT NULL,
  source TEXT NOT NULL,
  type TEXT NOT NULL,
  day TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (follow_up_id, source, type, day)
) WITHOUT ROWID;

-- Written by hand: an import is staged in these tables in committed chunks, and taken into the record by one transaction
-- (docs/decisions/0013).
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
  folded_key TEXT NOT NULL DEFAULT '',
  near INTEGER NOT NULL DEFAULT 0,
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
  join_key TEXT,
  words TEXT NOT NULL DEFAULT '',
  given_row_digest TEXT,
  given_report_digest TEXT,
  given_content_digest TEXT,
  whole_digest TEXT,
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
  shows TEXT,
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
  assumed TEXT,
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
CREATE TABLE staged_onto (
  run_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  reference TEXT NOT NULL,
  reference_key TEXT NOT NULL,
  report_key TEXT,
  body_key TEXT,
  outcome TEXT,
  whole_digest TEXT,
  shows TEXT,
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

-- Nothing is derived yet, by no version of the rules.
INSERT INTO derivation (id, version) VALUES (1, 0);
