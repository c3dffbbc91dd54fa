-- AlterTable, by hand: the table keeps its indexes
ALTER TABLE "standing" ADD COLUMN "conflicting" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "standing" ADD COLUMN "contradicted" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "standing" ADD COLUMN "response_due" TEXT;

-- CreateTable
CREATE TABLE "derivation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL
);

-- Whatever was derived before, the rules have changed since.
INSERT INTO derivation (id, version) VALUES (1, 0);
