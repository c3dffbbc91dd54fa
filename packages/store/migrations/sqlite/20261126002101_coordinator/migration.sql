-- AlterTable
ALTER TABLE "organization" ADD COLUMN "coordinator_id" TEXT;
