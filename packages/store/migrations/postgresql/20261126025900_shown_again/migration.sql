-- Written by hand: an edition of this day showed an entry that was known already, and told that it was given by `known_by`.
-- Prisma does not know this table.
CREATE TABLE shown_again (
  entry_id TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  known_by TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (entry_id, day)
);
