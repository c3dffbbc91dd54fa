-- CreateTable
CREATE TABLE "uploaded_file" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organizations" TEXT NOT NULL DEFAULT '[]',
    "uploaded_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "entry_file" (
    "digest" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,

    PRIMARY KEY ("digest", "entry_id"),
    CONSTRAINT "entry_file_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "file_piece" (
    "digest" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("digest", "number")
);

-- CreateTable
CREATE TABLE "kept_file" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "size" INTEGER NOT NULL,
    "put_at" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "uploaded_file_digest_idx" ON "uploaded_file"("digest");

-- CreateIndex
CREATE INDEX "entry_file_entry_id_idx" ON "entry_file"("entry_id");
