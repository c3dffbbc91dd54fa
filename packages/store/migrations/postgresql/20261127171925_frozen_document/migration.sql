-- CreateTable
CREATE TABLE "frozen_document" (
    "report_id" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "format" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "frozen_document_pkey" PRIMARY KEY ("report_id","language","format")
);

-- AddForeignKey
ALTER TABLE "frozen_document" ADD CONSTRAINT "frozen_document_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
