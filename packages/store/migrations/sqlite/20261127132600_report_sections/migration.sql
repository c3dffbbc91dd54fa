-- CreateTable
CREATE TABLE "report_section" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "report_id" TEXT NOT NULL,
    "parent_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "is_final" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "report_section_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "report_section_report_id_reference_key_key" ON "report_section"("report_id", "reference_key");
