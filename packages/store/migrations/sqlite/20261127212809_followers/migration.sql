-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN "subscriber_id" TEXT;

-- CreateTable
CREATE TABLE "follower" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "requested_at" TEXT NOT NULL,
    "confirmed_at" TEXT,
    "told_until" TEXT NOT NULL,
    "told_at" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "follower_confirmed_at_requested_at_idx" ON "follower"("confirmed_at", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "follower_email_kind_topic_key" ON "follower"("email", "kind", "topic");

-- CreateIndex
CREATE INDEX "outbox_message_subscriber_id_idx" ON "outbox_message"("subscriber_id");
