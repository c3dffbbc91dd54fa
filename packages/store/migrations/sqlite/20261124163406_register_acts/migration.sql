-- CreateTable
CREATE TABLE "cycle_snapshot" (
    "cycle_id" TEXT NOT NULL,
    "follow_up_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("cycle_id", "follow_up_id"),
    CONSTRAINT "cycle_snapshot_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "cycle_snapshot_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "register_record" (
    "kind" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "system_user" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("kind", "thing_id", "sequence")
);

-- AlterTable, by hand: a column with a default needs no new table
ALTER TABLE "report" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "reporting_cycle" ADD COLUMN "errata" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "reporting_cycle" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "standing" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'lead';

-- CreateIndex
CREATE INDEX "cycle_snapshot_follow_up_id_idx" ON "cycle_snapshot"("follow_up_id");

-- Written by hand: the projection of before knew no role.
UPDATE "standing" SET "role" = (SELECT "role" FROM "follow_up" WHERE "follow_up"."id" = "standing"."follow_up_id");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "cycle_snapshot_no_update" BEFORE UPDATE ON "cycle_snapshot" BEGIN SELECT RAISE(ABORT, 'cycle_snapshot is append-only'); END;
CREATE TRIGGER "cycle_snapshot_no_delete" BEFORE DELETE ON "cycle_snapshot" BEGIN SELECT RAISE(ABORT, 'cycle_snapshot is append-only'); END;
CREATE TRIGGER "register_record_no_update" BEFORE UPDATE ON "register_record" BEGIN SELECT RAISE(ABORT, 'register_record is append-only'); END;
CREATE TRIGGER "register_record_no_delete" BEFORE DELETE ON "register_record" BEGIN SELECT RAISE(ABORT, 'register_record is append-only'); END;
