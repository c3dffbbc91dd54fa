-- AlterTable
ALTER TABLE "register_record" ADD COLUMN     "act_id" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "checkpoint" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "register_record_act_id_idx" ON "register_record"("act_id");
