-- CreateTable
CREATE TABLE "level_override" (
    "id" TEXT COLLATE "C" NOT NULL,
    "recommendation_id" TEXT COLLATE "C" NOT NULL,
    "on_day" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "level_override_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "level_override_recommendation_id_idx" ON "level_override"("recommendation_id");

-- AddForeignKey
ALTER TABLE "level_override" ADD CONSTRAINT "level_override_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER level_override_append_only BEFORE UPDATE OR DELETE ON "level_override" FOR EACH ROW EXECUTE FUNCTION refuse_change();
