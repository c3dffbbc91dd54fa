-- CreateIndex
CREATE INDEX "entry_recorded_at_follow_up_id_idx" ON "entry"("recorded_at", "follow_up_id");
