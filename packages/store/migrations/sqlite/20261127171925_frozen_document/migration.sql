-- CreateTable
CREATE TABLE "frozen_document" (
    "report_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("report_id", "language", "format"),
    CONSTRAINT "frozen_document_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
