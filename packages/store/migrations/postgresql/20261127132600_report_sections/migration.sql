-- CreateTable
CREATE TABLE "report_section" (
    "id" TEXT COLLATE "C" NOT NULL,
    "report_id" TEXT COLLATE "C" NOT NULL,
    "parent_id" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "is_final" INTEGER NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "report_section_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_section_report_id_reference_key_key" ON "report_section"("report_id", "reference_key");

-- AddForeignKey
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
