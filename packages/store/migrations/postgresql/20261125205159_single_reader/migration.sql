-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "single_reader" INTEGER NOT NULL DEFAULT 0;
