-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "conflicting" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contradicted" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "response_due" TEXT;

-- CreateTable
CREATE TABLE "derivation" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "derivation_pkey" PRIMARY KEY ("id")
);

-- Whatever was derived before, the rules have changed since.
INSERT INTO derivation (id, version) VALUES (1, 0);
