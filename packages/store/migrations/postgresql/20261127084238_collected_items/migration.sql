-- CreateTable
CREATE TABLE "collected_item" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "issuing_body_id" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "year" INTEGER NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "is_public" INTEGER NOT NULL,
    "words" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "collected_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collected_item_theme" (
    "theme" TEXT COLLATE "C" NOT NULL,
    "item_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "collected_item_theme_pkey" PRIMARY KEY ("theme","item_id")
);

-- CreateIndex
CREATE INDEX "collected_item_reference_key_idx" ON "collected_item"("reference_key");

-- CreateIndex
CREATE UNIQUE INDEX "collected_item_issuing_body_id_reference_key_key" ON "collected_item"("issuing_body_id", "reference_key");

-- CreateIndex
CREATE UNIQUE INDEX "collected_item_year_day_id_key" ON "collected_item"("year" DESC, "day" DESC, "id");

-- CreateIndex
CREATE INDEX "collected_item_theme_item_id_idx" ON "collected_item_theme"("item_id");

-- AddForeignKey
ALTER TABLE "collected_item" ADD CONSTRAINT "collected_item_issuing_body_id_fkey" FOREIGN KEY ("issuing_body_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collected_item_theme" ADD CONSTRAINT "collected_item_theme_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "collected_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
