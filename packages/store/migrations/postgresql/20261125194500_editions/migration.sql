-- Written by hand: what an edition of a source showed of a follow-up, and what an import needs to compare editions.
-- On this day the source listed the follow-up with all entries of this type that it knew. Prisma does not know this table.
CREATE TABLE listing (
  follow_up_id TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (follow_up_id, source, type, day)
);
ALTER TABLE staged_row ADD COLUMN whole_digest TEXT COLLATE "C";
ALTER TABLE staged_onto ADD COLUMN whole_digest TEXT COLLATE "C";
ALTER TABLE staged_onto ADD COLUMN shows TEXT;
ALTER TABLE staged_follow_up ADD COLUMN shows TEXT;
ALTER TABLE staged_entry ADD COLUMN assumed TEXT;
