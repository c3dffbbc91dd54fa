-- AlterTable
ALTER TABLE "report" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "reporting_cycle" ADD COLUMN     "errata" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "role" TEXT COLLATE "C" NOT NULL DEFAULT 'lead';

-- CreateTable
CREATE TABLE "cycle_snapshot" (
    "cycle_id" TEXT COLLATE "C" NOT NULL,
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "cycle_snapshot_pkey" PRIMARY KEY ("cycle_id","follow_up_id")
);

-- CreateTable
CREATE TABLE "register_record" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "thing_id" TEXT COLLATE "C" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "system_user" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "previous_hash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "register_record_pkey" PRIMARY KEY ("kind","thing_id","sequence")
);

-- CreateIndex
CREATE INDEX "cycle_snapshot_follow_up_id_idx" ON "cycle_snapshot"("follow_up_id");

-- AddForeignKey
ALTER TABLE "cycle_snapshot" ADD CONSTRAINT "cycle_snapshot_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_snapshot" ADD CONSTRAINT "cycle_snapshot_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the projection of before knew no role.
UPDATE "standing" SET "role" = (SELECT "role" FROM "follow_up" WHERE "follow_up"."id" = "standing"."follow_up_id");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER cycle_snapshot_append_only BEFORE UPDATE OR DELETE ON "cycle_snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_record_append_only BEFORE UPDATE OR DELETE ON "register_record" FOR EACH ROW EXECUTE FUNCTION refuse_change();
