-- CreateTable
CREATE TABLE "uploaded_file" (
    "id" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "media_type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "actor_id" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "organizations" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "uploaded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "uploaded_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_file" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "entry_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "entry_file_pkey" PRIMARY KEY ("digest","entry_id")
);

-- CreateTable
CREATE TABLE "file_piece" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_piece_pkey" PRIMARY KEY ("digest","number")
);

-- CreateTable
CREATE TABLE "kept_file" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "put_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "kept_file_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "uploaded_file_digest_idx" ON "uploaded_file"("digest");

-- CreateIndex
CREATE INDEX "entry_file_entry_id_idx" ON "entry_file"("entry_id");

-- AddForeignKey
ALTER TABLE "entry_file" ADD CONSTRAINT "entry_file_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: files of evidence are compressed already.
ALTER TABLE "file_piece" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
