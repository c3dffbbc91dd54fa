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

-- Written by hand: append-only.
CREATE TRIGGER "report_version_no_update" BEFORE UPDATE ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
CREATE TRIGGER "report_version_no_delete" BEFORE DELETE ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
