-- CreateTable
CREATE TABLE "level_override" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recommendation_id" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "level_override_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "level_override_recommendation_id_idx" ON "level_override"("recommendation_id");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "level_override_no_update" BEFORE UPDATE ON "level_override" BEGIN SELECT RAISE(ABORT, 'level_override is append-only'); END;
CREATE TRIGGER "level_override_no_delete" BEFORE DELETE ON "level_override" BEGIN SELECT RAISE(ABORT, 'level_override is append-only'); END;
