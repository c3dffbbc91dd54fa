-- CreateTable
CREATE TABLE "import_job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "started_at" TEXT,
    "ended_at" TEXT,
    "host" TEXT,
    "process" INTEGER,
    "outcome" TEXT
);

-- CreateIndex
CREATE INDEX "import_job_created_at_id_idx" ON "import_job"("created_at", "id");

-- CreateIndex
CREATE INDEX "import_job_person_id_created_at_id_idx" ON "import_job"("person_id", "created_at", "id");
