-- The whole schema of the first release, in one step. The first part is what prisma/schema.prisma says, as scripts/migration.mjs
-- writes it; the second part is written by hand, because Prisma does not know it.

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
    "coordinator_id" TEXT COLLATE "C",
    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_name" (
    "name_key" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "folded_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    CONSTRAINT "organization_name_pkey" PRIMARY KEY ("name_key","organization_id")
);

-- CreateTable. By hand: published_from, the first day on which it may have been published, by the precision of its day.
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
    "version" INTEGER NOT NULL DEFAULT 1,
    "recommendation_count" INTEGER NOT NULL DEFAULT 0,
    "published_from" TEXT GENERATED ALWAYS AS (CASE (body::json ->> 'publishedOnPrecision')
        WHEN 'month' THEN substr(published_on, 1, 8) || '01'
        WHEN 'quarter' THEN substr(published_on, 1, 5)
            || CASE substr(published_on, 6, 2) WHEN '03' THEN '01' WHEN '06' THEN '04' WHEN '09' THEN '07' ELSE '10' END || '-01'
        WHEN 'semester' THEN substr(published_on, 1, 5) || CASE substr(published_on, 6, 2) WHEN '06' THEN '01' ELSE '07' END || '-01'
        WHEN 'year' THEN substr(published_on, 1, 5) || '01-01'
        ELSE published_on END) STORED,
    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_version" (
    "report_id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "replaced_at" TEXT COLLATE "C" NOT NULL,
    "replaced_by" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "report_version_pkey" PRIMARY KEY ("report_id","version")
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
    "words" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "own_issuing_body_id" TEXT COLLATE "C",
    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_reference" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "thing_id" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "former_reference_pkey" PRIMARY KEY ("kind","reference_key","thing_id")
);

