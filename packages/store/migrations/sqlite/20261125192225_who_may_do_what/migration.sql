-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "body_digest" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,

    PRIMARY KEY ("actor", "key")
);

-- CreateTable
CREATE TABLE "entry_side" (
    "entry_id" TEXT NOT NULL PRIMARY KEY,
    "side" TEXT NOT NULL,
    CONSTRAINT "entry_side_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN "expires_at" TEXT;
ALTER TABLE "api_token" ADD COLUMN "last_used_at" TEXT;

-- Written by hand: the side of those entries of before that do not tell it by their type. It is known where an act of the
-- service made the entry and all tokens of its actor's name spoke for one side; else it stays unknown, and editors amend it.
INSERT INTO "entry_side" ("entry_id", "side")
SELECT e."id", min(CASE WHEN t."role" = 'respondent' OR (t."role" = 'editor' AND e."type" = 'evidence') THEN 'addressee' ELSE 'issuingBody' END)
FROM "entry" e
  JOIN "audit_record" a ON a."follow_up_id" = e."follow_up_id" AND a."at" = e."recorded_at" AND a."system_user" = 'service'
    AND a."actor" = e."body" ->> '$.actor'
  JOIN "api_token" t ON t."name" = a."actor"
WHERE e."type" IN ('deadlineChange', 'evidence', 'retraction')
GROUP BY e."id"
HAVING count(DISTINCT CASE WHEN t."role" = 'respondent' OR (t."role" = 'editor' AND e."type" = 'evidence') THEN 'addressee' ELSE 'issuingBody' END) = 1;
CREATE TRIGGER "entry_side_no_update" BEFORE UPDATE ON "entry_side" BEGIN SELECT RAISE(ABORT, 'entry_side is append-only'); END;
CREATE TRIGGER "entry_side_no_delete" BEFORE DELETE ON "entry_side" BEGIN SELECT RAISE(ABORT, 'entry_side is append-only'); END;
