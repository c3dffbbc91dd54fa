-- Answers that wait for their publication are few among all entries: they have an index of their own. Prisma knows no index with a condition.
CREATE INDEX "entry_unpublished_idx" ON "entry"("follow_up_id") WHERE "body" LIKE '%"publication":"byAct"%';
