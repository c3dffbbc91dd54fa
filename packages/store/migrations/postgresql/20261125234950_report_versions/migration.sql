-- CreateTable
CREATE TABLE "report_version" (
    "report_id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "replaced_at" TEXT COLLATE "C" NOT NULL,
    "replaced_by" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("report_id","version")
);

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: append-only.
CREATE TRIGGER report_version_append_only BEFORE UPDATE OR DELETE ON report_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
