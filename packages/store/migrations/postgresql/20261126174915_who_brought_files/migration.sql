-- Written by hand: nothing wrote to this table before.
DROP TABLE "uploaded_file";

-- CreateTable
CREATE TABLE "uploaded_file" (
    "id" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "media_type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "person" TEXT COLLATE "C" NOT NULL,
    "rights" TEXT COLLATE "C" NOT NULL,
    "uploaded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "uploaded_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "uploaded_file_digest_idx" ON "uploaded_file"("digest");
