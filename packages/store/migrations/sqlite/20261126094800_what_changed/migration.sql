-- Written by hand: what changed about each follow-up, on which day (docs/decisions/0043). Derived with the standing, and can be
-- rebuilt. Prisma does not know this table. `place` orders what changed on one day; the body is core's Change as JSON.
CREATE TABLE follow_up_change (
  day TEXT NOT NULL,
  follow_up_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (day, follow_up_id, place)
) WITHOUT ROWID;
CREATE INDEX "follow_up_change_follow_up_idx" ON "follow_up_change" ("follow_up_id", "day", "kind", "place");
