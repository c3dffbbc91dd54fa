-- CreateTable
CREATE TABLE "recommendation_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT,
    "on_day" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "recommendation_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "recommendation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "recommendation_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "recommendation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "api_token" (
    "prefix" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organizations" TEXT NOT NULL DEFAULT '[]',
    "created_at" TEXT NOT NULL,
    "revoked_at" TEXT
);

-- CreateIndex
CREATE INDEX "recommendation_link_from_id_type_idx" ON "recommendation_link"("from_id", "type");

-- CreateIndex
CREATE INDEX "recommendation_link_to_id_type_idx" ON "recommendation_link"("to_id", "type");

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER "recommendation_link_no_update" BEFORE UPDATE ON "recommendation_link" BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
CREATE TRIGGER "recommendation_link_no_delete" BEFORE DELETE ON "recommendation_link" BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
