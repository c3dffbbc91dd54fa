-- CreateTable
CREATE TABLE "act_draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "follow_up_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "act_draft_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "act_draft_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "act_draft_organization_id_created_at_id_idx" ON "act_draft"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "act_draft_follow_up_id_idx" ON "act_draft"("follow_up_id");
