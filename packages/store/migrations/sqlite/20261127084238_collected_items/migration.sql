-- CreateTable
CREATE TABLE "collected_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "issuing_body_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "is_public" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "collected_item_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "collected_item_theme" (
    "theme" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,

    PRIMARY KEY ("theme", "item_id"),
    CONSTRAINT "collected_item_theme_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "collected_item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "collected_item_reference_key_idx" ON "collected_item"("reference_key");

-- CreateIndex
CREATE UNIQUE INDEX "collected_item_issuing_body_id_reference_key_key" ON "collected_item"("issuing_body_id", "reference_key");

-- CreateIndex
CREATE UNIQUE INDEX "collected_item_year_day_id_key" ON "collected_item"("year" DESC, "day" DESC, "id");

-- CreateIndex
CREATE INDEX "collected_item_theme_item_id_idx" ON "collected_item_theme"("item_id");
