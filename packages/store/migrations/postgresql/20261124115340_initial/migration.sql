-- CreateTable
CREATE TABLE "organization" (
    "id" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "other_names" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "level" TEXT COLLATE "C" NOT NULL,
    "founded_on" TEXT COLLATE "C",
    "dissolved_on" TEXT COLLATE "C",
    "source" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_name" (
    "name_key" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "organization_name_pkey" PRIMARY KEY ("name_key","organization_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT COLLATE "C" NOT NULL,
    "import_key" TEXT COLLATE "C",
    "issuing_body_id" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "reporting_year" INTEGER NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "published_on" TEXT COLLATE "C",
    "body" TEXT COLLATE "C" NOT NULL,
    "content_digest" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "import_key" TEXT COLLATE "C",
    "report_id" TEXT COLLATE "C" NOT NULL,
    "part_of_id" TEXT COLLATE "C",
    "reference" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "issuing_body_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT COLLATE "C" NOT NULL,
    "content_digest" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_theme" (
    "theme" TEXT COLLATE "C" NOT NULL,
    "recommendation_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "recommendation_theme_pkey" PRIMARY KEY ("theme","recommendation_id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" TEXT COLLATE "C" NOT NULL,
    "import_key" TEXT COLLATE "C",
    "recommendation_id" TEXT COLLATE "C" NOT NULL,
    "addressee_id" TEXT COLLATE "C" NOT NULL,
    "name_at_issue" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 0,
    "audit_head" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT COLLATE "C" NOT NULL,
    "import_key" TEXT COLLATE "C",
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "given_on" TEXT COLLATE "C",
    "known_by" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "content_digest" TEXT COLLATE "C",

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_cycle" (
    "id" TEXT COLLATE "C" NOT NULL,
    "issuing_body_id" TEXT COLLATE "C" NOT NULL,
    "year" INTEGER NOT NULL,
    "opens_on" TEXT COLLATE "C" NOT NULL,
    "updates_due_on" TEXT COLLATE "C" NOT NULL,
    "assessments_due_on" TEXT COLLATE "C" NOT NULL,
    "published_on" TEXT COLLATE "C",
    "closed_on" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "reporting_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "from_on" TEXT COLLATE "C" NOT NULL,
    "until_on" TEXT COLLATE "C" NOT NULL,
    "change_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("follow_up_id","from_on")
);

-- CreateTable
CREATE TABLE "owed" (
    "id" TEXT COLLATE "C" NOT NULL,
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "commitment_id" TEXT COLLATE "C",
    "addressee_id" TEXT COLLATE "C" NOT NULL,
    "owed_by_id" TEXT COLLATE "C" NOT NULL,
    "report_id" TEXT COLLATE "C" NOT NULL,
    "due" TEXT COLLATE "C",
    "original_due" TEXT COLLATE "C",
    "moves" INTEGER NOT NULL,
    "missed_years" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "undetermined" INTEGER NOT NULL DEFAULT 0,
    "owed_from" TEXT COLLATE "C" NOT NULL,
    "owed_until" TEXT COLLATE "C" NOT NULL,
    "late_from" TEXT COLLATE "C" NOT NULL,
    "late_until" TEXT COLLATE "C" NOT NULL,
    "late_from_original" TEXT COLLATE "C" NOT NULL,
    "late_until_original" TEXT COLLATE "C" NOT NULL,
    "days_with_issuer" INTEGER NOT NULL DEFAULT 0,
    "reasons" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "owed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing" (
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "from_on" TEXT COLLATE "C" NOT NULL,
    "until_on" TEXT COLLATE "C" NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "reported" TEXT COLLATE "C" NOT NULL,
    "assessed" TEXT COLLATE "C" NOT NULL,
    "lifecycle" TEXT COLLATE "C" NOT NULL,
    "closure_reason" TEXT COLLATE "C",
    "settled" TEXT COLLATE "C",
    "divergent" INTEGER NOT NULL,
    "unverified" INTEGER NOT NULL,
    "stalled" INTEGER NOT NULL,
    "regressed" INTEGER NOT NULL,
    "reopened_count" INTEGER NOT NULL,
    "stale_from" TEXT COLLATE "C",
    "acceptance_withdrawn_on" TEXT COLLATE "C",
    "reasons" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("follow_up_id","from_on")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "system_user" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "content_digest" TEXT COLLATE "C" NOT NULL,
    "previous_hash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("follow_up_id","sequence")
);

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "sequence" INTEGER NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "follow_ups" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "heads_digest" TEXT COLLATE "C" NOT NULL,
    "previous_hash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "mapping" TEXT COLLATE "C" NOT NULL,
    "file" TEXT COLLATE "C" NOT NULL,
    "file_digest" TEXT COLLATE "C" NOT NULL,
    "mapping_digest" TEXT COLLATE "C" NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,
    "finished" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "organization_name" ADD CONSTRAINT "organization_name_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_theme" ADD CONSTRAINT "recommendation_theme_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_cycle" ADD CONSTRAINT "reporting_cycle_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "owed" ADD CONSTRAINT "owed_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the record is appended to and never changed (R12).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE ON "entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE ON "audit_record" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON "audit_checkpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
