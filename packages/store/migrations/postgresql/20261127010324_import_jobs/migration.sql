-- CreateTable
CREATE TABLE "import_job" (
    "id" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "person" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "file" TEXT COLLATE "C" NOT NULL,
    "asked" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "created_at" TEXT COLLATE "C" NOT NULL,
    "started_at" TEXT COLLATE "C",
    "ended_at" TEXT COLLATE "C",
    "host" TEXT COLLATE "C",
    "process" INTEGER,
    "outcome" TEXT COLLATE "C",

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_job_created_at_id_idx" ON "import_job"("created_at", "id");

-- CreateIndex
CREATE INDEX "import_job_person_id_created_at_id_idx" ON "import_job"("person_id", "created_at", "id");
