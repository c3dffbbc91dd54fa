-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
