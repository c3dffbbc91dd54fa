-- CreateTable
CREATE TABLE "act_draft" (
    "id" TEXT COLLATE "C" NOT NULL,
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "act" TEXT COLLATE "C" NOT NULL,
    "side" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "act_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "act_draft_organization_id_created_at_id_idx" ON "act_draft"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "act_draft_follow_up_id_idx" ON "act_draft"("follow_up_id");

-- AddForeignKey
ALTER TABLE "act_draft" ADD CONSTRAINT "act_draft_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act_draft" ADD CONSTRAINT "act_draft_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
