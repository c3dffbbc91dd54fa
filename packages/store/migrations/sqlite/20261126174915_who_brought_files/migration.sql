-- Written by hand: nothing wrote to this table before.
DROP TABLE "uploaded_file";

-- CreateTable
CREATE TABLE "uploaded_file" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "rights" TEXT NOT NULL,
    "uploaded_at" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "uploaded_file_digest_idx" ON "uploaded_file"("digest");
