-- CreateTable
CREATE TABLE "scheduled_run" (
    "job" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "decided_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "scheduled_run_pkey" PRIMARY KEY ("job","day")
);

-- CreateTable
CREATE TABLE "reminder_step" (
    "follow_up_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "commitment_id" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL,
    "step" TEXT COLLATE "C" NOT NULL,
    "decided_on" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "reminder_step_pkey" PRIMARY KEY ("follow_up_id","kind","commitment_id","due_on","step")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C",
    "organization_id" TEXT COLLATE "C",
    "day" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "available_at" TEXT COLLATE "C" NOT NULL,
    "locked_until" TEXT COLLATE "C",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT COLLATE "C" NOT NULL,
    "ended_at" TEXT COLLATE "C",
    "last_fault" TEXT COLLATE "C",

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_key_key" ON "outbox_message"("key");

-- CreateIndex
CREATE INDEX "outbox_message_state_available_at_id_idx" ON "outbox_message"("state", "available_at", "id");

-- CreateIndex
CREATE INDEX "outbox_message_day_id_idx" ON "outbox_message"("day", "id");

-- CreateIndex
CREATE INDEX "outbox_message_user_id_idx" ON "outbox_message"("user_id");
