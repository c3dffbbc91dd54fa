-- CreateTable
CREATE TABLE "organization_change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "on_day" TEXT,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "organization_change_part" (
    "change_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,

    PRIMARY KEY ("change_id", "part", "organization_id"),
    CONSTRAINT "organization_change_part_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_change" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "organization_change_part_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A projection: it was empty, and is derived again.
DROP TABLE "responsibility";
CREATE TABLE "responsibility" (
    "follow_up_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "change_id" TEXT NOT NULL,

    PRIMARY KEY ("follow_up_id", "side", "from_on", "state", "organization_id"),
    CONSTRAINT "responsibility_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "responsibility_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "responsibility_organization_id_until_on_idx" ON "responsibility"("organization_id", "until_on");

-- CreateIndex
CREATE INDEX "organization_change_part_organization_id_part_idx" ON "organization_change_part"("organization_id", "part");

-- CreateIndex
CREATE INDEX "standing_stale_from_idx" ON "standing"("stale_from");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "organization_change_no_update" BEFORE UPDATE ON "organization_change" BEGIN SELECT RAISE(ABORT, 'organization_change is append-only'); END;
CREATE TRIGGER "organization_change_no_delete" BEFORE DELETE ON "organization_change" BEGIN SELECT RAISE(ABORT, 'organization_change is append-only'); END;
