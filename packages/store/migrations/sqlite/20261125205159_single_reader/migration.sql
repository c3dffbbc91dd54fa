-- AlterTable, by hand: the table keeps its indexes
ALTER TABLE "standing" ADD COLUMN "single_reader" INTEGER NOT NULL DEFAULT 0;