-- CreateTable
CREATE TABLE "recommendation_link" (
    "id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "from_id" TEXT COLLATE "C" NOT NULL,
    "to_id" TEXT COLLATE "C",
    "on_day" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "recommendation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "level_override" (
    "id" TEXT COLLATE "C" NOT NULL,
    "recommendation_id" TEXT COLLATE "C" NOT NULL,
    "on_day" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "level_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "prefix" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "organizations" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "created_at" TEXT COLLATE "C" NOT NULL,
    "revoked_at" TEXT COLLATE "C",
    "expires_at" TEXT COLLATE "C",
    "last_used_at" TEXT COLLATE "C",
    CONSTRAINT "api_token_pkey" PRIMARY KEY ("prefix")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "operation" TEXT COLLATE "C" NOT NULL,
    "body_digest" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "entry_side" (
    "entry_id" TEXT COLLATE "C" NOT NULL,
    "side" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "entry_side_pkey" PRIMARY KEY ("entry_id")
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
    "errata" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "selections" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "reporting_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle_snapshot" (
    "cycle_id" TEXT COLLATE "C" NOT NULL,
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "cycle_snapshot_pkey" PRIMARY KEY ("cycle_id","follow_up_id")
);

-- CreateTable
CREATE TABLE "register_record" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "thing_id" TEXT COLLATE "C" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "system_user" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "previous_hash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "act_id" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "checkpoint" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "register_record_pkey" PRIMARY KEY ("kind","thing_id","sequence")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_change" (
    "id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "on_day" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "organization_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_change_part" (
    "change_id" TEXT COLLATE "C" NOT NULL,
    "part" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "organization_change_part_pkey" PRIMARY KEY ("change_id","part","organization_id")
);

-- CreateTable
CREATE TABLE "derivation" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "derivation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "from_on" TEXT COLLATE "C" NOT NULL,
    "until_on" TEXT COLLATE "C" NOT NULL,
    "change_id" TEXT COLLATE "C" NOT NULL,
    "side" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("follow_up_id","side","from_on","state","organization_id")
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
    "due_precision" TEXT,
    "original_due_precision" TEXT,
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
    "not_competent_upheld" INTEGER NOT NULL DEFAULT 0,
    "role" TEXT COLLATE "C" NOT NULL DEFAULT 'lead',
    "reporting_year" INTEGER NOT NULL DEFAULT 0,
    "addressee_id" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "conflicting" INTEGER NOT NULL DEFAULT 0,
    "contradicted" INTEGER NOT NULL DEFAULT 0,
    "response_due" TEXT,
    "single_reader" INTEGER NOT NULL DEFAULT 0,
    "days_overdue_when_withdrawn" INTEGER,
    "first_asked" TEXT COLLATE "C",
    "first_asked_precision" TEXT COLLATE "C",
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
    "checkpoint" INTEGER NOT NULL DEFAULT 0,
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

-- AddForeignKey
ALTER TABLE "organization_name" ADD CONSTRAINT "organization_name_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_link" ADD CONSTRAINT "recommendation_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_link" ADD CONSTRAINT "recommendation_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_override" ADD CONSTRAINT "level_override_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_side" ADD CONSTRAINT "entry_side_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "cycle_snapshot" ADD CONSTRAINT "cycle_snapshot_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_snapshot" ADD CONSTRAINT "cycle_snapshot_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_part" ADD CONSTRAINT "organization_change_part_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_part" ADD CONSTRAINT "organization_change_part_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- Written by hand: the versions of recommendations that a correction replaced.
CREATE TABLE recommendation_version (
  recommendation_id TEXT COLLATE "C" NOT NULL REFERENCES "recommendation" ("id"),
  version INTEGER NOT NULL,
  reference TEXT COLLATE "C" NOT NULL,
  issuing_body_id TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  content_digest TEXT COLLATE "C",
  replaced_at TEXT COLLATE "C" NOT NULL,
  replaced_by TEXT COLLATE "C" NOT NULL,
  own_issuing_body_id TEXT COLLATE "C",
  PRIMARY KEY (recommendation_id, version)
);

-- Written by hand: the record is appended to and never changed (R12).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE ON "entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE ON "audit_record" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON "audit_checkpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER organization_change_append_only BEFORE UPDATE OR DELETE ON "organization_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recommendation_link_append_only BEFORE UPDATE OR DELETE ON "recommendation_link" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recommendation_version_append_only BEFORE UPDATE OR DELETE ON "recommendation_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_snapshot_append_only BEFORE UPDATE OR DELETE ON "cycle_snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_record_append_only BEFORE UPDATE OR DELETE ON "register_record" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_side_append_only BEFORE UPDATE OR DELETE ON "entry_side" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER level_override_append_only BEFORE UPDATE OR DELETE ON "level_override" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_version_append_only BEFORE UPDATE OR DELETE ON "report_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Written by hand: how many recommendations a report has, kept by triggers, whatever writes (docs/decisions/0006).
CREATE FUNCTION heed_count_recommendations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    UPDATE report SET recommendation_count = recommendation_count + added
    FROM (SELECT report_id, count(*) AS added FROM come GROUP BY report_id) AS each WHERE id = report_id;
  ELSE
    UPDATE report SET recommendation_count = recommendation_count - removed
    FROM (SELECT report_id, count(*) AS removed FROM gone GROUP BY report_id) AS each WHERE id = report_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION heed_recount_recommendations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE report SET recommendation_count = recommendation_count - 1 WHERE id = OLD.report_id;
  UPDATE report SET recommendation_count = recommendation_count + 1 WHERE id = NEW.report_id;
  RETURN NULL;
END $$;
CREATE TRIGGER recommendation_counted AFTER INSERT ON recommendation REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION heed_count_recommendations();
CREATE TRIGGER recommendation_uncounted AFTER DELETE ON recommendation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION heed_count_recommendations();
CREATE TRIGGER recommendation_recounted AFTER UPDATE OF report_id ON recommendation
  FOR EACH ROW WHEN (OLD.report_id <> NEW.report_id) EXECUTE FUNCTION heed_recount_recommendations();

-- Written by hand: the words of a recommendation, with one space between two. The program makes them, the same for both databases
-- (docs/decisions/0017).
CREATE FUNCTION heed_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(string_to_array(words, ' '), ''))
$$;
CREATE INDEX recommendation_words_idx ON recommendation USING gin (heed_words(words));

-- Written by hand: what is overdue on any day, in the order of its due date and counted (docs/decisions/0005). All of it is derived
-- from owed, and can be rebuilt.

-- One row for each ended stretch of days overdue and each calendar year that it touches. `against`: the current due date, the
-- original one, or both alike. In the running year most of what was overdue has ended before today: few rows end after a day.
CREATE TABLE late_year (
  against TEXT COLLATE "C" NOT NULL,
  year INTEGER NOT NULL,
  due TEXT COLLATE "C" NOT NULL,
  owed_id TEXT COLLATE "C" NOT NULL,
  late_from TEXT COLLATE "C" NOT NULL,
  late_until TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (against, year, due, owed_id)
);
CREATE INDEX "late_year_until_idx" ON "late_year" ("against", "year", "late_until");

-- How many things are overdue, by kind and age: differences by year, month and day. The sum of all up to a day is the count on it.
CREATE TABLE late_count (
  against TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  starts TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  late_1 INTEGER NOT NULL,
  late_31 INTEGER NOT NULL,
  late_91 INTEGER NOT NULL,
  late_181 INTEGER NOT NULL,
  late_366 INTEGER NOT NULL,
  PRIMARY KEY (against, period, starts, kind)
);
-- Differences that wait to be taken into late_count: writers only append, so that they never wait for each other.
CREATE TABLE late_change (
  against TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  late_1 INTEGER NOT NULL,
  late_31 INTEGER NOT NULL,
  late_91 INTEGER NOT NULL,
  late_181 INTEGER NOT NULL,
  late_366 INTEGER NOT NULL
);
ALTER TABLE late_change SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Stretches without end, in the order of their due dates.
CREATE INDEX owed_late_still_idx ON owed (due, id, late_from, kind)
  WHERE late_until = '9999-12-31' AND late_from < '9999-12-31';
CREATE INDEX owed_late_still_original_idx ON owed (original_due, id, late_from_original, kind)
  WHERE late_until_original = '9999-12-31' AND late_from_original < '9999-12-31';

-- Written by hand: how far follow-ups are on any day, counted by reporting year and printed addressee (docs/decisions/0012). All of
-- it is derived from standing, and can be rebuilt.

-- How many follow-ups stand at each assessed level: differences by year, month and day. The sum of all up to a day is the count on it.
CREATE TABLE progress_count (
  period TEXT COLLATE "C" NOT NULL,
  starts TEXT COLLATE "C" NOT NULL,
  reporting_year INTEGER NOT NULL,
  addressee_id TEXT COLLATE "C" NOT NULL,
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
);
-- Differences that wait to be taken into progress_count: writers only append, so that they never wait for each other.
CREATE TABLE progress_change (
  reporting_year INTEGER NOT NULL,
  addressee_id TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
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
ALTER TABLE progress_change SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Written by hand: what is stale, withdrawn, open or selected on a day is what lasts beyond it, for most days without end.
CREATE INDEX "standing_stale_until_idx" ON "standing" ("until_on", "stale_from", "follow_up_id", "from_on") WHERE "stale_from" IS NOT NULL;
CREATE INDEX "standing_acceptance_withdrawn_until_idx" ON "standing" ("until_on", "acceptance_withdrawn_on", "follow_up_id", "from_on") WHERE "acceptance_withdrawn_on" IS NOT NULL;
CREATE INDEX "standing_first_asked_until_idx" ON "standing" ("until_on", "first_asked", "follow_up_id", "from_on") WHERE "lifecycle" <> 'closed' AND "role" <> 'forInformation' AND "first_asked" IS NOT NULL;
CREATE INDEX "owed_selected_until_idx" ON "owed" ("owed_until", "follow_up_id", "owed_from") WHERE "kind" = 'verification' AND "missed_years" <> '[]';

-- Written by hand: on this day the source listed the follow-up with all entries of this type that it knew (docs/decisions/0022).
CREATE TABLE listing (
  follow_up_id TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (follow_up_id, source, type, day)
);

-- Written by hand: an import is staged in these tables in committed chunks, and taken into the record by one transaction
-- (docs/decisions/0013). Unlogged: a crash of the server empties them, and the import begins again.
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
  folded_key TEXT COLLATE "C" NOT NULL DEFAULT '',
  near INTEGER NOT NULL DEFAULT 0,
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
  join_key TEXT COLLATE "C",
  words TEXT COLLATE "C" NOT NULL DEFAULT '',
  given_row_digest TEXT COLLATE "C",
  given_report_digest TEXT COLLATE "C",
  given_content_digest TEXT COLLATE "C",
  whole_digest TEXT COLLATE "C",
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
  shows TEXT,
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
  assumed TEXT,
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
CREATE UNLOGGED TABLE staged_onto (
  run_id TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  reference TEXT COLLATE "C" NOT NULL,
  reference_key TEXT COLLATE "C" NOT NULL,
  report_key TEXT COLLATE "C",
  body_key TEXT COLLATE "C",
  outcome TEXT COLLATE "C",
  whole_digest TEXT COLLATE "C",
  shows TEXT,
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

-- Nothing is derived yet, by no version of the rules.
INSERT INTO derivation (id, version) VALUES (1, 0);
