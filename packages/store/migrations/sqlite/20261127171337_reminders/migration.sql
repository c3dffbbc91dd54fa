-- CreateTable
CREATE TABLE "scheduled_run" (
    "job" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "decided_at" TEXT NOT NULL,

    PRIMARY KEY ("job", "day")
);

-- CreateTable
CREATE TABLE "reminder_step" (
    "follow_up_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "commitment_id" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,

    PRIMARY KEY ("follow_up_id", "kind", "commitment_id", "due_on", "step")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "organization_id" TEXT,
    "day" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "available_at" TEXT NOT NULL,
    "locked_until" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "ended_at" TEXT,
    "last_fault" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_key_key" ON "outbox_message"("key");

-- CreateIndex
CREATE INDEX "outbox_message_state_available_at_id_idx" ON "outbox_message"("state", "available_at", "id");

-- CreateIndex
CREATE INDEX "outbox_message_day_id_idx" ON "outbox_message"("day", "id");

-- CreateIndex
CREATE INDEX "outbox_message_user_id_idx" ON "outbox_message"("user_id");
