-- AlterTable, by hand: a column with a default needs no new table
ALTER TABLE "register_record" ADD COLUMN "act_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "register_record" ADD COLUMN "checkpoint" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "register_record_act_id_idx" ON "register_record"("act_id");
