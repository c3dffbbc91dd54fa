-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "subscriber_id" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "follower" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C" NOT NULL,
    "rhythm" TEXT COLLATE "C" NOT NULL,
    "secret" TEXT COLLATE "C" NOT NULL,
    "requested_at" TEXT COLLATE "C" NOT NULL,
    "confirmed_at" TEXT COLLATE "C",
    "told_until" TEXT COLLATE "C" NOT NULL,
    "told_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "follower_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "follower_confirmed_at_requested_at_idx" ON "follower"("confirmed_at", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "follower_email_kind_topic_key" ON "follower"("email", "kind", "topic");

-- CreateIndex
CREATE INDEX "outbox_message_subscriber_id_idx" ON "outbox_message"("subscriber_id");
