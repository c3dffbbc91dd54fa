-- Written by hand: what is stale on a day is what lasts beyond it, for most days without end.
CREATE INDEX "standing_stale_until_idx" ON "standing" ("until_on", "stale_from", "follow_up_id", "from_on") WHERE "stale_from" IS NOT NULL;
