-- CreateTable
CREATE TABLE "recommendation_link" (
    "id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "from_id" TEXT COLLATE "C" NOT NULL,
    "to_id" TEXT COLLATE "C",
    "on_day" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "recommendation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "prefix" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "organizations" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "created_at" TEXT COLLATE "C" NOT NULL,
    "revoked_at" TEXT COLLATE "C",

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("prefix")
);

-- CreateIndex
CREATE INDEX "recommendation_link_from_id_type_idx" ON "recommendation_link"("from_id", "type");

-- CreateIndex
CREATE INDEX "recommendation_link_to_id_type_idx" ON "recommendation_link"("to_id", "type");

-- AddForeignKey
ALTER TABLE "recommendation_link" ADD CONSTRAINT "recommendation_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_link" ADD CONSTRAINT "recommendation_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER recommendation_link_append_only BEFORE UPDATE OR DELETE ON "recommendation_link" FOR EACH ROW EXECUTE FUNCTION refuse_change();
