-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "expires_at" TEXT COLLATE "C",
ADD COLUMN     "last_used_at" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "operation" TEXT COLLATE "C" NOT NULL,
    "body_digest" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "entry_side" (
    "entry_id" TEXT COLLATE "C" NOT NULL,
    "side" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "entry_side_pkey" PRIMARY KEY ("entry_id")
);

-- AddForeignKey
ALTER TABLE "entry_side" ADD CONSTRAINT "entry_side_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the side of those entries of before that do not tell it by their type. It is known where an act of the
-- service made the entry and all tokens of its actor's name spoke for one side; else it stays unknown, and editors amend it.
INSERT INTO "entry_side" ("entry_id", "side")
SELECT e."id", min(CASE WHEN t."role" = 'respondent' OR (t."role" = 'editor' AND e."type" = 'evidence') THEN 'addressee' ELSE 'issuingBody' END)
FROM "entry" e
  JOIN "audit_record" a ON a."follow_up_id" = e."follow_up_id" AND a."at" = e."recorded_at" AND a."system_user" = 'service'
    AND a."actor" = (e."body"::json ->> 'actor')
  JOIN "api_token" t ON t."name" = a."actor"
WHERE e."type" IN ('deadlineChange', 'evidence', 'retraction')
GROUP BY e."id"
HAVING count(DISTINCT CASE WHEN t."role" = 'respondent' OR (t."role" = 'editor' AND e."type" = 'evidence') THEN 'addressee' ELSE 'issuingBody' END) = 1;
CREATE TRIGGER entry_side_append_only BEFORE UPDATE OR DELETE ON "entry_side" FOR EACH ROW EXECUTE FUNCTION refuse_change();
