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
    "recorded_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "organization_name" (
    "name_key" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("name_key", "organization_id"),
    CONSTRAINT "organization_name_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
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
    CONSTRAINT "report_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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
    CONSTRAINT "recommendation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "recommendation_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "recommendation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
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
    CONSTRAINT "reporting_cycle_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "setting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "responsibility" (
    "follow_up_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "change_id" TEXT NOT NULL,

    PRIMARY KEY ("follow_up_id", "from_on"),
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
CREATE INDEX "organization_name_organization_id_idx" ON "organization_name"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_import_key_key" ON "report"("import_key");

-- CreateIndex
CREATE INDEX "report_reference_key_idx" ON "report"("reference_key");

-- CreateIndex
CREATE INDEX "report_reporting_year_id_idx" ON "report"("reporting_year", "id");

-- CreateIndex
CREATE INDEX "report_issuing_body_id_idx" ON "report"("issuing_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_import_key_key" ON "recommendation"("import_key");

-- CreateIndex
CREATE INDEX "recommendation_report_id_position_idx" ON "recommendation"("report_id", "position");

-- CreateIndex
CREATE INDEX "recommendation_reference_key_idx" ON "recommendation"("reference_key");

-- CreateIndex
CREATE INDEX "recommendation_part_of_id_idx" ON "recommendation"("part_of_id");

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
CREATE INDEX "responsibility_organization_id_idx" ON "responsibility"("organization_id");

-- CreateIndex
CREATE INDEX "owed_follow_up_id_idx" ON "owed"("follow_up_id");

-- CreateIndex
CREATE INDEX "owed_late_until_late_from_idx" ON "owed"("late_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_due_id_idx" ON "owed"("due", "id");

-- CreateIndex
CREATE INDEX "owed_addressee_id_late_until_late_from_idx" ON "owed"("addressee_id", "late_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_owed_by_id_late_until_late_from_idx" ON "owed"("owed_by_id", "late_until", "late_from");

-- CreateIndex
CREATE INDEX "owed_report_id_idx" ON "owed"("report_id");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "entry_no_update" BEFORE UPDATE ON "entry" BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER "entry_no_delete" BEFORE DELETE ON "entry" BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER "audit_record_no_update" BEFORE UPDATE ON "audit_record" BEGIN SELECT RAISE(ABORT, 'audit_record is append-only'); END;
CREATE TRIGGER "audit_record_no_delete" BEFORE DELETE ON "audit_record" BEGIN SELECT RAISE(ABORT, 'audit_record is append-only'); END;
CREATE TRIGGER "audit_checkpoint_no_update" BEFORE UPDATE ON "audit_checkpoint" BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
CREATE TRIGGER "audit_checkpoint_no_delete" BEFORE DELETE ON "audit_checkpoint" BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
